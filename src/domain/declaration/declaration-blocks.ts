/**
 * What speaks against declaring conformity today. Every condition is judged from records, none from a word; a person may
 * override them with a reason, and both stay with the declaration for good (decision D5).
 */
import { addMonths, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { endOfPeriod } from '#domain/pilot/schedule.ts'

/** Months back in which an audit and a review count. Rule DEC-1. */
export const REVIEWED_WITHIN_MONTHS = 12

/** Calendar months of the trial (decision D3). */
export const TRIAL_MONTHS = 3

export interface DeclarationFacts {
  /** Open major nonconformities. Rule DEC-2. */
  readonly openMajor: number
  readonly auditsConcludedOn: readonly LocalDate[]
  readonly reviewsHeldOn: readonly LocalDate[]
  /** The day G6 began; null while it did not. */
  readonly trialFrom: LocalDate | null
  /** The day G6 was done; null while it runs. */
  readonly trialTo: LocalDate | null
  /** Key questions that block; null where no self-assessment was handed in, or its questions are unknown here. */
  readonly blockingQuestions: number | null
}

export type BlockCode = 'open-major' | 'no-audit' | 'no-review' | 'trial-short' | 'not-ready'

/** One condition that is not met. A type of JSON: it is sealed. */
export interface DeclarationBlock {
  readonly code: BlockCode
  /** How many, for `open-major` and `not-ready`; null where nothing can be counted. */
  readonly count: number | null
  /** The last audit or review; the day the trial will have lasted three months; null where there is none. */
  readonly on: LocalDate | null
}

const latest = (days: readonly LocalDate[]): LocalDate | null =>
  days.reduce<LocalDate | null>((last, day) => (last === null || day > last ? day : last), null)

/** Those up to the day of the declaration: what comes after it does not speak for it. */
function lastBefore(days: readonly LocalDate[], on: LocalDate): LocalDate | null {
  return latest(days.filter((day) => day <= on))
}

const isRecent = (day: LocalDate | null, on: LocalDate): boolean =>
  day !== null && addMonths(day, REVIEWED_WITHIN_MONTHS) >= on

/** The first day on which the trial has lasted three calendar months; null while it did not begin. Rule DEC-3. */
export const trialEnd = (from: LocalDate | null): LocalDate | null =>
  from === null ? null : endOfPeriod(from, { amount: TRIAL_MONTHS, unit: 'calendar-months' })

function trialBlock({ trialFrom, trialTo }: DeclarationFacts, on: LocalDate): readonly DeclarationBlock[] {
  const needed = trialEnd(trialFrom)
  const until = trialTo !== null && trialTo < on ? trialTo : on
  return needed !== null && until >= needed ? [] : [{ code: 'trial-short', count: null, on: needed }]
}

/** Conditions that are not met on a day, the heaviest first. Rules DEC-1 to DEC-3. */
export function declarationBlocks(facts: DeclarationFacts, on: LocalDate): readonly DeclarationBlock[] {
  const audit = lastBefore(facts.auditsConcludedOn, on)
  const review = lastBefore(facts.reviewsHeldOn, on)
  const { openMajor, blockingQuestions } = facts
  return [
    ...(openMajor > 0 ? [{ code: 'open-major', count: openMajor, on: null } as const] : []),
    ...(isRecent(audit, on) ? [] : [{ code: 'no-audit', count: null, on: audit } as const]),
    ...(isRecent(review, on) ? [] : [{ code: 'no-review', count: null, on: review } as const]),
    ...trialBlock(facts, on),
    ...(blockingQuestions === 0 ? [] : [{ code: 'not-ready', count: blockingQuestions, on: null } as const]),
  ]
}

/** Characters that a reason for overriding has at least: "ok" is none. */
export const SHORTEST_REASON = 10

/** Rule DEC-4. Params: `count` conditions. */
export function overrideProblem(blocks: readonly DeclarationBlock[], reason: string): Problem | null {
  if (blocks.length === 0 || Array.from(reason.trim()).length >= SHORTEST_REASON) return null
  return { code: 'declaration.blocked', params: { count: blocks.length } }
}
