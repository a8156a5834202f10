/**
 * Maturity from 1 to 5 as ISO 9004 speaks of it, derived from the answers there are. The steps from means to levels are
 * this project's proposal, not the standard's (cần kiểm tra): below 0.5 is 1, below 1.5 is 2, below 2.3 is 3, below 2.8
 * is 4; from 2.8 on it is 5 only with proof of continual improvement (clause 10.3 fully met), else 4. As a level counts
 * only where the lower ones are met, the whole is never more than one above its weakest chapter.
 */
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import type { Answers } from './answer.ts'
import { assessmentResults } from './results.ts'

export type MaturityLevel = 1 | 2 | 3 | 4 | 5

/** Means from which the next level begins, for levels 2 to 5. */
const STEPS = [0.5, 1.5, 2.3, 2.8] as const
const IMPROVEMENT_CLAUSE = '10.3'

/** Rule SA-17. */
export function maturityOf(mean: number | null, improves: boolean): MaturityLevel | null {
  if (mean === null) return null
  const level = 1 + STEPS.filter((from) => mean >= from).length
  return (level === 5 && !improves ? 4 : level) as MaturityLevel
}

export interface Maturity {
  readonly overall: MaturityLevel | null
  /** By section id; null where nothing is scored. */
  readonly bySection: Readonly<Record<string, MaturityLevel | null>>
}

/** Rule SA-17. */
export function maturity(instrument: Instrument, answers: Answers): Maturity {
  const { overall, sections } = assessmentResults(instrument, answers)
  const improving = instrument.questions.filter(({ clause }) => clause === IMPROVEMENT_CLAUSE)
  const improves = improving.length > 0 && improving.every(({ id }) => answers[id]?.score === 3)
  const levels = sections.map(({ section, mean }) => [section, maturityOf(mean, improves)] as const)
  const weakest = Math.min(...levels.map(([, level]) => level ?? 5))
  const whole = maturityOf(overall.mean, improves)
  return {
    overall: whole === null ? null : (Math.min(whole, weakest + 1) as MaturityLevel),
    bySection: Object.fromEntries(levels),
  }
}
