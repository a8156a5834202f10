import { describe, expect, it } from 'vitest'
import { langSon2017Units } from '#domain/place/lang-son-2017.ts'
import { langSon2025Units } from '#domain/place/lang-son-2025.ts'
import { unitInTime, unitOfLangSon } from '#domain/place/unit-in-time.ts'

const history = (id: string) => {
  const unit = unitOfLangSon(id)
  if (!unit) throw new Error(id)
  return unitInTime(unit)
}

describe('one unit over time', () => {
  it('PLACE-15: Khánh Long of 2017 went into Đoàn Kết on 01/07/2025', () => {
    const found = history('ls17-05998')
    expect(found.parent?.name).toBe('Tràng Định')
    expect(found.lastDay).toBe('2025-06-30')
    expect(found.after).toEqual([
      { unitId: 'ls25-06001', code: '06001', type: 'xa', name: 'Đoàn Kết', share: 'full', on: '2025-07-01' },
    ])
    expect(found.gaps).toEqual(['began', 'joined'])
  })

  it('PLACE-15: a divided unit has several after it, and nobody knows how much went where', () => {
    const found = history('ls17-06622')
    expect(found.after.map(({ name }) => name)).toEqual(['Đình Lập', 'Kiên Mộc'])
    expect(found.gaps).toEqual(['began', 'joined', 'share'])
  })

  it('PLACE-15: of a unit that is in no later list nothing is guessed, not even its last day', () => {
    const found = history('ls17-06007')
    expect(found).toMatchObject({ after: [], before: [], lastDay: null, gaps: ['began', 'after'] })
  })

  it('PLACE-15: a unit of today names its parts, and says where one of them cannot be followed to 2017', () => {
    const found = history('ls25-06286')
    expect(found.before.map(({ name, unitId }) => [name, unitId !== null])).toEqual([
      ['Bình Trung', true],
      ['Xuân Long', true],
      ['Khánh Khê', true],
    ])
    expect(found).toMatchObject({ firstDay: '2025-07-01', lastDay: null, gaps: [] })
    const unexplained = langSon2025Units().filter((unit) => unitInTime(unit).gaps.includes('before'))
    expect(unexplained.length).toBeGreaterThan(0)
    for (const unit of unexplained) expect(unitInTime(unit).before.some(({ unitId }) => unitId === null)).toBe(true)
  })

  it('PLACE-15, PLACE-3: tells which other unit bore the code', () => {
    expect(history('ls25-06037').sameCode.map(({ name }) => name)).toEqual(['Trung Thành'])
    expect(langSon2025Units().filter((unit) => unitInTime(unit).sameCode.length > 0)).toHaveLength(31)
  })

  it('PLACE-15: of the 226 the 45 without a known successor all say so', () => {
    expect(langSon2017Units().filter((unit) => unitInTime(unit).gaps.includes('after'))).toHaveLength(45)
  })
})
