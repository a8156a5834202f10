// One line a finding: what was seen first, then where, under which number and until when.
import type { Place } from '#data/contract/store-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { GradeTag, useFindingWords } from '#features/finding-content.tsx'
import type { Person } from '#features/screen-props.ts'
import { Cluster } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Tag } from '#ui/tag.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { isOverdue, type PublishedFinding } from './finding-list.ts'

type FindingRowsProps = {
  readonly findings: readonly PublishedFinding[]
  readonly person: Person
  readonly today: LocalDate
}

export const FindingRows = ({ findings, person, today }: FindingRowsProps) => {
  const { t } = useText('findings')
  const words = useFindingWords()
  const communesById = new Map<string, Place>(person.communes.map((place) => [place.id, place]))
  return (
    <Rows label={t('title')}>
      {findings.map((finding) => {
        const commune = person.workplace === 'commune' ? undefined : communesById.get(finding.unitId)?.name
        return (
          <Row
            key={`${finding.unitId} ${finding.id}`}
            title={finding.facts}
            detail={[commune, finding.number, words.dueText(finding.dueOn, today)].filter(Boolean).join(' · ')}
            trailing={
              <Cluster gap={2}>
                {isOverdue(finding, today) && <Tag tone="bad">{t('overdue')}</Tag>}
                <GradeTag grade={finding.grade} />
              </Cluster>
            }
            href={`/findings/${finding.unitId}/${finding.id}`}
            cue={t('common:open')}
          />
        )
      })}
    </Rows>
  )
}
