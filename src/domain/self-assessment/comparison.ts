/**
 * How a commune stands beside its own earlier rounds, and beside all communes together. A distribution never names
 * anybody: quartiles, and those only of five communes or more, because of fewer one could be told from the others.
 */
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import type { Answers } from './answer.ts'
import { assessmentResults } from './results.ts'

/** Means by section id, and of the whole under `overall`; null where nothing is scored. */
export type Means = Readonly<Record<string, number | null>>

export const OVERALL = 'overall'

export function meansOf(instrument: Instrument, answers: Answers): Means {
  const { overall, sections } = assessmentResults(instrument, answers)
  return { [OVERALL]: overall.mean, ...Object.fromEntries(sections.map(({ section, mean }) => [section, mean])) }
}

/** Now minus before, where both have a mean; null elsewhere. Each is counted with the questions it was given. Rule SA-18. */
export function changesSince(before: Means, now: Means): Means {
  return Object.fromEntries(
    Object.entries(now).map(([part, mean]) => {
      const earlier = before[part] ?? null
      return [part, mean === null || earlier === null ? null : mean - earlier]
    }),
  )
}

export interface Quartiles {
  /** Communes with a mean in this part. */
  readonly count: number
  readonly lower: number
  readonly median: number
  readonly upper: number
}

/** Fewer communes have no distribution. Rule SA-19. */
const LEAST_COMMUNES = 5

/** The value below which this share of the sorted values lies, between two of them in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return below + (above - below) * (at - Math.floor(at))
}

/** Null for fewer than five. Rule SA-19. */
export function quartilesOf(values: readonly number[]): Quartiles | null {
  if (values.length < LEAST_COMMUNES) return null
  const sorted = [...values].sort((a, b) => a - b)
  return {
    count: sorted.length,
    lower: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upper: quantile(sorted, 0.75),
  }
}

/** Quartiles by part of the questionnaire; a part with fewer than five means is left out. Rule SA-19. */
export function distributionOf(communes: readonly Means[]): Readonly<Record<string, Quartiles>> {
  const parts = [...new Set(communes.flatMap((means) => Object.keys(means)))]
  return Object.fromEntries(
    parts.flatMap((part) => {
      const quartiles = quartilesOf(communes.flatMap((means) => means[part] ?? []))
      return quartiles ? [[part, quartiles] as const] : []
    }),
  )
}
