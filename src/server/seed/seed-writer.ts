/**
 * Writes demonstration records the way a device does: every author has a replica, numbers what it writes, and sends it
 * through the same ingest, judged by the same grants (END-12). A refused record is a mistake of the seed and stops it.
 */
import { hlcAt, MIN_HLC, nextHlc } from '#domain/change/hlc.ts'
import { isKind, kindDefinition } from '#domain/change/kind-registry.ts'
import type { JsonValue, Op } from '#domain/change/op.ts'
import type { PlaceDirectory } from '#server/identity/place-tree.ts'
import { judgeOp } from '#server/ingest/judge-op.ts'
import { replicaIdOf } from '#server/session/replica-id.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import type { RandomSource } from '#domain/kernel/clock.ts'

/** One record, or one change of it, as somebody wrote it one day. */
export interface SeedRecord {
  readonly by: string
  readonly atMs: number
  readonly feed: string
  readonly kind: string
  readonly entity: string
  readonly fields: Readonly<Record<string, JsonValue>>
}

export interface SeedWriterParts {
  readonly store: EndpointStore
  readonly directory: PlaceDirectory
  readonly random: RandomSource
  readonly nowMs: number
}

const LABEL = 'Dữ liệu minh họa'

const schemaVersionOf = (kind: string): number => (isKind(kind) ? kindDefinition(kind).schemaVersion : 1)

function toOps(records: readonly SeedRecord[], device: string): readonly Op[] {
  let last = MIN_HLC
  return records.map(({ by, atMs, feed, kind, entity, fields }, i) => {
    last = last === MIN_HLC ? hlcAt(atMs) : nextHlc(last, atMs)
    const f = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value] as const]))
    return { d: device, n: i + 1, h: last, s: feed, k: kind, e: entity, u: by, sv: schemaVersionOf(kind), f }
  })
}

async function writeAs(account: string, records: readonly SeedRecord[], parts: SeedWriterParts): Promise<void> {
  const { store, directory, random, nowMs } = parts
  const first = records[0]?.atMs ?? nowMs
  const idOf = (counter: number): string => replicaIdOf(counter, random)
  const device = await store.enrolDevice({ account, label: LABEL, publicKey: '', nowMs: first, idOf })
  const authority = { account, grants: await store.grants(account), tree: directory, nowMs }
  const ops = toOps(records, device.id)
  await store.ingest({ device: device.id, ops, nowMs, judge: (op, replica) => judgeOp(op, replica, authority) })
  const [refused] = await store.quarantineOf(device.id)
  if (refused) throw new Error(`seed: ${refused.op.k} in ${refused.op.s} by ${account} was refused: ${refused.code}`)
}

/** Whose records are stored already, after a seeding that was interrupted: each author is one transaction. */
async function finishedAuthors(store: EndpointStore): Promise<ReadonlySet<string>> {
  const replicas = (await store.devices()).filter(({ label, lastN }) => label === LABEL && lastN > 0)
  return new Set(replicas.map(({ account }) => account))
}

export async function writeRecords(records: readonly SeedRecord[], parts: SeedWriterParts): Promise<void> {
  const byAuthor = new Map<string, SeedRecord[]>()
  for (const record of [...records].sort((a, b) => a.atMs - b.atMs)) {
    byAuthor.set(record.by, [...(byAuthor.get(record.by) ?? []), record])
  }
  const finished = await finishedAuthors(parts.store)
  for (const [account, own] of byAuthor) if (!finished.has(account)) await writeAs(account, own, parts)
}
