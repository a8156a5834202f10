/** Who wrote a record last, in the name the endpoint has told this device. */
import { lastChange } from '#domain/change/entity-state.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import type { Written } from '#data/contract/review-contract.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import type { Locate } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'

export type ReadWritten = (row: EntityRow) => Written

export function writtenBy({ account, people = [] }: StoredIdentity, locate: Locate): ReadWritten {
  const names = new Map([...people, account].map(({ id, displayName }) => [id, displayName]))
  return (row) => {
    const { u = '', h = 0 } = lastChange(row.box) ?? {}
    return { by: u, byName: names.get(u) ?? null, at: hlcToMs(h), location: locate(row) }
  }
}
