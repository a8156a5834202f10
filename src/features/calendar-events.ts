// What a calendar is told, in the reader's words: visits, the days of tasks and corrective actions, the ends of stages and
// the deadlines of a plan. Ids stay the same, so that a second file moves an event instead of doubling it.
import type { ActionView } from '#data/contract/review-contract.ts'
import type { CorrectiveView } from '#data/contract/corrective-contract.ts'
import type { PilotView } from '#data/contract/pilot-contract.ts'
import type { PlannedVisitView } from '#data/contract/visit-contract.ts'
import type { CalendarEvent } from '#domain/field-visit/calendar-file.ts'
import { comingVisits } from '#domain/field-visit/planned-visit.ts'
import type { LocalDate, WrittenDate } from '#domain/kernel/local-date.ts'
import { useText } from '#ui/text/text-context.tsx'

type Words = (key: string, params?: Readonly<Record<string, string | number>>) => string

export function visitEvents(
  t: Words,
  planned: readonly PlannedVisitView[],
  today: LocalDate,
  nameOf: (unit: string) => string,
): readonly CalendarEvent[] {
  return comingVisits(planned, today).map(({ id, unit, on, from, purpose }) => ({
    uid: `visit-${id}`,
    on,
    summary: [from, t('visit', { commune: nameOf(unit) })].filter(Boolean).join(' · '),
    description: purpose,
    place: nameOf(unit),
  }))
}

export const taskEvents = (
  t: Words,
  actions: readonly ActionView[],
  nameOf: (unit: string) => string,
): readonly CalendarEvent[] =>
  actions.flatMap(({ id, unit, what, who, until, state }) =>
    state !== 'open' || until.date === null
      ? []
      : [{ uid: `action-${id}`, on: until.date, summary: t('task', { what }), description: who, place: nameOf(unit) }],
  )

const hasEnded = ({ course: { state } }: CorrectiveView): boolean => state === 'closed' || state === 'carried-over'

export const correctiveEvents = (
  t: Words,
  requests: readonly CorrectiveView[],
  nameOf: (unit: string) => string,
): readonly CalendarEvent[] =>
  requests.flatMap((request) => {
    const { id, unit, number, description, course } = request
    if (hasEnded(request) || course.dueOn === null) return []
    return [
      {
        uid: `corrective-${id}`,
        on: course.dueOn,
        summary: t('corrective', { number }),
        description,
        place: nameOf(unit),
      },
    ]
  })

/** Planned ends of the stages that are not declared yet and still to come. */
export const stageEvents = (
  t: Words,
  { unitId, stages }: Pick<PilotView, 'unitId' | 'stages'>,
  today: LocalDate,
  nameOf: (unit: string) => string,
): readonly CalendarEvent[] =>
  stages
    .filter(({ plannedEnd, declarations }) => declarations.length === 0 && plannedEnd >= today)
    .map(({ stage, plannedEnd }) => ({
      uid: `stage-${unitId}-${stage}`,
      on: plannedEnd,
      summary: t('stage', { stage, commune: nameOf(unitId) }),
      description: '',
      place: nameOf(unitId),
    }))

type Deadline = { readonly text: string; readonly on: WrittenDate; readonly decidedOn?: WrittenDate | null }

/** Of a plan; the day a person decided on where the written one is on no calendar, and none where nobody decided. */
export const deadlineEvents = (planId: string, deadlines: readonly Deadline[]): readonly CalendarEvent[] =>
  deadlines.flatMap(({ text, on, decidedOn }, at) => {
    const day = decidedOn?.date ?? on.date
    return day === null ? [] : [{ uid: `deadline-${planId}-${at}`, on: day, summary: text, description: '', place: '' }]
  })

export const useCalendarWords = (): Words => useText('calendar').t as Words
