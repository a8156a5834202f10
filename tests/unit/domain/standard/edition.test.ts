import { describe, expect, it } from 'vitest'
import { editionById, editions } from '#domain/standard/edition.ts'

describe('editions of the standard', () => {
  it('STD-1: five editions are known, oldest first', () => {
    expect(editions.map(({ id }) => id)).toEqual(['2000', '2008', '2015', '2015/Amd1:2024', '2026-draft'])
  })

  it('STD-1: what nobody has confirmed is marked for checking', () => {
    expect(editions.filter(({ needsChecking }) => needsChecking).map(({ id }) => id)).toEqual([
      '2015/Amd1:2024',
      '2026-draft',
    ])
  })

  it('STD-1: an edition of a newer program is unknown, not guessed', () => {
    expect(editionById('2015')?.status).toBe('current')
    expect(editionById('2031')).toBeUndefined()
  })
})
