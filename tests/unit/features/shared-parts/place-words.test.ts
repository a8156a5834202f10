import { describe, expect, it } from 'vitest'
import { insideSentence, localityOf } from '#features/place-words.ts'

describe('the name of a commune on a paper', () => {
  it('stands before the day without its kind, unless it is a number', () => {
    expect(localityOf('Xã Đoàn Kết')).toBe('Đoàn Kết')
    expect(localityOf('phường Tam Thanh')).toBe('Tam Thanh')
    expect(localityOf('Phường 1')).toBe('Phường 1')
    expect(localityOf('Tỉnh Lạng Sơn')).toBe('Lạng Sơn')
    expect(localityOf('Địa bàn Tràng Định')).toBe('Tràng Định')
  })

  it('begins with a small letter inside a sentence', () => {
    expect(insideSentence('Xã Đoàn Kết')).toBe('xã Đoàn Kết')
  })
})
