/**
 * Bytes and text of a hand-over file without a machine's own helpers: this layer runs in browsers and at the endpoint.
 * JSON is written in ASCII only, so that a head has exactly one byte per character and is the same text everywhere.
 */

const NOT_ASCII = /[\u007f-\uffff]/g

/** JSON in which everything beyond ASCII is escaped. */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(NOT_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The bytes of an ASCII text. */
export function bytesOfAscii(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at) & 0x7f
  return bytes
}

const PIECE = 8192

/** The text of ASCII bytes; undefined where a byte is none. */
export function asciiOfBytes(bytes: Uint8Array): string | undefined {
  if (bytes.some((byte) => byte > 0x7f)) return undefined
  let text = ''
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return text
}

/** One array out of many. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** A length as four bytes, highest first. */
export const bytesOfLength = (length: number): Uint8Array =>
  Uint8Array.of((length >>> 24) & 255, (length >>> 16) & 255, (length >>> 8) & 255, length & 255)

/** The length in the four bytes at `at`; undefined beyond the end. */
export function lengthAt(bytes: Uint8Array, at: number): number | undefined {
  if (at + 4 > bytes.length) return undefined
  return bytes.subarray(at, at + 4).reduce((sum, byte) => sum * 256 + byte, 0)
}

/** The value in JSON text, or undefined where it is none. */
export function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
