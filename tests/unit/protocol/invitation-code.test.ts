import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codeInFragment,
  INVITATION_BYTES,
  invitationCodeOf,
  invitationPath,
  readInvitationCode,
} from '#protocol/invitation-code.ts'

const bytes = fc.uint8Array({ minLength: INVITATION_BYTES, maxLength: INVITATION_BYTES })

describe('one-time codes', () => {
  it('END-94: eighty bits in four groups, each bit counted, without letters that look like figures', () => {
    expect(INVITATION_BYTES * 8).toBe(80)
    fc.assert(
      fc.property(bytes, fc.nat(79), (random, bit) => {
        const code = invitationCodeOf(random)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
        const other = random.slice()
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(invitationCodeOf(other)).not.toBe(code)
      }),
    )
  })

  it('END-94: a code is understood however it was typed, and travels in the fragment of the address', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = invitationCodeOf(random)
        const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
        expect(readInvitationCode(` ${typed} `)).toBe(code)
        const { hash, search, pathname } = new URL(invitationPath(code), 'https://example.org')
        expect([codeInFragment(hash), search, pathname.includes(code)]).toEqual([code, '', false])
      }),
    )
    for (const wrong of ['', 'K7QM', 'K7QM-3F9T-0XWD-HE2', 'K7QM-3F9T-0XWD-HE2R5', 'K7QM-3F9T-0XWD-HE2*'])
      expect(readInvitationCode(wrong)).toBeUndefined()
    expect(codeInFragment('#other')).toBeUndefined()
    expect(codeInFragment('#ma=%')).toBeUndefined()
  })
})
