/**
 * A person decides about a refused operation (END-31). Accepting lifts the reason it was refused for, never the laws of
 * the records: what is malformed, forged, misplaced or came for a unit that is gone cannot enter by anybody's word.
 */
import { mayStandIn } from '#domain/access/feed-access.ts'
import { mayDecide } from '#domain/access/office-rights.ts'
import { parseFeed } from '#domain/change/feed.ts'
import { keptAsideReasons } from '#domain/corrective-action/kept-aside.ts'
import type { Problem, ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { Caller } from '#server/identity/caller.ts'
import type { PlaceDirectory } from '#server/identity/place-tree.ts'
import type { EndpointStore, QuarantineRow, Verdict } from '#server/store/store-contract.ts'
import { isWellFormed } from './judge-op.ts'
import type { Notices } from './take-in.ts'

export interface Deciding {
  readonly store: EndpointStore
  readonly directory: PlaceDirectory
  readonly nowMs: number
  readonly notices?: Notices | undefined
}

export interface WantedDecision {
  readonly device: string
  readonly n: number
  readonly verdict: Verdict
  readonly reason: string
}

/** Reasons that nobody's word lifts. */
const neverEntered: readonly ProblemCode[] = ['access.unit-ended', 'judged.published', 'op.malformed']

/** Whether an acceptance could enter it; the record itself may still forbid it (END-16, END-17). */
export async function mayBeAccepted(
  { store, directory }: Deciding,
  { op, code, device }: QuarantineRow,
): Promise<boolean> {
  const feed = parseFeed(op.s)
  if (neverEntered.includes(code) || !feed || !isWellFormed(op)) return false
  const author = await store.deviceById(device)
  return author?.account === op.u && mayStandIn(op.k, feed.audience) && directory.provinceOf(feed.scope) !== undefined
}

/** What waits and is the caller's to decide, newest first. */
export async function waitingForDecision(
  { store, directory }: Deciding,
  { grants, today }: Caller,
  limit: number,
): Promise<readonly QuarantineRow[]> {
  const rows = await store.quarantine(Number.MAX_SAFE_INTEGER)
  return rows.filter(({ op }) => mayDecide(grants, op.s, directory, today)).slice(0, limit)
}

export async function decideRefused(
  deciding: Deciding,
  caller: Caller,
  { device, n, verdict, reason }: WantedDecision,
): Promise<Result<null, Problem>> {
  const { store, directory, nowMs } = deciding
  const row = (await store.quarantineOf(device)).find((waiting) => waiting.n === n)
  if (!row) return err({ code: 'decision.not-waiting' })
  if (!mayDecide(caller.grants, row.op.s, directory, caller.today)) return err({ code: 'access.forbidden' })
  if (row.op.u === caller.account.id) return err({ code: 'access.forbidden' })
  if (verdict === 'dismissed' && reason === '') return err({ code: 'decision.reason-missing' })
  if (verdict === 'accepted' && !(await mayBeAccepted(deciding, row))) return err({ code: 'decision.impossible' })
  const outcome = await store.decide({ device, n, verdict, by: caller.account.id, reason, nowMs })
  if (outcome === 'decided') {
    if (keptAsideReasons.includes(row.code)) await deciding.notices?.tell()
    return ok(null)
  }
  return err({ code: outcome === 'impossible' ? 'decision.impossible' : 'decision.not-waiting' })
}
