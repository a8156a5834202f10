import { describe, expect, it } from 'vitest'
import { createPlaceDirectory } from '#server/identity/place-tree.ts'
import { COMMUNE, FAR, NEIGHBOUR, places } from '#support/endpoint/place-fixture.ts'

const tree = createPlaceDirectory(places)

describe('the tree of places', () => {
  it('knows the communes of a commune, an area and a province', () => {
    expect(tree.communesIn(COMMUNE)).toEqual([COMMUNE])
    expect(tree.communesIn('area-180')).toEqual([COMMUNE, NEIGHBOUR])
    expect(tree.communesIn('p20')).toEqual([COMMUNE, NEIGHBOUR, FAR])
    expect(tree.communesIn('unknown')).toEqual([])
  })

  it('knows the province of every place', () => {
    expect([COMMUNE, 'area-180', 'p20', 'unknown'].map(tree.provinceOf)).toEqual(['p20', 'p20', 'p20', undefined])
  })

  it('gives what is above and below a place, and nothing beside it', () => {
    expect(tree.around('area-180').map(({ id }) => id)).toEqual(['p20', 'area-180', COMMUNE, NEIGHBOUR])
    expect(tree.around(COMMUNE).map(({ id }) => id)).toEqual(['p20', 'area-180', COMMUNE])
    expect(tree.around('unknown')).toEqual([])
  })
})
