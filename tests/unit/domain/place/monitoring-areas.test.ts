import { describe, expect, it } from 'vitest'
import { langSon2025Units } from '#domain/place/lang-son-2025.ts'
import { areaOf, demonstrationCohort, monitoringAreas, unitsOfArea } from '#domain/place/monitoring-areas.ts'

const cohortSizes = () =>
  Object.fromEntries(
    monitoringAreas().map((area) => [
      area.name,
      demonstrationCohort().filter((unit) => areaOf(unit.id)?.id === area.id).length,
    ]),
  )

describe('monitoring areas', () => {
  it('PLACE-7: there are 10, named after the former huyện, without Thành phố Lạng Sơn', () => {
    expect(monitoringAreas().map((area) => area.id)).toEqual(
      [180, 181, 182, 183, 184, 185, 186, 187, 188, 189].map((code) => `area-${code}`),
    )
    expect(monitoringAreas()[0]).toMatchObject({ name: 'Tràng Định', type: 'dia-ban' })
  })

  it('PLACE-7: all 61 xã are shared out as counted by hand', () => {
    const sizes = monitoringAreas().map((area) => unitsOfArea(area.id).length)
    expect(sizes).toEqual([7, 8, 5, 5, 5, 6, 8, 6, 7, 4])
  })

  it('PLACE-7: a xã of two former huyện belongs where most of its parts lay', () => {
    expect(areaOf('ls25-06286')?.name).toBe('Cao Lộc')
    expect(areaOf('ls25-06316')?.name).toBe('Văn Quan')
  })

  it('PLACE-7: a phường, a unit of 2017 and a unit elsewhere have no area', () => {
    const wards = langSon2025Units().filter((unit) => unit.type === 'phuong')
    expect(wards.map((unit) => areaOf(unit.id))).toEqual([null, null, null, null])
    expect([areaOf('ls17-06001'), areaOf('vn26-00376')]).toEqual([null, null])
  })
})

describe('the cohort of the demonstration', () => {
  it('PLACE-8: has 50 xã, each once, by code', () => {
    const codes = demonstrationCohort().map((unit) => unit.code)
    expect(codes).toHaveLength(50)
    expect(codes).toEqual([...new Set(codes)].sort())
    expect(demonstrationCohort().every((unit) => unit.type === 'xa')).toBe(true)
  })

  it('PLACE-8: four in Đình Lập, six in Bình Gia, five in each other area', () => {
    expect(cohortSizes()).toEqual({
      'Tràng Định': 5,
      'Bình Gia': 6,
      'Văn Lãng': 5,
      'Cao Lộc': 5,
      'Văn Quan': 5,
      'Bắc Sơn': 5,
      'Hữu Lũng': 5,
      'Chi Lăng': 5,
      'Lộc Bình': 5,
      'Đình Lập': 4,
    })
  })

  it('PLACE-8: takes the first of each area by code', () => {
    const cohortIds = new Set(demonstrationCohort().map((unit) => unit.id))
    for (const area of monitoringAreas()) {
      const chosen = unitsOfArea(area.id).map((unit) => cohortIds.has(unit.id))
      expect(chosen.lastIndexOf(true)).toBe(chosen.filter(Boolean).length - 1)
    }
    expect(cohortIds.has('ls25-06001')).toBe(true)
    expect(cohortIds.has('ls25-06058')).toBe(false)
  })
})
