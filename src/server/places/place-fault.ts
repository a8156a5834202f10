/** What may be wrong with a list of places or with the settings that name one; apart, because every start knows them. */
import type { PlaceColumn } from './place-rows.ts'

export interface PlaceFault {
  /** 0 for the whole list. */
  readonly row: number
  readonly column: PlaceColumn | null
  readonly what: 'no-list' | 'too-long' | 'missing' | 'unfit' | 'twice' | 'unknown' | 'one-province' | 'no-commune'
}

/** The list cannot be used; the start ends with every fault told. */
export class UnusablePlacesError extends Error {
  readonly source: string
  readonly faults: readonly PlaceFault[]

  constructor(source: string, faults: readonly PlaceFault[]) {
    super(`${source}: ${faults.length} faults`)
    this.source = source
    this.faults = faults
  }
}

/** Settings about places that contradict each other or name what is not there. */
export class PlaceSettingError extends Error {}
