/**
 * The one way operations of a device come in, whether pushed by itself or handed over in a file: judged by their own
 * author's rights, stored, and then a look at what had waited for just these operations (END-30).
 */
import type { Grant } from '#domain/access/role.ts'
import type { Op } from '#domain/change/op.ts'
import { keptAsideReasons } from '#domain/corrective-action/kept-aside.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { deviceOf } from '#server/identity/account-state.ts'
import { todayAt } from '#server/identity/caller.ts'
import type { PlaceDirectory } from '#server/identity/place-tree.ts'
import type { Account, Device, EndpointStore, PushOutcome } from '#server/store/store-contract.ts'
import { devicesClaimed } from './context-claims.ts'
import { MOVE_KIND } from './corrective-arrival.ts'
import { createJudge, type Judge } from './judge-op.ts'
import { settleWaiting } from './settle-waiting.ts'

/** Tells everybody concerned what was kept aside (END-132); resolves when that is done, or could not be. */
export interface Notices {
  tell(): Promise<void>
}

export interface Intake {
  readonly store: EndpointStore
  readonly directory: PlaceDirectory
  readonly nowMs: number
  readonly notices?: Notices | undefined
}

/** The device that wrote, and the grants of its account, ended ones included. */
export interface Author {
  readonly device: Device
  readonly grants: readonly Grant[]
}

/** The store judges thousands of operations of one device: how it counts today is found out once. */
function asOfToday(judged: Judge, account: Account | null, today: LocalDate): Judge {
  let [asked, counted]: [Device | null, Device | null] = [null, null]
  return (op, stored) => {
    if (asked !== stored || counted === null) [asked, counted] = [stored, deviceOf(account, stored, today)]
    return judged(op, counted)
  }
}

async function hasKeptAside(store: EndpointStore, device: string, ops: readonly Op[]): Promise<boolean> {
  const moves = new Set(ops.flatMap(({ k, n }) => (k === MOVE_KIND ? [n] : [])))
  if (moves.size === 0) return false
  return (await store.quarantineOf(device)).some(({ n, code }) => moves.has(n) && keptAsideReasons.includes(code))
}

export async function takeIn(intake: Intake, { device, grants }: Author, ops: readonly Op[]): Promise<PushOutcome> {
  const { store, directory, nowMs } = intake
  // What is received only grows: read before the transaction, it can make an operation wait and never lets one through.
  const claimed = devicesClaimed(ops)
  const received = claimed.length > 0 ? await store.receivedOf(claimed) : new Map<string, number>()
  const judged = createJudge({ account: device.account, grants, tree: directory, nowMs, received })
  const account = await store.accountById(device.account)
  const judge = asOfToday(judged, account, todayAt(nowMs))
  const outcome = await store.ingest({
    device: device.id,
    ops,
    nowMs,
    takesRevoked: true,
    judge,
  })
  if (outcome.type !== 'stored' || ops.length === 0) return outcome
  await settleWaiting(intake)
  if (intake.notices && (await hasKeptAside(store, device.id, ops))) await intake.notices.tell()
  return outcome
}
