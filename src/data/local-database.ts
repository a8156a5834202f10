/**
 * The database of one person on this browser profile (decision D8). Dexie's query cache is off: it would show a
 * write before the disk has it, and this product says "saved" only afterwards.
 */
import { Dexie, type Table } from 'dexie'
import { durabilityMiddleware } from './durability.ts'
import { schemaHistory } from '#data/migrations/schema-history.ts'
import type {
  AttentionRow,
  BlobQueueRow,
  BlobRow,
  DraftRow,
  EntityRow,
  ForeignRow,
  MetaRow,
  OwnRow,
  RelayDataRow,
  RelayRow,
} from './rows.ts'
import type { Sealer } from '#data/sealing/sealer.ts'
import { sealingMiddleware } from '#data/sealing/sealing-middleware.ts'
import type { SummaryRow } from './summary-row.ts'
import { dexieEngine, type EngineOptions } from './version-guard.ts'

export const databaseName = (storeId: string): string => `sotay-${storeId}`

export class LocalDatabase extends Dexie {
  declare readonly ent: Table<EntityRow, [string, string]>
  declare readonly own: Table<OwnRow, number>
  declare readonly foreign: Table<ForeignRow, [string, number]>
  declare readonly blob: Table<BlobRow, string>
  declare readonly blobq: Table<BlobQueueRow, string>
  declare readonly meta: Table<MetaRow, string>
  declare readonly attention: Table<AttentionRow, number>
  declare readonly draft: Table<DraftRow, string>
  declare readonly summary: Table<SummaryRow, string>
  declare readonly relay: Table<RelayRow, string>
  declare readonly relaydata: Table<RelayDataRow, string>

  constructor(name: string, sealer: Sealer, engine: EngineOptions = {}) {
    super(name, { cache: 'disabled', ...dexieEngine(engine) })
    for (const { version, stores, upgrade } of schemaHistory) {
      const declared = this.version(version).stores({ ...stores })
      if (upgrade) declared.upgrade(upgrade)
    }
    this.use(sealingMiddleware(sealer))
    this.use(durabilityMiddleware)
  }
}
