/**
 * The store's part in handing work over by file, see the contract. A chunk of its own: nobody who works with a network
 * ever loads it before there is something to carry.
 */
import type {
  HandOverStore,
  KeptPass,
  KeptReceipt,
  KeptSection,
  NewSection,
} from '#data/contract/hand-over-contract.ts'
import type { PushSlice } from '#data/contract/sync-store-contract.ts'
import { ownBytes } from '#data/commit.ts'
import type { Connection } from '#data/connection.ts'
import { readIn, writeIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { cutSlice } from '#data/outbox.ts'
import type { RelayRow } from '#data/rows.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { createExtraShelf } from './extra-shelf.ts'

const PASS = 'hand-over-pass'
const RECEIPT = 'receipt:'
/** Operations read at once; a section is cut by bytes before it is cut by this. */
const MOST_OPS = 5000

export function createHandOverStore(connection: Connection, clock: Clock): HandOverStore {
  const change = async (work: (db: LocalDatabase) => PromiseLike<unknown>): Promise<Result<null, Problem>> => {
    const done = await connection.run(work)
    return done.ok ? ok(null) : done
  }
  const { db } = connection
  return {
    pass: async () => ((await db.meta.get(PASS))?.box as KeptPass | undefined) ?? null,
    keepPass: (pass) => change((at) => at.meta.put({ key: PASS, box: pass })),
    ownAfter: (n, limitBytes) => connection.run((at) => readOwnAfter(at, n, limitBytes)),
    sections: () => connection.run(async (at) => (await at.relay.toArray()).map(keptSection)),
    sectionBytes: async (sha256) => (await db.relaydata.get(sha256))?.box ?? null,
    keepSections: (sections, isOwn = false) =>
      connection.run((at) => writeIn(at, [at.relay, at.relaydata], () => keepNew(at, sections, isOwn, clock.now()))),
    noteOutcome: (sha256, outcome) => change((at) => writeIn(at, [at.relay], () => noteOutcome(at, sha256, outcome))),
    dropSections: (sha256s) => change((at) => writeIn(at, [at.relay, at.relaydata], () => drop(at, sha256s))),
    receipts: async () =>
      (await db.meta.where('key').startsWith(RECEIPT).toArray()).map(({ box }) => box as KeptReceipt),
    keepReceipt: (receipt) => change((at) => writeIn(at, [at.meta], () => keepNewer(at, receipt))),
    ...createExtraShelf(connection),
  }
}

async function readOwnAfter(db: LocalDatabase, n: number, limitBytes: number): Promise<PushSlice> {
  const rows = await readIn(db, [db.own], () => db.own.where('n').above(n).limit(MOST_OPS).toArray())
  const ops = rows.map(({ box }) => box)
  const slice = cutSlice(ops, limitBytes)
  return { ops: slice, more: slice.length < ops.length || rows.length === MOST_OPS }
}

const keptSection = ({ sha, box, inc, ...row }: RelayRow): KeptSection => ({
  ...row,
  sha256: sha,
  feed: box.feed,
  isOwn: box.isOwn === true,
  inc: inc ?? null,
  code: box.code ?? null,
})

async function keepNew(
  db: LocalDatabase,
  sections: readonly NewSection[],
  isOwn: boolean,
  at: number,
): Promise<number> {
  const bySha = new Map(sections.map((section) => [section.sha256, section]))
  const known = new Set(
    await db.relay
      .where('sha')
      .anyOf([...bySha.keys()])
      .primaryKeys(),
  )
  const fresh = [...bySha.values()].filter(({ sha256 }) => !known.has(sha256))
  await db.relay.bulkAdd(
    fresh.map(({ sha256, origin, form, type, from, to, feed, bytes }) => ({
      sha: sha256,
      origin,
      form,
      type,
      from,
      to,
      size: bytes.byteLength,
      at,
      box: isOwn ? { feed, isOwn } : { feed },
    })),
  )
  await db.relaydata.bulkPut(fresh.map(({ sha256, bytes }) => ({ sha: sha256, box: ownBytes(bytes) })))
  return fresh.length
}

async function noteOutcome(
  db: LocalDatabase,
  sha256: string,
  { inc, code }: { readonly inc: string | null; readonly code: string | null },
): Promise<void> {
  const row = await db.relay.get(sha256)
  if (!row) return
  const { inc: _before, ...rest } = row
  const { code: _refusal, ...known } = row.box
  const box = code === null ? known : { ...known, code }
  await db.relay.put({ ...rest, ...(inc === null ? {} : { inc }), box })
}

async function drop(db: LocalDatabase, sha256s: readonly string[]): Promise<void> {
  await Promise.all([db.relay.bulkDelete([...sha256s]), db.relaydata.bulkDelete([...sha256s])])
}

/** Files come out of order: an older receipt never takes the place of a newer one. */
async function keepNewer(db: LocalDatabase, receipt: KeptReceipt): Promise<void> {
  const key = RECEIPT + receipt.origin
  const known = (await db.meta.get(key))?.box as KeptReceipt | undefined
  if (known === undefined || known.atMs < receipt.atMs) await db.meta.put({ key, box: receipt })
}
