/**
 * Every version of a person's database, oldest first. Versions are only added, tables and indexes only gained, and an
 * upgrade never touches `own`: those operations may not have been sent yet. Each version has a fixture in
 * `tests/migration` that must still open.
 */
import type { Transaction } from 'dexie'

export interface SchemaVersion {
  readonly version: number
  /** Dexie's notation: primary key first, then indexes. */
  readonly stores: Readonly<Record<string, string>>
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>
}

export const schemaHistory: readonly SchemaVersion[] = [
  {
    version: 1,
    stores: {
      ent: '[feed+e], [feed+kind], [feed+p], kind, c',
      own: 'n, [feed+e]',
      foreign: '[d+n]',
      blob: 'sha',
      blobq: 'sha, [rank+n]',
      meta: 'key',
      attention: 'n',
      draft: 'key',
      summary: 'unit',
    },
  },
  // Sections of hand-over files: what is known of each, and apart from it the bytes, which a list never loads.
  { version: 2, stores: { relay: 'sha, origin', relaydata: 'sha' } },
]

export const DATABASE_VERSION = Math.max(...schemaHistory.map(({ version }) => version))
