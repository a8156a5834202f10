/**
 * May this operation of this person enter the feed? The answer is a code for the quarantine, or null. It is judged by
 * the grants on the day the change was made, as far as that day can be believed: never later than now, and never
 * before the replica was given out or before its previous contact, so that a clock set back gains nothing and a
 * clock gone wrong loses nothing.
 */
import { checkWrite, type PlaceTree, rightsByStep } from '#domain/access/feed-access.ts'
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

/** Names found well-formed before: there are a few dozen, and each comes ten thousand times. */
const goodNames = new Set<string>()
const MOST_GOOD_NAMES = 500

function isFieldName(name: string): boolean {
  if (goodNames.has(name)) return true
  const isGood = FIELD_NAME.test(name)
  if (isGood && goodNames.size < MOST_GOOD_NAMES) goodNames.add(name)
  return isGood
}

/** A character takes at most six in JSON, so short texts and numbers need not be written out to be known as short. */
const MOST_PER_CHARACTER = 6
const MOST_OF_SCALAR = 30

function isShort(f: Op['f'], names: readonly string[]): boolean {
  let most = 0
  for (const name of names) {
    const [value, context] = f[name] ?? [null]
    if (context !== undefined || (typeof value === 'object' && value !== null)) return false
    most += (name.length + (typeof value === 'string' ? value.length : 0)) * MOST_PER_CHARACTER + MOST_OF_SCALAR
  }
  return most <= MAX_VALUES_LENGTH
}

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
    names.every(isFieldName) &&
    claimsOf(op).length <= MAX_CLAIMS &&
    (isShort(op.f, names) || JSON.stringify(op.f).length <= MAX_VALUES_LENGTH)
  )
}

/** The previous contact by the stamps it brought; by the endpoint's own clock where those ran ahead of it. */
function lastContactMs({ createdMs, hlcMax, lastSeenMs }: Contact): number {
  return hlcMax === null ? createdMs : Math.max(createdMs, Math.min(hlcToMs(hlcMax), lastSeenMs))
}

type Contact = Pick<Device, 'createdMs' | 'hlcMax' | 'lastSeenMs'>

const momentOfChange = (op: Pick<Op, 'h'>, device: Contact, nowMs: number): number =>
  Math.min(nowMs, Math.max(hlcToMs(op.h), lastContactMs(device)))

/** The day for which the grants are asked. */
export const dayOfChange = (op: Pick<Op, 'h'>, device: Contact, nowMs: number): LocalDate =>
  localDateAt(momentOfChange(op, device, nowMs), VIETNAM_OFFSET_MINUTES)

function refusalByGrants(op: Op, device: Device, { grants, tree, nowMs }: Authority): ProblemCode | null {
  const on = dayOfChange(op, device, nowMs)
  const read = upcastOp(op)
  const allowed = checkWrite(grants, read, tree, on)
  if (!allowed.ok) return allowed.error
  const heard = grantsStillHeard(grants, localDateAt(nowMs, VIETNAM_OFFSET_MINUTES))
  return checkWrite(heard, read, tree, on).ok ? null : 'access.too-late'
}

const OFFSET_MS = VIETNAM_OFFSET_MINUTES * 60_000
const DAY_MS = 86_400_000

/** What is asked of the grants, in one text; null where the right depends on a value of the operation. */
function questionOf(op: Op, device: Device, nowMs: number): string | null {
  const day = Math.floor((momentOfChange(op, device, nowMs) + OFFSET_MS) / DAY_MS)
  return op.k === 'amendment' || rightsByStep.has(op.k) ? null : `${day} ${op.k} ${op.s}`
}

export type Judge = (op: Op, device: Device) => ProblemCode | null

/** Judges one operation after the other; the same question to the same grants is answered once. */
export function createJudge(authority: Authority): Judge {
  const known = new Map<string, ProblemCode | null>()
  const refusal: Judge = (op, device) => {
    const question = questionOf(op, device, authority.nowMs)
    const answer = question === null ? undefined : known.get(question)
    if (answer !== undefined) return answer
    const found = refusalByGrants(op, device, authority)
    if (question !== null) known.set(question, found)
    return found
  }
  return (op, device) => judgeBy(refusal, op, device, authority)
}

/** The claims come last: an operation that waits for them lacks nothing else (END-30). */
function judgeBy(refusalOf: Judge, op: Op, device: Device, { account, received }: Authority): ProblemCode | null {
  if (!isWellFormed(op)) return 'op.malformed'
  if (device.isRevoked) return 'device.revoked'
  if (op.u !== account) return 'access.forbidden'
  const refusal = refusalOf(op, device)
  if (refusal) return refusal
  return received && claimsAhead(op, received) ? 'op.context-ahead' : null
}

export const judgeOp = (op: Op, device: Device, authority: Authority): ProblemCode | null =>
  createJudge(authority)(op, device)
