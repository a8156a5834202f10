/**
 * Why a stage is late, in reasons that the province can count and in the commune's own words, and when it is expected to
 * be done. It is the commune's own statement, or that of whoever follows it; the plan's days stay as they are.
 */
import { type LateReason, lateReasons } from '#domain/field-visit/late-reason.ts'
import { type LocalDate, parseWrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'
import type { StageState } from '#domain/pilot/stage-event.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'

export interface StageDelay {
  readonly unit: string
  readonly plan: string
  readonly stage: StageCode
  readonly reasons: readonly LateReason[]
  readonly text: string
  /** The day it was written. */
  readonly on: LocalDate
  readonly expectedOn: LocalDate | null
}

/** One statement for each stage of a commune under a plan. Rule OBS-9. */
export const stageDelayId = ({ unit, plan, stage }: Pick<StageDelay, 'unit' | 'plan' | 'stage'>): string =>
  `sdl.${unit}.${plan}.${stage}`

/** What is typed; `expectedOn` blank where no day is expected yet. */
export interface DelayDraft {
  readonly reasons: readonly LateReason[]
  readonly text: string
  readonly expectedOn: string
}

const known = new Set<string>(lateReasons.map(({ id }) => id))

/** Every problem of a statement, in the order of the form. Rule OBS-8. */
export function delayProblems({ reasons, text, expectedOn }: DelayDraft, today: LocalDate): readonly Problem[] {
  const problems: Problem[] = []
  if (!reasons.some((reason) => known.has(reason))) problems.push({ code: 'stage-delay.reason-missing' })
  if (reasons.includes('other') && !hasText(text)) problems.push({ code: 'stage-delay.text-missing' })
  if (expectedOn.trim() === '') return problems
  const day = parseWrittenDate(expectedOn)
  if (!day.ok) problems.push({ code: day.error, params: { text: expectedOn } })
  else if (day.value < today) problems.push({ code: 'stage-delay.expected-past' })
  return problems
}

/** What is stored of a statement: each reason once, in the order of the list. Rule OBS-8. */
export function readDelay(
  draft: DelayDraft,
  today: LocalDate,
): Result<Pick<StageDelay, 'reasons' | 'text' | 'on' | 'expectedOn'>, Problem> {
  const [problem] = delayProblems(draft, today)
  if (problem) return err(problem)
  const day = parseWrittenDate(draft.expectedOn)
  const reasons = lateReasons.map(({ id }) => id).filter((id) => draft.reasons.includes(id))
  return ok({ reasons, text: draft.text.trim(), on: today, expectedOn: day.ok ? day.value : null })
}

/** Whether the reasons for a delay are asked of a stage. Rule OBS-10. */
export const isDelayAsked = ({ status }: Pick<StageState, 'status'>): boolean => status === 'late'
