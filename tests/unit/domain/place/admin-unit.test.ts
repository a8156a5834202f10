import { describe, expect, it } from 'vitest'
import { unitLabel, unitLabelWithParent } from '#domain/place/admin-unit.ts'
import { langSon2017Districts, langSon2017Units } from '#domain/place/lang-son-2017.ts'
import { langSon2025Units } from '#domain/place/lang-son-2025.ts'
import { areaOf } from '#domain/place/monitoring-areas.ts'

const districtsById = new Map(langSon2017Districts().map((district) => [district.id, district]))

function longLabels2017(): readonly string[] {
  return langSon2017Units().map((unit) => {
    const district = districtsById.get(unit.parentId ?? '')
    return district ? unitLabelWithParent(unit, district) : 'no district'
  })
}

describe('the label of a unit', () => {
  it('has the word for its type', () => {
    const labels = langSon2025Units().map(unitLabel)
    expect(labels).toContain('xã Đoàn Kết')
    expect(labels).toContain('phường Kỳ Lừa')
  })

  it('PLACE-4: names repeat in the list of 2017, so a name alone says too little', () => {
    const named = (name: string) => langSon2017Units().filter((unit) => unit.name === name && unit.type === 'xa').length
    expect([named('Hòa Bình'), named('Tân Thành'), named('Hoàng Văn Thụ')]).toEqual([4, 3, 2])
    expect(new Set(langSon2017Units().map(unitLabel)).size).toBeLessThan(226)
  })

  it('PLACE-4: with its district every label of 2017 is the only one of its kind', () => {
    expect(new Set(longLabels2017()).size).toBe(226)
    expect(longLabels2017()).toContain('xã Hòa Bình, huyện Bình Gia')
    expect(longLabels2017()).toContain('phường Chi Lăng, thành phố Lạng Sơn')
  })

  it('PLACE-4: the parent may be a monitoring area', () => {
    const unit = langSon2025Units().find(({ id }) => id === 'ls25-06001')
    const area = areaOf('ls25-06001')
    expect(unit && area && unitLabelWithParent(unit, area)).toBe('xã Đoàn Kết, địa bàn Tràng Định')
  })
})
