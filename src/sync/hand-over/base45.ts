/**
 * Bytes in the 45 characters that a QR code stores most densely (RFC 9285). Readers hand back text, and what they make of
 * raw bytes differs from browser to browser.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

export function base45Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const [high = 0, low] = [bytes[at], bytes[at + 1]]
    const value = low === undefined ? high : high * 256 + low
    text += DIGITS.charAt(value % 45) + DIGITS.charAt(Math.floor(value / 45) % 45)
    if (low !== undefined) text += DIGITS.charAt(Math.floor(value / 2025))
  }
  return text
}

/** Undefined where the text is none. */
export function bytesOfBase45(text: string): Uint8Array | undefined {
  if (text.length % 3 === 1) return undefined
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 3) {
    const digits = Array.from(text.slice(at, at + 3), (char) => DIGITS.indexOf(char))
    const [a = 0, b = 0, c = 0] = digits
    const value = a + b * 45 + c * 2025
    if (digits.includes(-1) || value > (digits.length === 3 ? 0xffff : 0xff)) return undefined
    if (digits.length === 3) bytes.push(value >>> 8)
    bytes.push(value & 255)
  }
  return Uint8Array.from(bytes)
}
