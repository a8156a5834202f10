/**
 * Acting for somebody for a time (ký thay, KT.): a grant of that person's role in that person's place, with a first and
 * a last day. It is a grant like any other everywhere else, so nothing has to know about it to be right.
 */
import { addDays } from '#domain/kernel/local-date.ts'
import { type Grant, isActive } from './role.ts'

/** A year: longer is an appointment. */
const LONGEST_DAYS = 366

/** Whether the deputising may be given, by the grants of the one who is deputised for. Rule ACC-13. */
export function isDeputising(grant: Grant, ofPrincipal: readonly Grant[]): boolean {
  const { account, deputyFor, scope, role, from, to } = grant
  if (deputyFor === undefined || deputyFor === account || to === null || to > addDays(from, LONGEST_DAYS)) return false
  return ofPrincipal.some(
    (own) =>
      own.account === deputyFor &&
      own.deputyFor === undefined &&
      own.scope === scope &&
      own.role === role &&
      isActive(own, from),
  )
}
