import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkProcedure,
  compareProcedures,
  countProcedures,
  isSameProcedure,
  matches,
  newProcedure,
  passes,
  type Procedure,
} from '#domain/first-day/procedure.ts'

const aProcedure = (more: Partial<Procedure> = {}): Procedure => ({
  ...newProcedure,
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  days: 1,
  ...more,
})

const codeOf = (procedure: Procedure): string | undefined => {
  const checked = checkProcedure(procedure)
  return checked.ok ? undefined : checked.error.code
}

describe('a procedure of the register', () => {
  it('DAY-2: needs a name, keeps its texts tidy, and takes days as a whole number or left open', () => {
    expect(codeOf(aProcedure({ name: '  ' }))).toBe('procedure.name-missing')
    expect(codeOf(aProcedure({ name: 'Đ'.repeat(401) }))).toBe('procedure.too-long')
    expect(codeOf(aProcedure({ field: 'x'.repeat(121) }))).toBe('procedure.too-long')
    for (const days of [-1, 1.5, 366, Number.NaN]) expect(codeOf(aProcedure({ days }))).toBe('procedure.days-unfit')
    for (const days of [null, 0, 365]) expect(codeOf(aProcedure({ days }))).toBeUndefined()
    expect(checkProcedure(aProcedure({ name: ' Đăng  ký\nkhai sinh ' }))).toMatchObject({
      value: { name: 'Đăng ký khai sinh' },
    })
  })

  it('DAY-3: is the same by its code, and without one by name and field', () => {
    expect(isSameProcedure(aProcedure(), aProcedure({ name: 'Khác' }))).toBe(true)
    expect(isSameProcedure(aProcedure(), aProcedure({ code: '1.001194' }))).toBe(false)
    expect(isSameProcedure(aProcedure({ code: '' }), aProcedure({ name: 'đăng ký  khai sinh' }))).toBe(true)
    expect(isSameProcedure(aProcedure({ code: '' }), aProcedure({ field: 'Đất đai' }))).toBe(false)
  })

  it('DAY-3: sameness does not depend on who is asked', () => {
    const any = fc.record({ code: fc.constantFrom('', 'a', 'A', 'b'), name: fc.constantFrom('x', 'X', 'y') })
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [first, second] = [aProcedure(a), aProcedure(b)]
        expect(isSameProcedure(first, second)).toBe(isSameProcedure(second, first))
      }),
    )
  })

  it('DAY-4: is found by any words of it, with or without tone marks', () => {
    const one = aProcedure({ document: 'QT-HT-01' })
    for (const typed of ['', 'khai sinh', 'KHAI SINH', 'sinh ho tich', '1.0011', 'qt-ht'])
      expect(matches(one, typed)).toBe(true)
    expect(matches(one, 'khai tử')).toBe(false)
  })

  it('DAY-5: counts those in use, in scope, and with a document of the office', () => {
    const all = [
      aProcedure({ document: 'QT-01' }),
      aProcedure({ code: '2' }),
      aProcedure({ code: '3', isInScope: false, document: 'QT-03' }),
      aProcedure({ code: '4', state: 'dropped', document: 'QT-04' }),
    ]
    expect(countProcedures(all)).toEqual({ inUse: 3, inScope: 2, documented: 1 })
    expect(all.filter((one) => passes(one, 'without-document')).map(({ code }) => code)).toEqual(['2'])
    expect(all.filter((one) => passes(one, 'dropped')).map(({ code }) => code)).toEqual(['4'])
    expect(all.filter((one) => passes(one, 'all'))).toHaveLength(3)
    expect(all.filter((one) => passes(one, 'out-of-scope')).map(({ code }) => code)).toEqual(['3'])
  })

  it('stands by field, then by code, then by name', () => {
    const [a, b, c] = [aProcedure({ field: 'Đất đai' }), aProcedure({ code: '1.2' }), aProcedure({ code: '1.1' })]
    expect([a, b, c].sort(compareProcedures)).toEqual([a, c, b])
    expect(compareProcedures(a, a)).toBe(0)
  })
})
