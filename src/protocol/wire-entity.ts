/** An entity's state travels as it is; only the types differ, because a schema knows no read-only lists. */
import type { EntityState } from '#domain/change/entity-state.ts'
import type { WireEntity } from './sync-message.ts'

export const wireEntity = (state: EntityState): WireEntity => state as unknown as WireEntity
export const entityOfWire = (wire: WireEntity): EntityState => wire as unknown as EntityState
