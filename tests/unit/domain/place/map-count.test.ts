import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { langSon2017Units } from '#domain/place/lang-son-2017.ts'
import { langSon2025Units } from '#domain/place/lang-son-2025.ts'
import { countOnMap, unitMapIds, unitsTouched, whereOnMap } from '#domain/place/map-count.ts'
import { plan174Cohort, plan174SuccessorUnits } from '#domain/place/plan-174-cohort.ts'

const ids = [...langSon2017Units(), ...langSon2025Units()].map(({ id }) => id)

describe('a total on the map of then or of now', () => {
  it('PLACE-18: the 50 communes of plan 174 are 50 on the map of then and lie in 29 of today', () => {
    const records = plan174Cohort().map(({ id }) => ({ unit: id }))
    const then = countOnMap(records, '2017')
    expect([then.total, then.byUnit.size, then.unplaced]).toEqual([50, 50, []])
    const now = countOnMap(records, '2025')
    expect(now.total).toBe(50)
    expect(unitsTouched(now)).toEqual(
      plan174SuccessorUnits()
        .map(({ id }) => id)
        .sort(),
    )
    expect(unitsTouched(now)).toHaveLength(29)
  })

  it('PLACE-17: what lay in Bính Xá is in none of its two successors for certain', () => {
    const { byUnit, unplaced } = countOnMap([{ unit: 'ls17-06622', count: 3 }], '2025')
    expect(byUnit.size).toBe(0)
    expect(unplaced).toEqual([{ unit: 'ls17-06622', among: ['ls25-06613', 'ls25-06625'], isKnown: true, count: 3 }])
  })

  it('PLACE-17: a unit whose way is unknown is counted and named, in no unit', () => {
    const { total, byUnit, unplaced } = countOnMap([{ unit: 'ls17-06007' }, { unit: 'ls17-05998' }], '2025')
    expect(total).toBe(2)
    expect([...byUnit]).toEqual([['ls25-06001', 1]])
    expect(unplaced).toEqual([{ unit: 'ls17-06007', among: [], isKnown: false, count: 1 }])
  })

  it('PLACE-17: a record of today lies in one of the units of then, unless there was only one', () => {
    expect(whereOnMap('ls25-06001', '2017').among.length).toBeGreaterThan(1)
    const single = langSon2025Units().filter(({ id }) => {
      const { among, isKnown } = whereOnMap(id, '2017')
      return isKnown && among.length === 1
    })
    for (const { id } of single) expect(countOnMap([{ unit: id }], '2017').byUnit.size).toBe(1)
  })

  it('PLACE-16, PLACE-17: a merger of this installation moves records on the map of now and leads back on that of then', () => {
    const places = [{ id: 'ls25-06001', until: '2026-12-31', successors: ['ls27-06001-2'] }, { id: 'ls27-06001-2' }]
    expect([...countOnMap([{ unit: 'ls17-05998' }], '2025', places).byUnit]).toEqual([['ls27-06001-2', 1]])
    expect(whereOnMap('ls27-06001-2', '2017', places)).toEqual(whereOnMap('ls25-06001', '2017'))
  })

  it('PLACE-18: placed and unplaced make up the whole on either map, whatever is counted', () => {
    const record = fc.record({ unit: fc.constantFrom(...ids, 'vn26-00004'), count: fc.integer({ min: 0, max: 1000 }) })
    fc.assert(
      fc.property(fc.array(record, { maxLength: 60 }), fc.constantFrom(...unitMapIds), (records, map) => {
        const { total, byUnit, unplaced } = countOnMap(records, map)
        const placed = [...byUnit.values()].reduce((sum, count) => sum + count, 0)
        const apart = unplaced.reduce((sum, { count }) => sum + count, 0)
        expect(placed + apart).toBe(total)
        expect(total).toBe(records.reduce((sum, { count }) => sum + count, 0))
      }),
      { numRuns: 60 },
    )
  })
})
