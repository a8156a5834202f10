// Grade, commune and what is overdue; kept in the address, so that Back brings the same list again.
import type { Place } from '#data/contract/store-contract.ts'
import { findingGrades } from '#domain/internal-audit/finding.ts'
import { useFindingWords } from '#features/finding-content.tsx'
import { useAddressChoice } from '#features/use-address-choice.ts'
import { ButtonLink } from '#ui/button.tsx'
import { CheckRow } from '#ui/check-row.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { FindingQuery, PublishedFinding } from './finding-list.ts'

type FindingFiltersProps = {
  readonly findings: readonly PublishedFinding[]
  readonly communes: readonly Place[]
  readonly query: FindingQuery
  readonly found: number
}

export const FindingFilters = ({ findings, communes, query, found }: FindingFiltersProps) => {
  const { t } = useText('findings')
  const { gradeText } = useFindingWords()
  const choose = useAddressChoice()
  const withFindings = communes.filter(({ id }) => findings.some(({ unitId }) => unitId === id))
  const isFiltered = query.grade !== null || query.unit !== null || query.overdueOnly
  return (
    <Stack gap={3}>
      <Cluster align="end">
        <SelectField
          label={t('filters.grade')}
          value={query.grade ?? ''}
          onChange={(event) => choose('grade', event.target.value)}
          placeholder={t('filters.allGrades')}
          options={findingGrades.map((grade) => ({ value: grade, label: gradeText(grade) }))}
        />
        {communes.length > 1 && (
          <SelectField
            label={t('filters.commune')}
            value={query.unit ?? ''}
            onChange={(event) => choose('unit', event.target.value)}
            placeholder={t('filters.allCommunes')}
            options={withFindings.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <CheckRow
          label={t('filters.overdue')}
          checked={query.overdueOnly}
          onChange={(event) => choose('due', event.target.checked ? 'overdue' : '')}
        />
      </Cluster>
      <Cluster>
        <output>{t('filters.found', { count: found, total: findings.length })}</output>
        {isFiltered && (
          <ButtonLink kind="plain" icon="close" href="/findings">
            {t('filters.clear')}
          </ButtonLink>
        )}
      </Cluster>
    </Stack>
  )
}
