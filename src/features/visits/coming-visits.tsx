// What is planned from today on, day by day, with the way into the phone's calendar; and what was planned and did not take
// place, which is recorded late or called off.
import { useState } from 'react'
import type { PlannedVisitView } from '#data/contract/visit-contract.ts'
import { comingVisits, missedVisits } from '#domain/field-visit/planned-visit.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { useCalendarWords, visitEvents } from '#features/calendar-events.ts'
import { CalendarFileButton } from '#features/calendar-file-button.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { dayPath, plannedVisitPath } from './paths.ts'
import { useVisitWords } from './use-visit-words.ts'

/** A province plans for fifty communes; the rest stands in the route of its day. */
const SHOWN = 8

type ComingVisitsProps = {
  readonly screen: ScreenProps
  readonly units: readonly string[]
  readonly mayPlan: boolean
}

export const ComingVisits = ({ screen, units, mayPlan }: ComingVisitsProps) => {
  const { store, today } = screen
  const { t } = useVisitWords()
  const calendarWords = useCalendarWords()
  const planned = useLive(() => store.visits.planned(units), [store, units])
  if (planned === undefined) return null
  const coming = comingVisits(planned, today)
  const missed = missedVisits(planned, today)
  const placeOf = (unit: string) => screen.person.communes.find(({ id }) => id === unit)
  const nameOf = (unit: string): string => placeOf(unit)?.name ?? unit
  if (coming.length + missed.length === 0) return null
  return (
    <Section title={t('coming.title')}>
      <Stack gap={4}>
        {mayPlan && missed.length > 0 && <Missed {...{ screen, missed, nameOf }} />}
        {coming.length > 0 && (
          <>
            <Rows label={t('coming.title')}>
              {coming.slice(0, SHOWN).map((one) => (
                <ComingRow key={one.id} {...{ one, nameOf, today, mayPlan }} area={placeOf(one.unit)?.parent ?? null} />
              ))}
            </Rows>
            {coming.length > SHOWN && <p>{t('coming.more', { count: coming.length - SHOWN })}</p>}
            <CalendarFileButton
              screen={screen}
              name={calendarWords('ofVisits')}
              fileName="lich-den-xa"
              eventsOf={() => visitEvents(calendarWords, planned, today, nameOf)}
            />
          </>
        )}
      </Stack>
    </Section>
  )
}

type NameOf = { readonly nameOf: (unit: string) => string }

type ComingRowProps = NameOf & {
  readonly one: PlannedVisitView
  readonly today: ScreenProps['today']
  readonly mayPlan: boolean
  readonly area: string | null
}

const ComingRow = ({ one, nameOf, today, mayPlan, area }: ComingRowProps) => {
  const { t, formats } = useVisitWords()
  const isToday = one.on === today
  const href = isToday ? plannedVisitPath(one.unit, one.id) : dayPath(one.on, area)
  const when = [isToday ? t('coming.today') : formats.dayWithWeekday(one.on), one.from].filter(Boolean).join(', ')
  return (
    <Row
      mark={<Mark tone={isToday ? 'act' : 'idle'} icon="calendar-check" />}
      title={nameOf(one.unit)}
      detail={[when, one.purpose].filter(Boolean).join(' · ')}
      {...(mayPlan && { href, cue: t(isToday ? 'recordShort' : 'common:open') })}
    />
  )
}

const Missed = ({
  screen,
  missed,
  nameOf,
}: NameOf & { readonly screen: ScreenProps; readonly missed: readonly PlannedVisitView[] }) => {
  const { t, formats } = useVisitWords()
  const [problem, setProblem] = useState<Problem | null>(null)
  const cancel = async ({ unit, id }: PlannedVisitView): Promise<void> => {
    const saved = await screen.store.visits.cancelPlanned({ unit, id })
    setProblem(saved.ok ? null : saved.error)
  }
  return (
    <Stack gap={2}>
      <Rows label={t('coming.missed')}>
        {missed.slice(0, SHOWN).map((one) => (
          <Row
            key={one.id}
            mark={<Mark tone="warn" icon="alert" />}
            title={nameOf(one.unit)}
            detail={t('coming.missedOn', { day: formats.day(one.on) })}
            href={plannedVisitPath(one.unit, one.id)}
            cue={t('recordShort')}
            actions={
              <Cluster>
                <Button kind="plain" icon="close" onClick={() => void cancel(one)}>
                  {t('coming.callOff', { commune: nameOf(one.unit) })}
                </Button>
              </Cluster>
            }
          />
        ))}
      </Rows>
      <ProblemNotice problem={problem} />
    </Stack>
  )
}
