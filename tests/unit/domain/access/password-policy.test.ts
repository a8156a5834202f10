import { describe, expect, it } from 'vitest'
import { checkPassword } from '#domain/access/password-policy.ts'

const owner = { username: 'thu-ky.doan-ket', displayName: 'Thư ký ISO xã Đoàn Kết' }
const codeOf = (password: string): string => {
  const checked = checkPassword(password, owner)
  return checked.ok ? 'fine' : checked.error.code
}

describe('passwords', () => {
  it('ACC-15: 10 to 128 characters count, whatever they are made of, and marks count once', () => {
    expect(['suối chảy', 'suối chảy đ', 'x'.repeat(128), 'x'.repeat(129), ''].map(codeOf)).toEqual([
      'password.too-short',
      'fine',
      'fine',
      'password.too-long',
      'password.too-short',
    ])
    // Ten code points, twenty UTF-16 units; and a word typed with separate marks is the one typed without.
    expect(codeOf('🌾'.repeat(10))).toBe('fine')
    expect(codeOf('🌾'.repeat(9))).toBe('password.too-short')
    expect(codeOf('suối chảy'.normalize('NFD'))).toBe('password.too-short')
    expect(checkPassword('suối chảy đêm'.normalize('NFD'), owner)).toEqual({ ok: true, value: 'suối chảy đêm' })
  })

  it('ACC-15: the username or the position inside is refused, with marks or without, with signs between or not', () => {
    for (const password of [
      'thukydoanket1',
      'THU-KY.DOAN-KET!',
      'Thư ký ISO xã Đoàn Kết',
      'x thu ky iso xa doan ket x',
    ])
      expect([password, codeOf(password)]).toEqual([password, 'password.has-name'])
    expect(codeOf('cá kho tộ ngon')).toBe('fine')
    expect(checkPassword('abc là của tôi', { username: 'abc', displayName: 'CT' }).ok).toBe(true)
  })
})
