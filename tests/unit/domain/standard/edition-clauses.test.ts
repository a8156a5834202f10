import { describe, expect, it } from 'vitest'
import { clauseByNumber } from '#domain/standard/clause.ts'
import { editions } from '#domain/standard/edition.ts'
import { clausesOf, newSince2008, speaksFor } from '#domain/standard/edition-clauses.ts'

describe('clauses of an edition', () => {
  it('STD-5: every edition has clauses, each once, and each leads into the tree of 2015', () => {
    for (const { id } of editions) {
      const clauses = clausesOf(id)
      expect(clauses.length).toBeGreaterThan(20)
      expect(new Set(clauses.map(({ number }) => number)).size).toBe(clauses.length)
      for (const { in2015 } of clauses) for (const number of in2015) expect(clauseByNumber(number)).toBeDefined()
    }
  })

  it('STD-5: what is not confirmed is marked: all of 2000, every change of 2024 and of the draft', () => {
    expect(clausesOf('2000').every(({ needsChecking }) => needsChecking)).toBe(true)
    expect(clausesOf('2015').some(({ needsChecking }) => needsChecking)).toBe(false)
    for (const edition of ['2015/Amd1:2024', '2026-draft'] as const) {
      const changed = clausesOf(edition).filter(({ change }) => change !== null)
      expect(changed.length).toBeGreaterThan(0)
      expect(changed.every(({ needsChecking }) => needsChecking)).toBe(true)
    }
    expect(
      clausesOf('2026-draft')
        .filter(({ isAsked }) => !isAsked)
        .map(({ number }) => number),
    ).toEqual(['4.2', '5.1', '7.3'])
  })

  it('STD-6: what is new since 2008 is in no clause of 2008, but for the risks that took the place of prevention', () => {
    const preventive = clausesOf('2008').find(({ number }) => number === '8.5.3')
    const others = clausesOf('2008').filter((clause) => clause !== preventive)
    expect(newSince2008.filter((number) => others.some((clause) => speaksFor(number, clause)))).toEqual([])
    expect(preventive && speaksFor('6.1', preventive)).toBe(true)
  })
})
