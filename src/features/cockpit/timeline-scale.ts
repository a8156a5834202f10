// From days to places on a line. The line begins with the plan and ends with the latest day anything is planned or
// forecast for; a commune that would stretch it beyond all others is cut at its edge, and its words still tell the day.
import type { CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import { addMonths, daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import { doneOn, isStageDone, type StageState } from '#domain/pilot/stage-event.ts'
import type { Span } from '#ui/chart-timeline.tsx'

export interface TimeScale {
  readonly from: LocalDate
  readonly to: LocalDate
  /** Share of the width, 0 to 1; days outside stand at the edge. */
  readonly at: (day: LocalDate) => number
}

/** The line is at most this many times as long as the plan itself. */
const LONGEST = 3

const latest = (days: readonly LocalDate[]): LocalDate | undefined => days.toSorted().at(-1)
const earliest = (days: readonly LocalDate[]): LocalDate | undefined => days.toSorted()[0]

/** Rule CKP-6. */
export function timeScale(communes: readonly CommuneCockpit[], today: LocalDate, planEnd: LocalDate | null): TimeScale {
  const from = earliest(communes.map(({ baseline }) => baseline.start)) ?? today
  const planned = latest([...communes.map(({ baseline }) => baseline.end), planEnd ?? today, today]) ?? today
  const forecast = latest(communes.map(({ range }) => range.latest)) ?? today
  const cut = Math.max(1, daysBetween(from, planned)) * LONGEST
  const days = Math.max(1, Math.min(cut, daysBetween(from, forecast > planned ? forecast : planned)) * 1.02)
  const at = (day: LocalDate): number => Math.min(1, Math.max(0, daysBetween(from, day) / days))
  return { from, to: forecast > planned ? forecast : planned, at }
}

const firstOfMonth = (day: LocalDate): LocalDate => `${day.slice(0, 8)}01` as LocalDate

/** Nearer to an end of the line a month has no room for its name. */
const EDGE = 0.035

export interface MonthTick {
  readonly at: number
  readonly month: LocalDate
  readonly isMinor: boolean
}

/** The first days of months, at most twelve of them; of these every second or third is shown where there is little room. */
export function monthTicks({ from, to, at }: TimeScale): readonly MonthTick[] {
  const months: LocalDate[] = []
  for (let day = addMonths(firstOfMonth(from), 1); day <= to && months.length < 240; day = addMonths(day, 1)) {
    if (at(day) > EDGE && at(day) < 1 - EDGE) months.push(day)
  }
  const step = Math.max(1, Math.ceil(months.length / 12))
  const shown = months.filter((_, i) => i % step === 0)
  const coarse = Math.max(1, Math.ceil(shown.length / 5))
  return shown.map((month, i) => ({ at: at(month), month, isMinor: i % coarse !== 0 }))
}

export interface LineSpans {
  readonly planned: readonly Span[]
  readonly confirmed: readonly Span[]
  readonly declared: readonly Span[]
  readonly now: readonly Span[]
  readonly over: readonly Span[]
}

/** Rule CKP-7. What was planned, what was done, and the stage under way within and past its time. */
export function lineSpans(stages: readonly StageState[], today: LocalDate, { at }: TimeScale): LineSpans {
  const span = (from: LocalDate, to: LocalDate): Span => ({ from: at(from < to ? from : to), to: at(to) })
  const doneSpans = (status: StageState['status']): readonly Span[] =>
    stages.flatMap((state) => {
      const end = state.status === status ? doneOn(state) : null
      return end === null ? [] : [span(state.startedOn ?? state.plannedStart, end)]
    })
  const running = stages.filter((state) => !isStageDone(state) && state.startedOn !== null && state.startedOn <= today)
  return {
    planned: stages.map(({ plannedStart, plannedEnd }) => span(plannedStart, plannedEnd)),
    confirmed: doneSpans('confirmed'),
    declared: doneSpans('declared'),
    now: running.flatMap(({ startedOn, plannedEnd }) =>
      startedOn !== null && startedOn <= plannedEnd ? [span(startedOn, plannedEnd < today ? plannedEnd : today)] : [],
    ),
    over: running.flatMap(({ startedOn, plannedEnd }) =>
      startedOn !== null && plannedEnd < today ? [span(startedOn > plannedEnd ? startedOn : plannedEnd, today)] : [],
    ),
  }
}
