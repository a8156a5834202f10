/**
 * May this operation of this person enter the feed? The answer is a code for the quarantine, or null. It is judged by
 * the grants on the day the change was made, as far as that day can be believed: never later than now, and never
 * before the replica was given out or before its previous contact, so that a clock set back gains nothing and a
 * clock gone wrong loses nothing.
 */
import { checkWrite, type PlaceTree } from '#domain/access/feed-access.ts'
import type { Grant } from '#domain/access/role.ts'
import { parseFeed } from '#domain/change/feed.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import { isKind } from '#domain/change/kind-registry.ts'
import type { Op } from '#domain/change/op.ts'
import { type LocalDate, localDateAt, VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import type { Device } from '#server/store/store-contract.ts'

export interface Authority {
  readonly account: string
  readonly grants: readonly Grant[]
  readonly tree: PlaceTree
  readonly nowMs: number
}

const MAX_ID_LENGTH = 200
const MAX_FIELDS = 100
const MAX_VALUES_LENGTH = 1_000_000
const FIELD_NAME = /^_?[A-Za-z][A-Za-z0-9-]{0,79}$/

const isId = (text: string): boolean => text.length > 0 && text.length <= MAX_ID_LENGTH

function isWellFormed(op: Op): boolean {
  const names = Object.keys(op.f)
  return (
    isId(op.e) &&
    isId(op.k) &&
    op.sv >= 1 &&
    parseFeed(op.s) !== undefined &&
    names.length > 0 &&
    names.length <= MAX_FIELDS &&
    names.every((name) => FIELD_NAME.test(name)) &&
    JSON.stringify(op.f).length <= MAX_VALUES_LENGTH
  )
}

/** The day for which the grants are asked. */
export function dayOfChange(op: Pick<Op, 'h'>, device: Pick<Device, 'createdMs' | 'hlcMax'>, nowMs: number): LocalDate {
  const lastKnownMs = device.hlcMax === null ? device.createdMs : Math.max(device.createdMs, hlcToMs(device.hlcMax))
  const ms = Math.min(nowMs, Math.max(hlcToMs(op.h), lastKnownMs))
  return localDateAt(ms, VIETNAM_OFFSET_MINUTES)
}

export function judgeOp(op: Op, device: Device, { account, grants, tree, nowMs }: Authority): ProblemCode | null {
  if (!isWellFormed(op)) return 'op.malformed'
  if (!isKind(op.k)) return 'access.unknown-kind'
  if (op.u !== account) return 'access.forbidden'
  const allowed = checkWrite(grants, op, tree, dayOfChange(op, device, nowMs))
  return allowed.ok ? null : allowed.error
}
