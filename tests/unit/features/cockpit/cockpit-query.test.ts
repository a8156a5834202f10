import { describe, expect, it } from 'vitest'
import { mostPressing } from '#features/cockpit/alarm-list.tsx'
import { chooseArea, readCockpitQuery } from '#features/cockpit/cockpit-query.ts'
import { sidePath } from '#features/cockpit/paths.ts'
import { area, commune, view } from './cockpit-scene.ts'

describe('what the cockpit shows', () => {
  const whole = view([commune('a', []), commune('b', [], { area: area('area-2') }), commune('c', [], { area: null })])

  it('CKP-2: stands in the address and goes along from view to view', () => {
    const query = readCockpitQuery(new URLSearchParams('plan=p1&area=area-2&as=table'))
    expect(query).toEqual({ plan: 'p1', area: 'area-2', form: 'table' })
    expect(sidePath('heat', { plan: 'p1', area: 'area-2' })).toBe('/cockpit/heat?plan=p1&area=area-2')
    expect(sidePath('overview')).toBe('/cockpit')
    expect(readCockpitQuery(new URLSearchParams('as=nonsense')).form).toBe('drawing')
  })

  it('CKP-2: is narrowed to one area with its own figures, and shows all where the area is not there', () => {
    const one = chooseArea(whole, 'area-2')
    expect(one.communes.map(({ place }) => place.id)).toEqual(['b'])
    expect(one.figures.communes).toBe(1)
    expect(one.chosenArea?.id).toBe('area-2')
    const all = chooseArea(whole, 'area-9')
    expect(all.chosenArea).toBeNull()
    expect(all.figures).toBe(whole.total)
    expect(all.groups.map((group) => [group.area?.id ?? null, group.communes.length])).toEqual([
      ['area-1', 1],
      ['area-2', 1],
      [null, 1],
    ])
  })

  it('CKP-9: lists late communes first and by how much, then who has most that presses', () => {
    const quiet = commune('quiet', [])
    const late = (id: string, daysLate: number) => {
      const made = commune(id, [])
      return {
        ...made,
        progress: { ...made.progress, daysLate },
        alarms: [{ is: 'late', stage: 'G1', days: daysLate }] as const,
      }
    }
    const inTime = (id: string, more: Parameters<typeof commune>[2]) => {
      const made = commune(id, [], more)
      return { ...made, progress: { ...made.progress, daysLate: 0 } }
    }
    const slipping = inTime('slipping', { slippage: 9, alarms: [{ is: 'slipping', days: 9 }] })
    const two = inTime('two', {
      alarms: [
        { is: 'open-major', count: 1 },
        { is: 'late-corrective', count: 1 },
      ],
    })
    const listed = mostPressing([quiet, slipping, late('late', 3), two, late('later', 40)])
    expect(listed.map(({ place }) => place.id)).toEqual(['later', 'late', 'two', 'slipping'])
  })
})
