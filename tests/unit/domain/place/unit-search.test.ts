import { describe, expect, it } from 'vitest'
import { searchKey } from '#domain/kernel/search-key.ts'
import type { AdminUnit } from '#domain/place/admin-unit.ts'
import { langSon2017Districts, langSon2017Units } from '#domain/place/lang-son-2017.ts'
import { readListDate } from '#domain/place/unit-row.ts'
import { createUnitIndex, searchUnits } from '#domain/place/unit-search.ts'
import { vietnam2026Provinces, vietnam2026Units } from '#domain/place/vietnam-2026.ts'

const parents = new Map([...langSon2017Districts(), ...vietnam2026Provinces()].map((unit) => [unit.id, unit]))
const index2017 = createUnitIndex(langSon2017Units(), (unit) => parents.get(unit.parentId ?? '') ?? null)
const index2026 = createUnitIndex(vietnam2026Units(), (unit) => parents.get(unit.parentId ?? '') ?? null)

const find2017 = (query: string, limit = 10) =>
  searchUnits(index2017, query, limit).map(({ unit, parentLabel }) => `${unit.name}, ${parentLabel}`)
const names2026 = (query: string, limit = 10) => searchUnits(index2026, query, limit).map(({ unit }) => unit.name)

const aUnit = (code: string, name: string): AdminUnit => ({
  id: `ls17-${code}`,
  code,
  name,
  type: 'xa',
  parentId: 'd17-180',
  validFrom: null,
  validTo: null,
  listedOn: readListDate('2017-10-15'),
})

const fourHoaBinh = ['Bình Gia', 'Văn Quan', 'Hữu Lũng', 'Chi Lăng'].map((name) => `Hòa Bình, huyện ${name}`)

describe('the search for a unit', () => {
  it.each(['hoa binh', 'Hoà Bình', 'Hòa Bình', 'xã hoà bình', 'HÒA  BÌNH', 'Hoà Bình'.normalize('NFD')])(
    'PLACE-10: "%s" finds the four Hòa Bình of 2017, each with its huyện',
    (query) => {
      expect(find2017(query).slice(0, 4)).toEqual(fourHoaBinh)
    },
  )

  it('PLACE-10: finds either placing of a tone mark in the list of the country', () => {
    expect(names2026('thuy hung')).toContain('Thụy Hùng')
    expect(new Set(names2026('yen hoa', 50))).toContain('Yên Hoà')
  })

  it('PLACE-10: passes over apostrophes and hyphens', () => {
    const withMark = vietnam2026Units().filter((unit) => /['’]/.test(unit.name))
    for (const unit of withMark) expect(names2026(unit.name.replace(/['’]/g, ''), 50)).toContain(unit.name)
    expect(withMark.length).toBeGreaterThan(0)
    expect(names2026('van mieu quoc tu giam')[0]).toBe('Văn Miếu - Quốc Tử Giám')
  })

  it('PLACE-10: a query of district and name finds the one that is meant', () => {
    expect(find2017('hoà bình, huyện hữu lũng')).toEqual(['Hòa Bình, huyện Hữu Lũng'])
  })

  it('PLACE-10: a code finds its unit', () => {
    expect(find2017('06007')).toEqual(['Vĩnh Tiến, huyện Tràng Định'])
  })

  it('PLACE-10: what is not there is not found, and marks alone are no query', () => {
    expect(find2017('qqq')).toEqual([])
    expect(find2017('---')).toEqual([])
  })

  it('PLACE-10: a blank query gives the first units in order', () => {
    expect(find2017('  ', 2)).toEqual(['Hoàng Văn Thụ, thành phố Lạng Sơn', 'Tam Thanh, thành phố Lạng Sơn'])
  })

  it('PLACE-11: whole name, then its beginning, then a later word, then a word of the huyện, then a piece of a word', () => {
    const ranked = ['Hoa', 'Hoà Sơn', 'Yên Hòa', 'Yên Bình', 'Khoa Lộc', 'Tân Tri']
    const named = (name: string, place: number) => aUnit(`0600${9 - place}`, name)
    const index = createUnitIndex(ranked.map(named), (unit) => ({
      name: unit.name === 'Yên Bình' ? 'Hoa Lư' : 'Bắc Sơn',
      type: 'huyen',
    }))
    expect(searchUnits(index, 'hoa', 9).map(({ unit }) => unit.name)).toEqual(ranked.slice(0, 5))
  })

  it('PLACE-11: in the list of the country every whole match comes before every other', () => {
    const isWhole = names2026('hòa bình', 50).map((name) => searchKey(name) === 'hoa binh')
    expect(isWhole).toEqual([...isWhole].sort((a, b) => Number(b) - Number(a)))
    expect(new Set(isWhole).size).toBe(2)
  })

  it('PLACE-11: the word for a type does not push names away that begin like it', () => {
    expect(find2017('thi', 1)[0]).toMatch(/^Thi/)
  })

  it('PLACE-11: within a rank matches stand by parent and code, whatever the order they came in', () => {
    const reversed = createUnitIndex(
      [...langSon2017Units()].reverse(),
      (unit) => parents.get(unit.parentId ?? '') ?? null,
    )
    const ids = (index: typeof index2017) => searchUnits(index, 'hoa', 50).map(({ unit }) => unit.id)
    expect(ids(reversed)).toEqual(ids(index2017))
  })

  it('PLACE-11: gives no more than the limit', () => {
    expect(searchUnits(index2026, 'a', 7)).toHaveLength(7)
  })
})
