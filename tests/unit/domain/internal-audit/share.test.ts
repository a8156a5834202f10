import { describe, expect, it } from 'vitest'
import { itemsFor, shareCounts, shareEvenly } from '#domain/internal-audit/share.ts'

const items = ['A1', 'A2', 'A3', 'A4', 'A5'].map((id) => ({ id }))
const ids = items.map(({ id }) => id)
const shares = { A1: 'x', A2: 'y', A3: null, A4: 'x' }
const idsOf = (filter: 'all' | 'mine' | 'nobody', me: readonly string[] = ['x', 'acc-1']) =>
  itemsFor(items, shares, filter, me).map(({ id }) => id)

describe('the split of an audit among its team', () => {
  it('AUD-12: "mine" are the items of the person under any of their names, "nobody" those of no one', () => {
    expect(idsOf('all')).toEqual(ids)
    expect(idsOf('mine')).toEqual(['A1', 'A4'])
    expect(idsOf('mine', [])).toEqual([])
    expect(idsOf('nobody')).toEqual(['A3', 'A5'])
  })

  it('AUD-12: counts what each has and has answered, nobody’s apart', () => {
    const counts = shareCounts(ids, shares, (item) => item === 'A1' || item === 'A5')
    expect([...counts]).toEqual([
      ['x', { total: 2, answered: 1 }],
      ['y', { total: 1, answered: 0 }],
      [null, { total: 2, answered: 1 }],
    ])
  })

  it('AUD-12: splits evenly in pieces that hang together', () => {
    expect(shareEvenly(ids, ['x', 'y'])).toEqual({ A1: 'x', A2: 'x', A3: 'x', A4: 'y', A5: 'y' })
    expect(shareEvenly(ids, [])).toEqual({})
    expect(Object.keys(shareEvenly(['A1'], ['x', 'y', 'z']))).toEqual(['A1'])
  })
})
