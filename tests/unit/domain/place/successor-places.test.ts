import { describe, expect, it } from 'vitest'
import { standsOn } from '#domain/place/standing.ts'
import { formerUnits, standingUnits } from '#domain/place/successor-places.ts'

const places = [
  { id: 'a', until: '2026-06-30', successors: ['c'] },
  { id: 'b', until: '2026-06-30', successors: ['c'] },
  { id: 'c', until: '2026-12-31', successors: ['d', 'e'] },
  { id: 'd' },
  { id: 'e' },
  { id: 'f', until: '2026-12-31' },
]

describe('units that merged or were divided in this installation', () => {
  it('PLACE-16: are followed to those that stand today, the whole chain', () => {
    expect(standingUnits('a', places)).toEqual(['d', 'e'])
    expect(standingUnits('d', places)).toEqual(['d'])
    expect(standingUnits('f', places)).toEqual(['f'])
    expect(standingUnits('unknown', places)).toEqual(['unknown'])
  })

  it('PLACE-16: are found from those that stand in their place', () => {
    expect(formerUnits(['d'], places).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(formerUnits(['f'], places)).toEqual([])
    expect(formerUnits([], places)).toEqual([])
  })

  it('PLACE-21: stand until their last day', () => {
    const stands = (day: string) => places.filter((place) => standsOn(place, day)).map(({ id }) => id)
    expect(stands('2026-06-30')).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect(stands('2026-07-01')).toEqual(['c', 'd', 'e', 'f'])
  })

  it('PLACE-16: a circle in the data ends', () => {
    const circle = [
      { id: 'a', until: '2026-06-30', successors: ['b'] },
      { id: 'b', until: '2026-06-30', successors: ['a'] },
    ]
    expect(standingUnits('a', circle)).toEqual(['a'])
    expect(formerUnits(['z'], circle)).toEqual([])
  })
})
