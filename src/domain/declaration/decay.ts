/**
 * "Nguy cơ chỉ còn trên giấy": signs that a system is kept up on paper only. Systems decay after the certificate, so what
 * counts is not what was once reached but what happened in the last twelve months.
 */
import { addMonths, type LocalDate } from '#domain/kernel/local-date.ts'

export type LifeSign = 'audit' | 'review' | 'record' | 'report'

export const lifeSigns: readonly LifeSign[] = ['audit', 'review', 'record', 'report']

/** Months without a sign after which it is missed. */
export const DECAY_MONTHS = 12

/** The last day of each sign; null where there never was one. */
export type LastSigns = Readonly<Record<LifeSign, LocalDate | null>>

export interface DecayReason {
  readonly sign: LifeSign
  /** Null where there never was one. */
  readonly lastOn: LocalDate | null
}

const isOlder = (day: LocalDate, today: LocalDate): boolean => addMonths(day, DECAY_MONTHS) < today

/** Signs that are missed. `since` is the day the commune began; null means that it did not. Rule DEC-11. */
export function decayReasons(last: LastSigns, since: LocalDate | null, today: LocalDate): readonly DecayReason[] {
  if (since === null || !isOlder(since, today)) return []
  return lifeSigns
    .map((sign) => ({ sign, lastOn: last[sign] }))
    .filter(({ lastOn }) => lastOn === null || isOlder(lastOn, today))
}
