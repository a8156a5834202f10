/** Whether an account may be emptied of names on a day, and if not, why. Rules PER-2, PER-3. */
import type { Grant } from '#domain/access/role.ts'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { SEALED_YEARS } from './personal-datum.ts'

const DAYS_OF_YEAR = 365.25

/** The first day on which nothing sealed that day has to name its author any longer. */
export const keptUntil = (sealedOn: LocalDate): LocalDate => addDays(sealedOn, Math.ceil(SEALED_YEARS * DAYS_OF_YEAR))

/** `lastSealedOn`: the day of the last sealed record of the account, or null where there is none. */
export function mayErase(
  grants: readonly Pick<Grant, 'to'>[],
  lastSealedOn: LocalDate | null,
  today: LocalDate,
): Result<null, Problem> {
  if (grants.some(({ to }) => to === null || to >= today)) return err({ code: 'person.in-office' })
  if (lastSealedOn === null) return ok(null)
  const until = keptUntil(lastSealedOn)
  return today >= until ? ok(null) : err({ code: 'person.retained', params: { until } })
}
