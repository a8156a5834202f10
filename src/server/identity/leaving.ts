/**
 * Somebody leaves (END-97): every grant ends on their last day, deputising for them too, the account is out of use from
 * the day after, and the successor, where one is named, holds the same grants from then on. What they decided about
 * waits for roles and places and not for a person, so it goes over by itself; what nobody would hold is told.
 */
import { mayAdminister } from '#domain/access/office-rights.ts'
import type { Grant } from '#domain/access/role.ts'
import { addDays, isLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { LeavingAnswer, LeavingRequest } from '#protocol/admin-message.ts'
import type { Caller } from './caller.ts'
import { leavesNobody } from './change-account.ts'
import { administersAccount, type Office } from './change-grants.ts'

export type Leaving = Omit<LeavingAnswer, 'isDone' | 'waiting'>

interface Plan {
  readonly ending: readonly Grant[]
  readonly given: readonly Grant[]
}

/** A grant that was to begin later never does: its last day lies before its first. */
const ended = (grant: Grant, on: LocalDate): Grant => ({
  ...grant,
  to: grant.from <= on ? on : addDays(grant.from, -1),
})

function planOf(all: readonly Grant[], account: string, on: LocalDate, successor: string | null): Plan {
  const reachesOver = ({ to, from }: Grant): boolean => (to === null || to > on) && (to === null || from <= to)
  const touched = all.filter(
    (grant) => (grant.account === account || grant.deputyFor === account) && reachesOver(grant),
  )
  const first = addDays(on, 1)
  const own = touched.filter((grant) => grant.account === account && grant.deputyFor === undefined)
  const holds = ({ scope, role }: Grant): boolean =>
    all.some(
      (grant) => grant.account === successor && grant.scope === scope && grant.role === role && grant.to === null,
    )
  const given = successor === null ? [] : own.filter((grant) => !holds(grant))
  return {
    ending: touched.map((grant) => ended(grant, on)),
    given: given.map((grant) => ({
      ...grant,
      account: successor ?? '',
      from: grant.from > first ? grant.from : first,
    })),
  }
}

/** Role and place of the one who leaves that nobody holds the day after. */
function vacantAfter(all: readonly Grant[], { ending, given }: Plan, account: string, on: LocalDate): readonly Grant[] {
  const first = addDays(on, 1)
  const holds = (grant: Grant, { scope, role }: Grant): boolean =>
    grant.account !== account &&
    grant.deputyFor !== account &&
    grant.scope === scope &&
    grant.role === role &&
    grant.from <= first &&
    (grant.to === null || grant.to >= first)
  return ending.filter((lost) => lost.account === account && ![...all, ...given].some((grant) => holds(grant, lost)))
}

async function faultOf(
  office: Office,
  caller: Caller,
  { account, on, successor }: LeavingRequest,
): Promise<Problem | null> {
  const { store } = office
  if (!(await administersAccount(office, caller, account)) || account === caller.account.id)
    return { code: 'access.forbidden' }
  if ((await store.accountById(account)) === null) return { code: 'account.unknown' }
  if (!isLocalDate(on)) return { code: 'grant.term-unfit' }
  if (successor !== null && ((await store.accountById(successor)) === null || successor === account))
    return { code: 'account.unknown' }
  return (await leavesNobody(office, account, caller.today)) ? { code: 'account.last-administrator' } : null
}

export async function letLeave(
  office: Office,
  caller: Caller,
  request: LeavingRequest,
): Promise<Result<Leaving, Problem>> {
  const fault = await faultOf(office, caller, request)
  if (fault) return err(fault)
  const { store, directory } = office
  const { account, successor } = request
  const on = request.on as LocalDate
  const all = await store.grants()
  const plan = planOf(all, account, on, successor)
  if (!plan.given.every(({ scope }) => mayAdminister(caller.grants, directory, caller.today, scope)))
    return err({ code: 'access.forbidden' })
  if (request.dryRun !== true) {
    await store.saveAccounts([], [...plan.ending, ...plan.given])
    await store.updateAccount(account, { disabledFrom: addDays(on, 1) })
  }
  const names = new Map(directory.places.map(({ id, name }) => [id, name]))
  const placed = (grant: Grant) => ({ ...grant, place: names.get(grant.scope) ?? grant.scope })
  const devices = (await store.devices()).filter((device) => device.account === account && !device.isRevoked)
  return ok({
    ending: plan.ending.map(placed),
    given: plan.given.map(placed),
    devices: devices.map(({ id, label, lastSeenMs }) => ({ id, label, lastSeenMs })),
    vacant: vacantAfter(all, plan, account, on).map(({ role, scope }) => ({
      role,
      scope,
      place: names.get(scope) ?? scope,
    })),
  })
}
