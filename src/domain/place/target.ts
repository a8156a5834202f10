/**
 * "More than 70 % by the end of 2020" is a strict inequality over a number of units that moved: 226 became
 * 200, 194 and 65. A target therefore names its denominator with its date, and is reckoned in whole numbers,
 * since 0.57 × 100 in floating point is 56.99999999999999.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { readListDate } from './unit-row.ts'

function assertWhole(value: number, name: string, most: number): void {
  if (!Number.isInteger(value) || value < 0 || value > most) throw new RangeError(`${name} out of range: ${value}`)
}

/**
 * The least number of units that meets a target. `share` in whole percent (0–100); `strict` for "more than",
 * otherwise "at least". Greater than `denominator` where the target cannot be met. Throws RangeError on fractions.
 */
export function neededForTarget(share: number, denominator: number, strict: boolean): number {
  assertWhole(share, 'share', 100)
  assertWhole(denominator, 'denominator', 1_000_000)
  const hundredths = share * denominator
  const below = (hundredths - (hundredths % 100)) / 100
  return strict || hundredths % 100 > 0 ? below + 1 : below
}

/** Whether `count` units meet the target of `neededForTarget`. */
export function isTargetMet(count: number, share: number, denominator: number, strict: boolean): boolean {
  return count >= neededForTarget(share, denominator, strict)
}

/** A number of units with the time it held from. */
export interface DatedDenominator {
  /** First day of the period that `precision` names. */
  readonly on: LocalDate
  readonly precision: 'day' | 'month' | 'year'
  readonly count: number
  /** Shown as "cần kiểm tra": the number is known, the list of units is not (D2). */
  readonly needsChecking: boolean
}

const entry = (
  on: string,
  precision: DatedDenominator['precision'],
  count: number,
  needsChecking: boolean,
): DatedDenominator => ({ on: readListDate(on), precision, count, needsChecking })

/** Commune-level units of Lạng Sơn, oldest first. */
export const langSonDenominators: readonly DatedDenominator[] = [
  entry('2017-10-15', 'day', 226, false),
  entry('2020-01-01', 'year', 200, true),
  entry('2025-03-01', 'month', 194, true),
  entry('2025-07-01', 'day', 65, false),
]

/** The denominator that holds on a day: the last one not later; null before the first. */
export function denominatorOn(day: LocalDate): DatedDenominator | null {
  return langSonDenominators.findLast((denominator) => denominator.on <= day) ?? null
}
