/**
 * Delivers the envelopes of a store nobody has unlocked: as a hand-over file, by the session and the device's key. What
 * the endpoint has or takes is taken off; what it cannot take stays for the next time (rule DAT-34).
 */
import type { KeptEnvelope, LockedOutbox } from '#data/contract/envelope-contract.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { writeHandOverFile } from '#protocol/hand-over/hand-over-file.ts'
import { isHandOverAnswer } from '#protocol/hand-over/hand-over-message.ts'
import { paths } from '#protocol/paths.ts'
import { jsonReader } from '#sync/endpoint-answer.ts'
import type { SessionAccess } from '#sync/session-access.ts'

/** A piece that a 2G line carries within the time limit; one envelope alone may be larger. */
const AT_ONCE = 256_000
const TIMEOUT_MS = 120_000

export const operationsIn = (envelopes: readonly KeptEnvelope[]): number =>
  envelopes.reduce((sum, { from, to }) => sum + to - from + 1, 0)

function pieces(envelopes: readonly KeptEnvelope[]): readonly (readonly KeptEnvelope[])[] {
  const out: KeptEnvelope[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const envelope of envelopes) {
    if (size + envelope.bytes.length > AT_ONCE) {
      out.push([])
      size = 0
    }
    out.at(-1)?.push(envelope)
    size += envelope.bytes.length
  }
  return out
}

function fileOf(envelopes: readonly KeptEnvelope[], createdAt: number): Uint8Array<ArrayBuffer> {
  const maker = envelopes[0]?.origin ?? ''
  return writeHandOverFile(
    { audience: 'endpoint', maker, inc: '', createdAt, receipts: [] },
    envelopes.map(({ origin, from, to, sha256, bytes }) => ({
      entry: { form: 'envelope', type: 'ops', origin, from, to, feed: null, bytes: bytes.length, sha256 },
      bytes,
    })),
  )
}

/** How many operations are still waiting afterwards. */
export async function deliverLocked(
  outbox: LockedOutbox,
  session: SessionAccess,
  clock: Clock,
): Promise<Result<number, Problem>> {
  for (const piece of pieces(await outbox.waiting())) {
    const bytes = fileOf(piece, clock.now())
    const request = { method: 'POST', path: paths.handOver, bytes, timeoutMs: TIMEOUT_MS } as const
    const answer = await session.request(request, jsonReader(isHandOverAnswer))
    if (!answer.ok) return answer
    const taken = new Set(answer.value.sections.flatMap(({ sha256, code }) => (code === null ? [sha256] : [])))
    await outbox.drop(piece.filter(({ sha256 }) => taken.has(sha256)))
  }
  return ok(operationsIn(await outbox.waiting()))
}
