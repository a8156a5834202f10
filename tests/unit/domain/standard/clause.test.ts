import { describe, expect, it } from 'vitest'
import { chapterOf, clauseByNumber, clauses2015, compareClauseNumbers, nearestClause } from '#domain/standard/clause.ts'

describe('the clause tree', () => {
  it('STD-2: chapters 4 to 10 are there, no number twice', () => {
    const numbers = clauses2015.map(({ number }) => number)
    expect(clauses2015.filter(({ parent }) => parent === null).map(({ number }) => number)).toEqual([
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
    ])
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it('STD-2: every clause stands under a parent that is in the tree', () => {
    const orphans = clauses2015.filter(({ parent }) => parent !== null && !clauseByNumber(parent))
    expect(orphans).toEqual([])
    expect(clauseByNumber('7.5.3')?.parent).toBe('7.5')
  })

  it('STD-2: titles are short and in both languages', () => {
    const wrong = clauses2015.filter(({ title }) =>
      [title.vi, title.en].some((text) => text === '' || text.length > 80),
    )
    expect(wrong).toEqual([])
  })

  it('STD-3: a number without an own title takes that of its nearest parent', () => {
    expect(nearestClause('9.2.2')?.title.en).toBe('Internal audit')
    expect(nearestClause('9.2.2')?.number).toBe('9.2')
    expect(nearestClause('8.5.1')?.number).toBe('8.5.1')
  })

  it('STD-3: a number outside the tree has no title', () => {
    expect(nearestClause('11.1')).toBeUndefined()
    expect(nearestClause('')).toBeUndefined()
  })

  it('STD-4: numbers sort part by part, and the tree is in that order', () => {
    expect(['10', '7.5.10', '9', '7.5', '7.5.9'].sort(compareClauseNumbers)).toEqual([
      '7.5',
      '7.5.9',
      '7.5.10',
      '9',
      '10',
    ])
    const numbers = clauses2015.map(({ number }) => number)
    expect([...numbers].sort(compareClauseNumbers)).toEqual(numbers)
    expect(chapterOf('10.2')).toBe('10')
  })
})
