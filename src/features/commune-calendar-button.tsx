// Everything of one commune that has a day still to come, for the phone's own calendar.
import type { CalendarEvent } from '#domain/field-visit/calendar-file.ts'
import { CalendarFileButton } from './calendar-file-button.tsx'
import { correctiveEvents, stageEvents, taskEvents, useCalendarWords, visitEvents } from './calendar-events.ts'
import type { ScreenProps } from './screen-props.ts'

type CommuneCalendarButtonProps = {
  readonly screen: Pick<ScreenProps, 'store' | 'clock' | 'today' | 'person'>
  readonly unit: string
}

export const CommuneCalendarButton = ({ screen, unit }: CommuneCalendarButtonProps) => {
  const t = useCalendarWords()
  const { store, today, person } = screen
  const nameOf = (id: string): string => person.communes.find((place) => place.id === id)?.name ?? id
  const eventsOf = async (): Promise<readonly CalendarEvent[]> => {
    const [planned, actions, requests, pilot] = await Promise.all([
      store.visits.planned([unit]),
      store.reviews.actions([unit]),
      store.corrective.list([unit]),
      store.pilot.ofCommune(unit, today),
    ])
    return [
      ...visitEvents(t, planned, today, nameOf),
      ...taskEvents(t, actions, nameOf),
      ...correctiveEvents(t, requests, nameOf),
      ...(pilot === null ? [] : stageEvents(t, pilot, today, nameOf)),
    ]
  }
  return (
    <CalendarFileButton
      screen={screen}
      unit={unit}
      name={t('ofCommune', { commune: nameOf(unit) })}
      fileName={`lich-${unit}`}
      eventsOf={eventsOf}
    />
  )
}
