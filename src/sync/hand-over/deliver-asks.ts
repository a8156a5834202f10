/**
 * Brings the wishes of others to the endpoint and keeps its answers for them: one after the other, because an answer may
 * be large, and each once per incarnation (rules HND-9, HND-12).
 */
import type { KeptExtra } from '#data/contract/hand-over-contract.ts'
import type { SyncPosition } from '#data/contract/sync-store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { writeHandOverFile } from '#protocol/hand-over/hand-over-file.ts'
import { type HandOverAnswer, isHandOverAnswer } from '#protocol/hand-over/hand-over-message.ts'
import { paths } from '#protocol/paths.ts'
import { jsonReader } from '#sync/endpoint-answer.ts'
import type { SessionAccess } from '#sync/session-access.ts'
import { bytesOfBase64Url, sha256Text } from './crypto-texts.ts'
import { carriedExtras, extraOfKept } from './file-extras.ts'
import type { HandOverParts } from './hand-over-parts.ts'
import { takeInReceipt } from './take-in-receipts.ts'

const TIMEOUT_MS = 120_000
/** What nobody came for is let go after this; its device asks again with its next file. */
const KEPT = 60 * 24 * 60 * 60_000

/** Keeps what the endpoint answered; false where it knows no wishes. */
export async function keepReturns(
  { store }: Pick<HandOverParts, 'store'>,
  { returns }: Pick<HandOverAnswer, 'returns'>,
): Promise<Result<boolean, Problem>> {
  for (const { origin, atMs, bytes: text } of returns ?? []) {
    const bytes = bytesOfBase64Url(text)
    if (!bytes) continue
    const kept = await store.keepExtra({ kind: 'return', origin, atMs, sha256: await sha256Text(bytes), bytes })
    if (!kept.ok) return kept
  }
  return ok(returns !== undefined)
}

async function deliverOne(
  parts: HandOverParts,
  session: SessionAccess,
  { replica, inc }: SyncPosition,
  ask: KeptExtra,
): Promise<Result<null, Problem>> {
  const frame = { audience: 'endpoint', maker: replica, inc, createdAt: parts.clock.now(), receipts: [] } as const
  const bytes = writeHandOverFile(frame, [], [extraOfKept(ask)])
  const request = { method: 'POST', path: paths.handOver, bytes, timeoutMs: TIMEOUT_MS } as const
  const answer = await session.request(request, jsonReader(isHandOverAnswer))
  // Whatever is wrong with a wish of somebody else, it does not hold up this device's own work.
  if (!answer.ok) return /^(network|server|auth|storage)\./.test(answer.error.code) ? answer : ok(null)
  const pass = await parts.store.pass()
  for (const receipt of pass ? answer.value.receipts : []) {
    const taken = await takeInReceipt(parts, pass?.signingKey ?? '', receipt)
    if (!taken.ok) return taken
  }
  const kept = await keepReturns(parts, answer.value)
  if (!kept.ok) return kept
  return kept.value ? parts.store.noteAsked(ask.origin, ask.atMs, answer.value.inc) : ok(null)
}

async function forgetOld(parts: HandOverParts): Promise<Result<null, Problem>> {
  for (const { kind, origin, atMs } of await parts.store.extras()) {
    if (Math.abs(parts.clock.now() - atMs) < KEPT) continue
    const dropped = await parts.store.dropExtra(kind, origin)
    if (!dropped.ok) return dropped
  }
  return ok(null)
}

export async function deliverAsks(
  parts: HandOverParts,
  session: SessionAccess,
  at: SyncPosition,
  shouldPause: () => boolean,
): Promise<Result<null, Problem>> {
  const asks = (await carriedExtras(parts.store, 'ask')).filter(
    ({ inc, origin }) => inc !== at.inc && origin !== at.replica,
  )
  for (const ask of asks) {
    if (shouldPause()) return ok(null)
    const delivered = await deliverOne(parts, session, at, ask)
    if (!delivered.ok) return delivered
  }
  return forgetOld(parts)
}
