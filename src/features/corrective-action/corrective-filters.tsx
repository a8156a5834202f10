// What is open, late or ended, in which step and in which commune; kept in the address, so that Back brings the same list.
import type { CorrectiveView } from '#data/contract/corrective-contract.ts'
import type { Place } from '#data/contract/store-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { CORRECTIVE_PATH } from '#features/corrective-paths.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import { useAddressChoice } from '#features/use-address-choice.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { type CorrectiveQuery, isShown, shows, states } from './corrective-list.ts'

type CorrectiveFiltersProps = {
  readonly views: readonly CorrectiveView[]
  readonly communes: readonly Place[]
  readonly query: CorrectiveQuery
  readonly today: LocalDate
  readonly found: number
}

export const CorrectiveFilters = ({ views, communes, query, today, found }: CorrectiveFiltersProps) => {
  const { t, stateText } = useCorrectiveWords()
  const choose = useAddressChoice()
  const units = new Set(views.map(({ unit }) => unit))
  const isFiltered = query.show !== 'open' || query.state !== null || query.unit !== null
  return (
    <Stack gap={3}>
      <Cluster>
        <SelectField
          label={t('filters.show')}
          value={query.show}
          onChange={(event) => choose('show', event.target.value)}
          options={shows.map((show) => ({
            value: show,
            label: t(`filters.${show}`, { count: views.filter((view) => isShown(view, show, today)).length }),
          }))}
        />
        <SelectField
          label={t('filters.state')}
          value={query.state ?? ''}
          onChange={(event) => choose('state', event.target.value)}
          placeholder={t('filters.allStates')}
          options={states.map((state) => ({ value: state, label: stateText(state) }))}
        />
        {communes.length > 1 && (
          <SelectField
            label={t('filters.commune')}
            value={query.unit ?? ''}
            onChange={(event) => choose('unit', event.target.value)}
            placeholder={t('filters.allCommunes')}
            options={communes.filter(({ id }) => units.has(id)).map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Cluster>
      <Cluster>
        <output>{t('filters.found', { count: found, total: views.length })}</output>
        {isFiltered && (
          <ButtonLink kind="plain" icon="close" href={CORRECTIVE_PATH}>
            {t('filters.clear')}
          </ButtonLink>
        )}
      </Cluster>
    </Stack>
  )
}
