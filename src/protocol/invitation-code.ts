/**
 * One-time codes as people read, type and photograph them: 80 random bits in four groups of four, without letters that
 * look like figures. Whoever types O for 0, I or L for 1, or U for V, is understood.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const [GROUPS, GROUP] = [4, 4]
const LENGTH = GROUPS * GROUP
/** Random bytes a code is made of. */
export const INVITATION_BYTES = (LENGTH * 5) / 8

/** `K7QM-3F9T-0XWD-HE2R` out of ten random bytes. */
export function invitationCodeOf(bytes: Uint8Array): string {
  let [letters, bits, held] = ['', 0, 0]
  for (const byte of bytes) {
    bits = (bits << 8) | byte
    for (held += 8; held >= 5; held -= 5) letters += ALPHABET[(bits >> (held - 5)) & 31] ?? ''
    bits &= (1 << held) - 1
  }
  return (letters.match(/.{4}/g) ?? []).join('-')
}

/** The code as it was issued, however it was typed; undefined where it can be none. */
export function readInvitationCode(text: string): string | undefined {
  const letters = text
    .toUpperCase()
    .replaceAll(/[\s\-–—._]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('U', 'V')
  const isCode = letters.length === LENGTH && Array.from(letters).every((letter) => ALPHABET.includes(letter))
  return isCode ? (letters.match(/.{4}/g) ?? []).join('-') : undefined
}

/** The code stands after `#`, so it is sent to no server and to no log on the way. */
const FRAGMENT = '#ma='

/** The app's address for a code, after the origin. */
export const invitationPath = (code: string): string => `/sign-in${FRAGMENT}${code}`

/** The code in `location.hash`, or undefined. */
export const codeInFragment = (hash: string): string | undefined =>
  hash.startsWith(FRAGMENT) ? readInvitationCode(hash.slice(FRAGMENT.length)) : undefined
