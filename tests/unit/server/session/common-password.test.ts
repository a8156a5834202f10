import { describe, expect, it } from 'vitest'
import { isCommonPassword } from '#server/session/common-password.ts'

describe('common passwords', () => {
  it.each([
    'password123',
    'P@ssw0rd2026',
    'matkhau123456',
    'Mật khẩu 2026!',
    'quantri@123',
    'ubnd@langson',
    'langson2026',
    'anhyeuem1234',
    'motconvit'.replace('motconvit', 'mothaibabonnam'),
    'Iso9001:2015',
    '1234567890',
    '0912345678',
    '20/11/2026',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '12121212121',
    'qwertyuiop',
    'qazwsxedc123',
    'abcdefghijkl',
    'zyxwvutsrq',
    'vietnamvodich',
    'nguyenvan123',
    'chutich@2026',
  ])('END-96: %s is refused', (password) => {
    expect(isCommonPassword(password)).toBe(true)
  })

  it.each([
    'con mèo leo cây cau',
    'suối chảy đêm nghe rõ',
    'rau muống xào tỏi',
    'Nhà tôi có ba cây mận',
    'k8vTzq2mLw',
    'mưa-phùn-tháng-giêng',
    'пароль-для-меня',
    'correct horse battery',
  ])('END-96: %s passes: a sentence of one’s own needs no signs and no figures', (password) => {
    expect(isCommonPassword(password)).toBe(false)
  })
})
