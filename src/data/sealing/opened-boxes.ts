/**
 * Boxes an open store has in memory anyway, by the very bytes they lie in: a screen reads the same rows again after every
 * write, and opening each of them anew costs more than everything else about sealing. What lies in the database is still
 * read every time and compared byte for byte, so a row changed by another tab, or by anybody, is opened and checked anew.
 * It goes with the sealer when the store is closed.
 */

interface Opened {
  readonly sealed: Uint8Array
  readonly box: unknown
}

export interface OpenedBoxes {
  /** Of these bytes in this place, or undefined. */
  find(place: string, sealed: Uint8Array): Opened | undefined
  keep(place: string, sealed: Uint8Array, box: unknown): void
}

/** Photos are no rows to be read again and again, and a list of all communes is well below this. */
const MOST_OF_ONE = 16_384
const MOST_IN_ALL = 2_000_000

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

export function createOpenedBoxes(most = MOST_IN_ALL): OpenedBoxes {
  // In the order of keeping: the first are the oldest.
  const kept = new Map<string, Opened>()
  let size = 0
  const drop = (place: string): void => {
    size -= kept.get(place)?.sealed.length ?? 0
    kept.delete(place)
  }
  return {
    find(place, sealed) {
      const known = kept.get(place)
      return known && isSame(known.sealed, sealed) ? known : undefined
    },
    keep(place, sealed, box) {
      drop(place)
      if (sealed.length > MOST_OF_ONE) return
      kept.set(place, { sealed, box })
      size += sealed.length
      for (const oldest of kept.keys()) {
        if (size <= most) break
        drop(oldest)
      }
    },
  }
}
