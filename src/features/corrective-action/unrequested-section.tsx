// Findings that wait for their corrective action, above the list of requests. Each leads to the finding, where one is opened
// with everything filled in that is known.
import { useState } from 'react'
import type { UnrequestedFinding } from '#data/contract/corrective-contract.ts'
import { isOpeningLate, OPENING_DAYS } from '#domain/corrective-action/due.ts'
import { findingPath } from '#features/corrective-paths.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import { GradeTag } from '#features/finding-content.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'

const PAGE = 3

type UnrequestedSectionProps = {
  readonly findings: readonly UnrequestedFinding[]
  readonly screen: Pick<ScreenProps, 'person' | 'today'>
}

/** Draws nothing where no finding waits. Rule CA-29. */
export const UnrequestedSection = ({ findings, screen: { person, today } }: UnrequestedSectionProps) => {
  const { t, openingText } = useCorrectiveWords()
  const [count, setCount] = useState(PAGE)
  if (findings.length === 0) return null
  const nameOf = (unit: string): string =>
    person.workplace === 'commune' ? '' : (person.communes.find(({ id }) => id === unit)?.name ?? unit)
  return (
    <Section title={t('unrequested.title')} detail={t('unrequested.detail', { count: OPENING_DAYS })}>
      <Stack gap={3}>
        <Rows label={t('unrequested.title')}>
          {findings.slice(0, count).map((finding) => (
            <Row
              key={`${finding.unit} ${finding.id}`}
              title={finding.facts}
              detail={[nameOf(finding.unit), finding.number, openingText(finding.since, today)]
                .filter(Boolean)
                .join(' · ')}
              trailing={
                <Cluster gap={2}>
                  {isOpeningLate(finding, today) && <Tag tone="bad">{t('late')}</Tag>}
                  <GradeTag grade={finding.grade} />
                </Cluster>
              }
              href={findingPath(finding.unit, finding.id)}
              cue={t('unrequested.open')}
            />
          ))}
        </Rows>
        {findings.length > count && (
          <Cluster>
            <Button onClick={() => setCount(count + PAGE)}>
              {t('unrequested.more', { count: findings.length - count })}
            </Button>
          </Cluster>
        )}
      </Stack>
    </Section>
  )
}
