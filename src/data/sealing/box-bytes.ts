/**
 * A box as bytes to be sealed, and back. Boxes are JSON, bytes, or JSON with bytes under `bytes` (photos): bytes are laid
 * behind the JSON as they are, because a photo as text would take a third more room and many times as long.
 */

const encoder = new TextEncoder()
const decoder = new TextDecoder()

const form = { json: 0, bytes: 1, both: 2 } as const

const HEAD = 5

interface WithBytes {
  readonly bytes: Uint8Array
}

/** Bytes are no content to be remembered beside their sealed form. */
export const isJson = (box: unknown): boolean => !ArrayBuffer.isView(box) && !hasBytes(box)

const hasBytes = (box: unknown): box is WithBytes =>
  typeof box === 'object' && box !== null && ArrayBuffer.isView((box as Partial<WithBytes>).bytes)

function joined(kind: number, json: Uint8Array, tail: Uint8Array): Uint8Array {
  const out = new Uint8Array(HEAD + json.length + tail.length)
  out[0] = kind
  new DataView(out.buffer).setUint32(1, json.length)
  out.set(json, HEAD)
  out.set(tail, HEAD + json.length)
  return out
}

const nothing = new Uint8Array(0)

export function bytesOfBox(box: unknown): Uint8Array {
  if (ArrayBuffer.isView(box)) return joined(form.bytes, nothing, box as Uint8Array)
  if (!hasBytes(box)) return joined(form.json, encoder.encode(JSON.stringify(box)), nothing)
  const { bytes, ...rest } = box
  return joined(form.both, encoder.encode(JSON.stringify(rest)), bytes)
}

export function boxOfBytes(content: Uint8Array): unknown {
  const length = new DataView(content.buffer, content.byteOffset).getUint32(1)
  const json = content.subarray(HEAD, HEAD + length)
  if (content[0] === form.json) return JSON.parse(decoder.decode(json)) as unknown
  const bytes = content.slice(HEAD + length)
  return content[0] === form.bytes ? bytes : { ...(JSON.parse(decoder.decode(json)) as object), bytes }
}
