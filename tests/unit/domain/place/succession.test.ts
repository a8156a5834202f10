import { describe, expect, it } from 'vitest'
import { langSon2017Units } from '#domain/place/lang-son-2017.ts'
import { langSon2025Successions, langSon2025Units } from '#domain/place/lang-son-2025.ts'
import { predecessorsOf, successionKnowledge, successorsOf } from '#domain/place/succession.ts'

const unit2017 = (code: string) => {
  const unit = langSon2017Units().find((candidate) => candidate.code === code)
  if (!unit) throw new Error(code)
  return unit
}

const steps = (code: string) => successorsOf(unit2017(code)).map(({ toId, share }) => [toId, share])

describe('succession', () => {
  it('PLACE-5: 194 units of 03/2025 went into the 65 by 196 steps', () => {
    expect(langSon2025Successions()).toHaveLength(196)
    expect(new Set(langSon2025Successions().map((step) => step.fromCode)).size).toBe(194)
    expect(new Set(langSon2025Successions().map((step) => step.toId))).toEqual(
      new Set(langSon2025Units().map((unit) => unit.id)),
    )
  })

  it('PLACE-5: Bính Xá was divided between Đình Lập and Kiên Mộc', () => {
    expect(unit2017('06622').name).toBe('Bính Xá')
    expect(steps('06622')).toEqual([
      ['ls25-06613', 'partial'],
      ['ls25-06625', 'partial'],
    ])
  })

  it('PLACE-5: Kiên Mộc was divided between Kiên Mộc and Châu Sơn', () => {
    expect(unit2017('06625').name).toBe('Kiên Mộc')
    expect(steps('06625')).toEqual([
      ['ls25-06625', 'partial'],
      ['ls25-06637', 'partial'],
    ])
  })

  it('PLACE-5: every other unit went whole into one', () => {
    const others = langSon2025Successions().filter(({ fromCode }) => fromCode !== '06622' && fromCode !== '06625')
    expect(others.every((step) => step.share === 'full')).toBe(true)
    expect(new Set(others.map((step) => step.fromCode)).size).toBe(others.length)
  })

  it('PLACE-6: 181 units of 2017 are followed to today, 45 are not', () => {
    const known = langSon2017Units().map(successionKnowledge)
    expect(known.filter((knowledge) => knowledge === 'unchanged')).toHaveLength(181)
    expect(known.filter((knowledge) => knowledge === 'unknown')).toHaveLength(45)
  })

  it('PLACE-6: a unit whose code is gone has no known successor', () => {
    expect(unit2017('06007').name).toBe('Vĩnh Tiến')
    expect(successionKnowledge(unit2017('06007'))).toBe('unknown')
    expect(steps('06007')).toEqual([])
  })

  it('PLACE-6: a unit whose code names another unit in 03/2025 has no known successor', () => {
    expect(unit2017('06298').name).toBe('Xuân Mai')
    expect(langSon2025Successions().find((step) => step.fromCode === '06298')).toMatchObject({
      fromId: null,
      fromName: 'Bình Phúc',
    })
    expect(successionKnowledge(unit2017('06298'))).toBe('unknown')
    expect(steps('06298')).toEqual([])
  })

  it('PLACE-6: a unit of the same name under another code is not taken for the same', () => {
    expect(unit2017('06310').name).toBe('Bình Phúc')
    expect(successionKnowledge(unit2017('06310'))).toBe('unknown')
  })

  it('PLACE-6: the wrong case of Đồng Ý and the doubled space of Hoàng Văn Thụ do not make a unit unknown', () => {
    expect(steps('06337')).toEqual([['ls25-06337', 'full']])
    expect(steps('06178')).toEqual([['ls25-06172', 'full']])
  })

  it('a unit of today knows the units it was made of', () => {
    const names = predecessorsOf('ls25-06286').map((step) => step.fromName)
    expect(names).toEqual(['Bình Trung', 'Xuân Long', 'Khánh Khê'])
    expect(predecessorsOf('vn26-00004')).toEqual([])
  })
})
