// Which requests are shown, as it stands in the address. What the address does not say, or says wrongly, counts as "all".
import type { CorrectiveView } from '#data/contract/corrective-contract.ts'
import { isEffectDue } from '#domain/corrective-action/course.ts'
import { isLate } from '#domain/corrective-action/due.ts'
import { isOpenState } from '#domain/corrective-action/move.ts'
import type { CorrectiveActionState } from '#domain/corrective-action/state.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'

export const states: readonly CorrectiveActionState[] = [
  'proposed',
  'analysing',
  'awaiting-approval',
  'in-progress',
  'verifying',
  'closed',
  'carried-over',
]

export type Show = 'open' | 'late' | 'effect' | 'ended' | 'all'
export const shows: readonly Show[] = ['open', 'late', 'effect', 'ended', 'all']

export interface CorrectiveQuery {
  readonly show: Show
  readonly state: CorrectiveActionState | null
  readonly unit: string | null
}

export const readCorrectiveQuery = (params: URLSearchParams): CorrectiveQuery => ({
  show: shows.find((show) => show === params.get('show')) ?? 'open',
  state: states.find((state) => state === params.get('state')) ?? null,
  unit: params.get('unit'),
})

export function isShown({ course }: CorrectiveView, show: Show, today: LocalDate): boolean {
  if (show === 'all') return true
  if (show === 'late') return isLate(course, today)
  if (show === 'effect') return isEffectDue(course, today)
  return isOpenState(course.state) === (show === 'open')
}

export const filterCorrective = (
  views: readonly CorrectiveView[],
  { show, state, unit }: CorrectiveQuery,
  today: LocalDate,
): readonly CorrectiveView[] =>
  views.filter(
    (view) =>
      (unit === null || view.unit === unit) &&
      (state === null ? isShown(view, show, today) : view.course.state === state),
  )
