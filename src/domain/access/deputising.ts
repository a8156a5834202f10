/**
 * Acting for somebody for a time (ký thay, KT.): a grant of that person's role in that person's place, with a first and
 * a last day. It holds on the days on which the one deputised for holds the role too; cut down to those days by
 * `grantsInForce` it is a grant like any other everywhere else.
 */
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import { type Grant, isActive } from './role.ts'

/** A year: longer is an appointment. */
const LONGEST_DAYS = 366

/** The role is the other's own there, not held by deputising. */
const isOwnOf = (deputising: Grant, own: Grant): boolean =>
  own.account === deputising.deputyFor &&
  own.deputyFor === undefined &&
  own.scope === deputising.scope &&
  own.role === deputising.role

/** Whether the deputising may be given, by the grants of the one who is deputised for. Rule ACC-13. */
export function isDeputising(grant: Grant, ofPrincipal: readonly Grant[]): boolean {
  const { account, deputyFor, from, to } = grant
  if (deputyFor === undefined || deputyFor === account || to === null || to > addDays(from, LONGEST_DAYS)) return false
  return ofPrincipal.some((own) => isOwnOf(grant, own) && isActive(own, from))
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)

const earlier = (a: LocalDate | null, b: LocalDate | null): LocalDate | null => {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}

/** The days of the deputising on which the other holds the role, as grants one after the other. */
function partsInForce(grant: Grant, all: readonly Grant[]): readonly Grant[] {
  return all
    .filter((own) => isOwnOf(grant, own))
    .map((own) => ({ ...grant, from: later(grant.from, own.from), to: earlier(grant.to, own.to) }))
    .filter(({ from, to }) => to === null || from <= to)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
}

/**
 * The grants as they hold: acting for somebody ends when the grant of the one deputised for ends, also where nobody
 * ended it by hand. `all` has the grants of everybody deputised for. Rule ACC-17.
 */
export const grantsInForce = (grants: readonly Grant[], all: readonly Grant[]): readonly Grant[] =>
  grants.flatMap((grant) => (grant.deputyFor === undefined ? [grant] : partsInForce(grant, all)))
