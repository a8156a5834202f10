/**
 * Envelopes lie in clear beside their operations, on the last row of the run they hold (rule DAT-34). They come a moment
 * after the operation, because sealing to the endpoint's key waits for promises; the next unlock makes up for a program
 * that was killed in between.
 */
import type { EnvelopeStore, KeptEnvelope, LockedOutbox } from '#data/contract/envelope-contract.ts'
import type { Connection } from '#data/connection.ts'
import { writeIn } from '#data/in-transaction.ts'
import { databaseName, LocalDatabase } from '#data/local-database.ts'
import { readCounters, readSyncMeta } from '#data/meta.ts'
import { readPush } from '#data/outbox.ts'
import type { OwnRow } from '#data/rows.ts'
import type { EngineOptions } from '#data/version-guard.ts'
import { ok } from '#domain/kernel/result.ts'
import { blindSealer } from './sealer.ts'

const withEnvelope = (db: LocalDatabase) => db.own.orderBy('n').filter(({ env }) => env !== undefined)

async function keep(db: LocalDatabase, { from, to, origin, sha256, bytes }: KeptEnvelope): Promise<void> {
  const row = await db.own.get(to)
  if (row) await db.own.put({ ...row, env: { from, origin, sha: sha256, bytes } })
}

async function dropFrom(db: LocalDatabase, rows: readonly OwnRow[]): Promise<void> {
  await db.own.bulkPut(rows.map(({ env: _sent, ...row }) => row))
}

export function createEnvelopeStore(connection: Connection): EnvelopeStore {
  /** Rows are looked through once; from then on this page knows which have one, until the store has another replica. */
  let known: { readonly replica: string | undefined; readonly numbers: Set<number> } | undefined
  const numbers = async (db: LocalDatabase): Promise<Set<number>> => {
    const { replica } = await readCounters(db)
    if (!known || known.replica !== replica)
      known = { replica, numbers: new Set((await withEnvelope(db).primaryKeys()) as number[]) }
    return known.numbers
  }
  return {
    missing: (limitBytes) =>
      connection.run(async (db) => {
        const { ack } = await readSyncMeta(db)
        return readPush(db, limitBytes, Math.max(ack, ...(await numbers(db))))
      }),
    async keep(envelope) {
      const kept = await connection.run(async (db) => {
        await writeIn(db, [db.own], () => keep(db, envelope))
        ;(await numbers(db)).add(envelope.to)
      })
      return kept.ok ? ok(null) : kept
    },
    async settle() {
      const settled = await connection.run(async (db) => {
        const all = await numbers(db)
        const { ack } = await readSyncMeta(db)
        const sent = [...all].filter((n) => n <= ack)
        if (sent.length === 0) return
        await writeIn(db, [db.own], async () => {
          const rows = await db.own.bulkGet(sent)
          await dropFrom(
            db,
            rows.flatMap((row) => (row ? [row] : [])),
          )
        })
        for (const n of sent) all.delete(n)
      })
      return settled.ok ? ok(null) : settled
    },
  }
}

const keptEnvelope = ({ n, env }: OwnRow): readonly KeptEnvelope[] =>
  env ? [{ origin: env.origin, from: env.from, to: n, sha256: env.sha, bytes: env.bytes }] : []

/** A locked store as far as it can be read without its key. */
export function openLockedOutbox(storeId: string, engine: EngineOptions = {}): LockedOutbox {
  const db = new LocalDatabase(databaseName(storeId), blindSealer, engine)
  return {
    waiting: async () => (await withEnvelope(db).toArray()).flatMap(keptEnvelope),
    drop: (envelopes) =>
      writeIn(db, [db.own], async () => {
        const rows = await db.own.bulkGet(envelopes.map(({ to }) => to))
        // Renamed meanwhile, by a page that has the key: that is another envelope.
        const same = rows.flatMap((row, at) => (row?.env && row.env.sha === envelopes[at]?.sha256 ? [row] : []))
        await dropFrom(db, same)
      }),
    close: () => db.close(),
  }
}
