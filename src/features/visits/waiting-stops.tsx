// Communes that wait, the most urgent first, each with the two figures by which it stands here; one tap puts it at the end
// of the route.
import { useState } from 'react'
import type { ProposedStop } from '#domain/field-visit/day-route.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import type { DayRoute } from './use-day-route.ts'
import { useVisitWords } from './use-visit-words.ts'

const PAGE = 8

export const WaitingStops = ({ day }: { readonly day: DayRoute }) => {
  const { t } = useVisitWords()
  const { waiting, rowOf, add } = day
  const [shown, setShown] = useState(PAGE)
  const figures = ({ unit, daysUnseen, daysLate }: ProposedStop): string =>
    [
      rowOf(unit)?.area?.name,
      daysUnseen === null ? t('never') : daysUnseen === 0 ? t('visitedToday') : t('daysAgo', { count: daysUnseen }),
      daysLate > 0 ? t('day.late', { count: daysLate }) : '',
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Section title={t('day.waiting')} detail={t('day.waitingDetail')}>
      <Stack gap={3}>
        <Rows label={t('day.waiting')}>
          {waiting.slice(0, shown).map((stop) => {
            const name = rowOf(stop.unit)?.place.name ?? stop.unit
            return (
              <Row
                key={stop.unit}
                title={name}
                detail={figures(stop)}
                {...(stop.isOverdue && { trailing: <Tag tone="warn">{t('overdue')}</Tag> })}
                actions={
                  <Cluster>
                    <Button icon="plus" onClick={() => void add([stop])}>
                      {t('day.add')} <VisuallyHidden>{name}</VisuallyHidden>
                    </Button>
                  </Cluster>
                }
              />
            )
          })}
        </Rows>
        {waiting.length > shown && (
          <Button onClick={() => setShown(shown + PAGE)}>{t('day.more', { count: waiting.length - shown })}</Button>
        )}
      </Stack>
    </Section>
  )
}
