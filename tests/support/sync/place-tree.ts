/** A province with two monitoring areas, and a commune of another province: `p20 › area-1 › c1, c2` and `area-2 › c3`. */
import type { PlaceTree } from '#domain/access/feed-access.ts'

const communesByScope: Readonly<Record<string, readonly string[]>> = {
  p20: ['c1', 'c2', 'c3'],
  'area-1': ['c1', 'c2'],
  'area-2': ['c3'],
  c1: ['c1'],
  c2: ['c2'],
  c3: ['c3'],
  p99: ['x1'],
  x1: ['x1'],
}

export const placeTreeOfTwoAreas: PlaceTree = {
  communesIn: (scope) => communesByScope[scope] ?? [],
  provinceOf: (scope) => (scope === 'x1' || scope === 'p99' ? 'p99' : communesByScope[scope] ? 'p20' : undefined),
}
