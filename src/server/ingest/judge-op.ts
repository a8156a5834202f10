/**
 * May this operation of this person enter the feed? The answer is a code for the quarantine, or null. It is judged by
 * the grants on the day the change was made, as far as that day can be believed: never later than now, and never
 * before the replica was given out or before its previous contact, so that a clock set back gains nothing and a
 * clock gone wrong loses nothing.
 */
import { checkWrite, type PlaceTree } from '#domain/access/feed-access.ts'
import { grantsStillHeard } from '#domain/access/grace.ts'
import type { Grant } from '#domain/access/role.ts'
import { parseFeed } from '#domain/change/feed.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import { upcastOp } from '#domain/change/upcast.ts'
import { type LocalDate, localDateAt, VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import type { Device } from '#server/store/store-contract.ts'
import { claimsAhead, claimsOf, type Received } from './context-claims.ts'

export interface Authority {
  readonly account: string
  readonly grants: readonly Grant[]
  readonly tree: PlaceTree
  readonly nowMs: number
  /** Of the devices named in contexts; left out where operations carry none (END-30). */
  readonly received?: Received
}

const MAX_ID_LENGTH = 200
const MAX_FIELDS = 100
const MAX_CLAIMS = 2000
const MAX_VALUES_LENGTH = 1_000_000
/** As in the registry of kinds; a kind of a newer version looks no other. */
const KIND_NAME = /^[a-z][a-z0-9-]{0,79}$/
const FIELD_NAME = /^_?[A-Za-z][A-Za-z0-9-]{0,79}$/

const isId = (text: string): boolean => text.length > 0 && text.length <= MAX_ID_LENGTH

/** Whether the operation could be stored at all, whoever wrote it. */
export function isWellFormed(op: Op): boolean {
  const names = Object.keys(op.f)
  return (
    isId(op.e) &&
    KIND_NAME.test(op.k) &&
    op.sv >= 1 &&
    parseFeed(op.s) !== undefined &&
    names.length > 0 &&
    names.length <= MAX_FIELDS &&
    names.every((name) => FIELD_NAME.test(name)) &&
    claimsOf(op).length <= MAX_CLAIMS &&
    JSON.stringify(op.f).length <= MAX_VALUES_LENGTH
  )
}

/** The previous contact by the stamps it brought; by the endpoint's own clock where those ran ahead of it. */
function lastContactMs({ createdMs, hlcMax, lastSeenMs }: Pick<Device, 'createdMs' | 'hlcMax' | 'lastSeenMs'>): number {
  return hlcMax === null ? createdMs : Math.max(createdMs, Math.min(hlcToMs(hlcMax), lastSeenMs))
}

/** The day for which the grants are asked. */
export function dayOfChange(
  op: Pick<Op, 'h'>,
  device: Pick<Device, 'createdMs' | 'hlcMax' | 'lastSeenMs'>,
  nowMs: number,
): LocalDate {
  const ms = Math.min(nowMs, Math.max(hlcToMs(op.h), lastContactMs(device)))
  return localDateAt(ms, VIETNAM_OFFSET_MINUTES)
}

function refusalByGrants(op: Op, device: Device, { grants, tree, nowMs }: Authority): ProblemCode | null {
  const on = dayOfChange(op, device, nowMs)
  const read = upcastOp(op)
  const allowed = checkWrite(grants, read, tree, on)
  if (!allowed.ok) return allowed.error
  const heard = grantsStillHeard(grants, localDateAt(nowMs, VIETNAM_OFFSET_MINUTES))
  return checkWrite(heard, read, tree, on).ok ? null : 'access.too-late'
}

/** The claims come last: an operation that waits for them lacks nothing else (END-30). */
export function judgeOp(op: Op, device: Device, authority: Authority): ProblemCode | null {
  if (!isWellFormed(op)) return 'op.malformed'
  if (device.isRevoked) return 'device.revoked'
  if (op.u !== authority.account) return 'access.forbidden'
  const refusal = refusalByGrants(op, device, authority)
  if (refusal) return refusal
  return authority.received && claimsAhead(op, authority.received) ? 'op.context-ahead' : null
}
