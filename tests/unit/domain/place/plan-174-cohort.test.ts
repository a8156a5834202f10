import { describe, expect, it } from 'vitest'
import { langSon2017Districts } from '#domain/place/lang-son-2017.ts'
import { plan174Cohort, plan174SuccessorUnits } from '#domain/place/plan-174-cohort.ts'
import { successionKnowledge } from '#domain/place/succession.ts'

const names = (districtCode: string) =>
  plan174Cohort()
    .filter((unit) => unit.parentId === `d17-${districtCode}`)
    .map((unit) => unit.name)

describe('the illustrative cohort of plan 174', () => {
  it('PLACE-9: has five xã of each of the 10 huyện and none of the city', () => {
    const sizes = langSon2017Districts().map((district) => names(district.code).length)
    expect(sizes).toEqual([0, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5])
    expect(plan174Cohort().every((unit) => unit.type === 'xa' && unit.id.startsWith('ls17-'))).toBe(true)
  })

  it('PLACE-9: takes the first by code among the unchanged', () => {
    expect(names('180')).toEqual(['Khánh Long', 'Đoàn Kết', 'Quốc Khánh', 'Cao Minh', 'Chí Minh'])
    expect(names('185')).toEqual(['Long Đống', 'Vạn Thủy', 'Đồng Ý', 'Tân Tri', 'Hưng Vũ'])
    expect(plan174Cohort().every((unit) => successionKnowledge(unit) === 'unchanged')).toBe(true)
  })

  it("PLACE-9: went into the 29 of today's units that were found by hand", () => {
    const byHand =
      'Đoàn Kết, Quốc Khánh, Thất Khê, Hoa Thám, Quý Hòa, Hồng Phong, Thụy Hùng, Văn Lãng, Đồng Đăng, Cao Lộc, ' +
      'Ba Sơn, Điềm He, Văn Quan, Khánh Khê, Tri Lễ, Bắc Sơn, Tân Tri, Hưng Vũ, Hữu Liên, Yên Bình, Chiến Thắng, ' +
      'Bằng Mạc, Nhân Lý, Mẫu Sơn, Lộc Bình, Đình Lập, Thái Bình, Kiên Mộc, Châu Sơn'
    const found = plan174SuccessorUnits().map((unit) => unit.name)
    expect(found).toHaveLength(29)
    expect([...found].sort()).toEqual(byHand.split(', ').sort())
  })
})
