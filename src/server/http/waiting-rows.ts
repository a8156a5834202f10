/** Refused changes as whoever decides about them sees them: names of records, never what is written in them (END-37). */
import type { Caller } from '#server/identity/caller.ts'
import { type Deciding, mayBeAccepted, waitingForDecision } from '#server/ingest/decide-refused.ts'
import type { QuarantineRow } from '#server/store/store-contract.ts'
import type { EndpointParts } from './endpoint-parts.ts'

const MOST_QUARANTINED = 200

async function rowOf(deciding: Deciding, row: QuarantineRow) {
  const { device, n, code, receivedMs, op } = row
  const canAccept = await mayBeAccepted(deciding, row)
  return { device, n, account: op.u, code, kind: op.k, entity: op.e, feed: op.s, receivedMs, canAccept }
}

/** What the caller decides about, newest first. */
export async function waitingRows({ store, directory, clock }: EndpointParts, caller: Caller) {
  const deciding = { store, directory, nowMs: clock.now() }
  const rows = await waitingForDecision(deciding, caller, MOST_QUARANTINED)
  return Promise.all(rows.map((row) => rowOf(deciding, row)))
}
