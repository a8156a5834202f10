import { describe, expect, it } from 'vitest'
import { type AdminUnit, isCommuneLevel } from '#domain/place/admin-unit.ts'
import list2017 from '#domain/place/data/lang-son-2017.json' with { type: 'json' }
import list2025 from '#domain/place/data/lang-son-2025.json' with { type: 'json' }
import list2026 from '#domain/place/data/vietnam-2026.json' with { type: 'json' }
import { langSon2017Districts, langSon2017Units } from '#domain/place/lang-son-2017.ts'
import { langSon2025Successions, langSon2025Units, langSonProvince } from '#domain/place/lang-son-2025.ts'
import { readListDate, readUnitRow } from '#domain/place/unit-row.ts'
import { vietnam2026Provinces, vietnam2026Units } from '#domain/place/vietnam-2026.ts'

const countByType = (units: readonly AdminUnit[]): Record<string, number> =>
  units.reduce<Record<string, number>>((counts, { type }) => ({ ...counts, [type]: (counts[type] ?? 0) + 1 }), {})

describe('the lists', () => {
  it('PLACE-1: Lạng Sơn had 226 units in 10 huyện and a city on 15/10/2017', () => {
    expect(countByType(langSon2017Units())).toEqual({ phuong: 5, 'thi-tran': 14, xa: 207 })
    expect(countByType(langSon2017Districts())).toEqual({ huyen: 10, 'thanh-pho': 1 })
    expect(new Set(langSon2017Units().map((unit) => unit.listedOn))).toEqual(new Set(['2017-10-15']))
  })

  it('PLACE-1: every district of 2017 has as many units as counted by hand', () => {
    const sizes = langSon2017Districts().map(
      (district) => langSon2017Units().filter((unit) => unit.parentId === district.id).length,
    )
    expect(sizes).toEqual([8, 23, 20, 20, 23, 24, 20, 26, 21, 29, 12])
  })

  it('PLACE-1: Lạng Sơn has 61 xã and 4 phường since 01/07/2025', () => {
    expect(countByType(langSon2025Units())).toEqual({ xa: 61, phuong: 4 })
    expect(new Set(langSon2025Units().map((unit) => unit.validFrom))).toEqual(new Set(['2025-07-01']))
  })

  it('PLACE-1: the country has 34 provinces and 3,321 units on 30/04/2026', () => {
    expect(vietnam2026Provinces()).toHaveLength(34)
    expect(vietnam2026Units()).toHaveLength(3321)
    expect(countByType(vietnam2026Units())).toEqual({ xa: 2611, phuong: 697, 'dac-khu': 13 })
    expect(vietnam2026Units().every(isCommuneLevel)).toBe(true)
  })

  it('PLACE-2: no id stands for two units', () => {
    const units = [langSon2017Districts(), langSon2017Units(), vietnam2026Provinces(), vietnam2026Units()].flat()
    expect(new Set(units.map((unit) => unit.id)).size).toBe(units.length)
  })

  it('PLACE-2: every unit has its parent among the units', () => {
    const provinceIds = new Set(vietnam2026Provinces().map((unit) => unit.id))
    const districtIds = new Set(langSon2017Districts().map((unit) => unit.id))
    expect(langSon2017Units().every((unit) => districtIds.has(unit.parentId ?? ''))).toBe(true)
    const children = [langSon2017Districts(), langSon2025Units(), vietnam2026Units()].flat()
    expect(children.every((unit) => provinceIds.has(unit.parentId ?? ''))).toBe(true)
  })

  it('PLACE-2: the units of Lạng Sơn in 2026 are its units of 2025, with the spelling of 2025', () => {
    const inLangSon = vietnam2026Units().filter((unit) => unit.parentId === 'p20')
    expect([...inLangSon].sort((a, b) => a.code.localeCompare(b.code))).toEqual(langSon2025Units())
    expect(inLangSon.find((unit) => unit.code === '06076')).toMatchObject({ id: 'ls25-06076', name: 'Quý Hòa' })
    expect(vietnam2026Provinces().find((unit) => unit.id === 'p20')).toBe(langSonProvince())
  })

  it('PLACE-3: 31 of the 65 codes of today named a unit of another name in 2017', () => {
    const namesOf2017 = new Map(langSon2017Units().map((unit) => [unit.code, unit.name]))
    expect(langSon2025Units().every((unit) => namesOf2017.has(unit.code))).toBe(true)
    expect(langSon2025Units().filter((unit) => namesOf2017.get(unit.code) !== unit.name)).toHaveLength(31)
    expect(namesOf2017.get('06112')).toBe('Tô Hiệu')
    expect(langSon2025Units().find((unit) => unit.code === '06112')?.name).toBe('Bình Gia')
  })

  it('PLACE-14: every list names its source and its licence', () => {
    for (const list of [list2017, list2025, list2026]) {
      expect(list.source).toMatch(/^github /)
      expect(list.licence).toMatch(/^MIT/)
    }
  })

  it('PLACE-14: names are NFC, single-spaced, and capitalised', () => {
    const units = [langSon2017Districts(), langSon2017Units(), vietnam2026Provinces(), vietnam2026Units()].flat()
    const names = [...units.map((unit) => unit.name), ...langSon2025Successions().map((step) => step.fromName)]
    const words = /^[\p{Lu}\d][\p{L}\d'’]*(?:(?: | - |-)[\p{Lu}\d][\p{L}\d'’]*)*$/u
    const wrong = names.filter((name) => name !== name.normalize('NFC') || !words.test(name))
    expect(wrong).toEqual([])
  })

  it('a row that cannot be read is a defect and stops the program', () => {
    expect(() => readUnitRow(['06001', 'xã', 'Đoàn Kết'])).toThrow('unreadable row')
    expect(() => readUnitRow(['06001', 'xa'])).toThrow('unreadable row')
    expect(() => readListDate('2025-06-31')).toThrow('unreadable date')
  })
})
