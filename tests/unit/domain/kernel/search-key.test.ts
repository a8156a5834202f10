import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchKey } from '#domain/kernel/search-key.ts'

const seed = { seed: 20261121, verbose: 1 as const }

describe('the search key', () => {
  it.each([
    'hoa binh',
    'Hoà Bình',
    'Hòa Bình',
    'HÒA BÌNH',
    '  Hòa   Bình ',
    'Hòa\u00a0Bình',
    'Hòa Bình'.normalize('NFD'),
  ])('KERNEL-3: "%s" is found by "hoa binh"', (text) => {
    expect(searchKey(text)).toBe('hoa binh')
  })

  it('KERNEL-3: every letter with a mark folds to the letter without', () => {
    expect(searchKey('ă â đ ê ô ơ ư Ă Â Đ Ê Ô Ơ Ư ặ ệ ộ ợ ự ỹ ỵ')).toBe('a a d e o o u a a d e o o u a e o o u y y')
  })

  it('KERNEL-3: folding is settled after one pass, and the same for composed and decomposed text', () => {
    const letters = fc.constantFrom(...Array.from('aăâeêioôơuưyđhHĐÂ ÀẢạỵ'), '\u0300', '\u0323')
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 20 }), (parts) => {
        const text = parts.join('')
        expect(searchKey(searchKey(text))).toBe(searchKey(text))
        expect(searchKey(text.normalize('NFC'))).toBe(searchKey(text.normalize('NFD')))
      }),
      seed,
    )
  })
})
