import { describe, expect, it } from 'vitest'
import { passwordStrength } from '#features/password-strength.ts'

const owner = { username: 'thuky.doanket', displayName: 'Thư ký ISO xã Đoàn Kết' }

describe('how hard a password is to guess', () => {
  it.each([
    ['', 'too-short'],
    ['ngắn', 'too-short'],
    ['x'.repeat(129), 'too-long'],
    ['thuky.doanket 2026', 'has-name'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['19751975197520', 'weak'],
    ['núi cao sông', 'fair'],
    ['núi cao sông 7x', 'strong'],
    ['con mèo ngồi trên mái nhà', 'strong'],
  ])('%s is %s', (password, strength) => {
    expect(passwordStrength(password, owner)).toBe(strength)
  })
})
