/** What the chip and the sync centre show: told from the store, so that every tab and the next cold start say the same. */
import { conflictsIn } from '#domain/change/entity-state.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { ConflictItem, SaveResult, SyncCentreRepository } from '#data/contract/store-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { readSyncMeta } from '#data/meta.ts'
import { countNewerRecords } from '#data/newer-records.ts'
import type { EntityRow, OwnRow } from '#data/rows.ts'
import { readTransfers } from '#data/transfer-list.ts'
import type { RepositoryParts } from './repository-parts.ts'
import { readStatus } from './sync-status.ts'

export function createSyncCentreRepository(parts: RepositoryParts): SyncCentreRepository {
  const { db } = parts
  return {
    status: () => readStatus(db),
    attention: async () => {
      const rows = await db.attention.orderBy('n').toArray()
      return rows.map(({ n, kind, e, feed, at, box }) => ({
        n,
        code: box.code,
        kind,
        entity: e,
        feed,
        at,
        ...(box.dismissed ? { dismissed: box.dismissed } : {}),
      }))
    },
    conflicts: async () =>
      (await db.ent.where('c').equals(1).toArray()).flatMap((row) => conflictItems(row, namesOf(parts))),
    resolve: (conflict, value) => resolve(parts, conflict, value),
    pendingByKind: async () => countByKind(await unsentRows(db)),
    unsentOps: async () => (await unsentRows(db)).map(({ box }) => box),
    transfers: () => readTransfers(db),
    newerRecords: () => countNewerRecords(db),
  }
}

/** Names of people who share a feed with this person, by account id. */
function namesOf({ identity }: RepositoryParts): ReadonlyMap<string, string> {
  const { account, people = [] } = identity()
  return new Map([...people, account].map(({ id, displayName }) => [id, displayName]))
}

const conflictItems = (
  { feed, e, kind, box }: EntityRow,
  names: ReadonlyMap<string, string>,
): readonly ConflictItem[] =>
  conflictsIn(box).map(({ field, heads }) => ({
    feed,
    entity: e,
    kind,
    field,
    heads: heads.map(({ v, u, h }) => {
      const authorName = names.get(u)
      return { value: v, author: u, at: hlcToMs(h), ...(authorName === undefined ? {} : { authorName }) }
    }),
  }))

const resolve = ({ commit }: RepositoryParts, conflict: ConflictItem, value: JsonValue): SaveResult => {
  const { feed, entity, kind, field, heads } = conflict
  return commit([{ feed, kind, entity, fields: { [field]: value }, seen: heads.map((head) => head.value) }])
}

const unsentRows = (db: LocalDatabase): PromiseLike<readonly OwnRow[]> =>
  readIn(db, [db.meta, db.own], async () => {
    const { ack } = await readSyncMeta(db)
    return db.own.where('n').above(ack).toArray()
  })

function countByKind(rows: readonly OwnRow[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { kind } of rows) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
