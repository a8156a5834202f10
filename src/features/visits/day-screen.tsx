// The plan of one day: a route that is proposed, changed by hand and kept at once, in the order in which one drives; below
// it the communes that wait, the most urgent first, each with its two figures.
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { addDays, formatLocalDate, isLocalDate, type LocalDate, parseWrittenDate } from '#domain/kernel/local-date.ts'
import { useCalendarWords, visitEvents } from '#features/calendar-events.ts'
import { CalendarFileButton } from '#features/calendar-file-button.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { DayStops } from './day-stops.tsx'
import { VISITS_PATH } from './paths.ts'
import { type DayRoute, useDayRoute } from './use-day-route.ts'
import { useVisitWords } from './use-visit-words.ts'
import { WaitingStops } from './waiting-stops.tsx'

export const DayScreen = (screen: ScreenProps) => {
  const { t, formats } = useVisitWords()
  const [params, setParams] = useSearchParams()
  const wanted = params.get('on') ?? ''
  const on = isLocalDate(wanted) ? wanted : screen.today
  const area = params.get('area')
  const day = useDayRoute(screen, on, area)
  const choose = (next: { readonly on?: LocalDate; readonly area?: string }): void =>
    setParams({ on, ...(area !== null && { area }), ...next }, { replace: true })
  return (
    <Measure>
      <PageHeader
        title={t('day.title')}
        subtitle={formats.dayWithWeekday(on)}
        back={{ href: VISITS_PATH, label: t('title') }}
      />
      <Stack gap={5}>
        <DayChoice on={on} today={screen.today} onChoose={(next) => choose({ on: next })} />
        {day !== undefined && day.area !== null && (
          <SelectField
            label={t('day.area')}
            hint={t('day.areaHint')}
            name="area"
            value={day.area}
            options={day.areas.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ target }) => choose({ area: target.value })}
          />
        )}
        {day === undefined ? (
          <Skeleton label={t('common:loading')} shape="rows" count={5} />
        ) : (
          <OneDay {...{ screen, day, on }} />
        )}
      </Stack>
    </Measure>
  )
}

type DayChoiceProps = {
  readonly on: LocalDate
  readonly today: LocalDate
  readonly onChoose: (on: LocalDate) => void
}

const DayChoice = ({ on, today, onChoose }: DayChoiceProps) => {
  const { t } = useVisitWords()
  const tomorrow = addDays(today, 1)
  const which = on === today ? 'today' : on === tomorrow ? 'tomorrow' : 'other'
  const [isOther, setOther] = useState(which === 'other')
  const [text, setText] = useState(formatLocalDate(on))
  const write = (written: string): void => {
    setText(written)
    const read = parseWrittenDate(written)
    if (read.ok && read.value !== on) onChoose(read.value)
  }
  return (
    <Stack gap={3}>
      <Segmented
        legend={t('day.which')}
        name="day"
        value={isOther ? 'other' : which}
        onChange={(next) => {
          setOther(next === 'other')
          if (next !== 'other') write(formatLocalDate(next === 'today' ? today : tomorrow))
        }}
        options={(['today', 'tomorrow', 'other'] as const).map((value) => ({ value, label: t(`day.${value}`) }))}
      />
      {isOther && (
        <WrittenDateField label={t('day.date')} name="on" hint={t('onHint')} value={text} onChange={write} isAsked />
      )}
    </Stack>
  )
}

type OneDayProps = { readonly screen: ScreenProps; readonly day: DayRoute; readonly on: LocalDate }

const OneDay = ({ screen, day, on }: OneDayProps) => {
  const { t } = useVisitWords()
  const calendarWords = useCalendarWords()
  const { route, waiting, proposed, problem, rowOf } = day
  const isPast = on < screen.today
  const nameOf = (unit: string): string => rowOf(unit)?.place.name ?? unit
  if (route.length + waiting.length === 0)
    return <EmptyState icon="pin" title={t('noCommunes.title')} text={t('noCommunes.text')} />
  return (
    <>
      <Section title={t('day.route')} detail={t('day.routeDetail')}>
        <Stack gap={4}>
          {route.length === 0 && (
            <EmptyState
              icon="calendar-check"
              level={3}
              title={t('day.empty')}
              text={t(isPast ? 'day.past' : 'day.emptyText')}
              {...(!isPast &&
                proposed.length > 0 && {
                  action: (
                    <Button kind="main" icon="list" onClick={() => void day.add(proposed)}>
                      {t('day.propose', { count: proposed.length })}
                    </Button>
                  ),
                })}
            />
          )}
          {route.length > 0 && <DayStops {...{ screen, day }} />}
          <ProblemNotice problem={problem} />
          {route.length > 0 && (
            <CalendarFileButton
              screen={screen}
              name={calendarWords('ofVisits')}
              fileName={`lich-den-xa-${on}`}
              eventsOf={() => visitEvents(calendarWords, route, screen.today, nameOf)}
            />
          )}
        </Stack>
      </Section>
      {!isPast && waiting.length > 0 && <WaitingStops {...{ day }} />}
    </>
  )
}
