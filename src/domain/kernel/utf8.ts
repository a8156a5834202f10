/**
 * UTF-8 without a machine: `TextEncoder` belongs to browsers and Node, and the domain knows neither.
 */

/** UTF-8 bytes of a text; half a surrogate pair is written as U+FFFD, as browsers do. Rule KERNEL-6. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) appendCodePoint(bytes, character.codePointAt(0) ?? 0xfffd)
  return Uint8Array.from(bytes)
}

function appendCodePoint(bytes: number[], codePoint: number): void {
  const point = codePoint >= 0xd800 && codePoint <= 0xdfff ? 0xfffd : codePoint
  if (point < 0x80) bytes.push(point)
  else if (point < 0x800) bytes.push(0xc0 | (point >> 6), continuation(point))
  else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), continuation(point >> 6), continuation(point))
  else bytes.push(0xf0 | (point >> 18), continuation(point >> 12), continuation(point >> 6), continuation(point))
}

const continuation = (bits: number): number => 0x80 | (bits & 0x3f)
