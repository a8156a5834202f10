import { describe, expect, it } from 'vitest'
import { FIRST_DAY, outsideBounds } from '#domain/kernel/day-bounds.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'

const day = (text: string) => text as LocalDate

describe('the bounds of a day', () => {
  it('KERNEL-8: a day outside is refused with the bound as one writes it, both bounds are allowed', () => {
    const bounds = { earliest: FIRST_DAY, latest: day('2027-12-31') }
    expect(outsideBounds(day('1999-12-31'), bounds)).toEqual({
      code: 'date.too-early',
      params: { day: '31/12/1999', bound: '01/01/2000' },
    })
    expect(outsideBounds(day('9999-12-31'), bounds)).toEqual({
      code: 'date.too-late',
      params: { day: '31/12/9999', bound: '31/12/2027' },
    })
    expect([FIRST_DAY, day('2027-12-31'), null].map((one) => outsideBounds(one, bounds))).toEqual([null, null, null])
    expect(outsideBounds(day('9999-12-31'), {})).toBeNull()
  })
})
