import { describe, expect, it } from 'vitest'
import { sealedDeclarationProblem } from '#domain/declaration/sealed-declaration.ts'

const declared = (patch: object = {}) => ({
  unit: 'ls25-06001',
  type: 'declaration',
  number: '12/QĐ-UBND',
  on: '2026-11-20',
  edition: 'of-later',
  scope: ['Hộ tịch'],
  signer: 'Chủ tịch UBND xã',
  body: '',
  expiresOn: null,
  unmet: [],
  overrideReason: '',
  ...patch,
})
const codeOf = (patch: object) => sealedDeclarationProblem(declared(patch))?.code

describe('a sealed declaration that arrives', () => {
  it('DEC-4: names what was unmet only with the reason why it was declared all the same', () => {
    const unmet = [{ code: 'of-later', count: 2, on: null }]
    expect(codeOf({})).toBeUndefined()
    expect(codeOf({ unmet })).toBe('declaration.blocked')
    expect(codeOf({ unmet, overrideReason: 'ok' })).toBe('declaration.blocked')
    expect(codeOf({ unmet, overrideReason: 'Theo chỉ đạo của tỉnh' })).toBeUndefined()
  })

  it('DEC-6: has a number, a scope and who signs; a certificate its body and a last day after the first', () => {
    expect(codeOf({ number: ' ' })).toBe('declaration.number-missing')
    expect(codeOf({ scope: [' '] })).toBe('declaration.scope-missing')
    expect(codeOf({ signer: null })).toBe('declaration.signer-missing')
    expect(codeOf({ type: 'certification' })).toBe('declaration.body-missing')
    expect(codeOf({ type: 'certification', body: 'Tổ chức X' })).toBe('declaration.expiry-missing')
    expect(codeOf({ expiresOn: '2026-11-20' })).toBe('declaration.expiry-before')
  })
})
