import { describe, expect, it } from 'vitest'
import { asciiJson, asciiOfBytes, bytesOfAscii, lengthAt } from '#protocol/hand-over/byte-text.ts'
import { openEnvelope, sealEnvelope } from '#protocol/hand-over/envelope.ts'
import {
  type FileFrame,
  type FilePart,
  MOST_FILE,
  readHandOverFile,
  writeHandOverFile,
} from '#protocol/hand-over/hand-over-file.ts'
import { readSection, sealSection, sectionContent, type SectionHead } from '#protocol/hand-over/section.ts'

const frame: FileFrame = { audience: 'endpoint', maker: 'a1', inc: 'i', createdAt: 1, receipts: [] }
const part = (bytes: Uint8Array, from = 1): FilePart => ({
  entry: {
    form: 'plain',
    type: 'ops',
    origin: 'a1',
    from,
    to: from,
    feed: null,
    bytes: bytes.length,
    sha256: 'a'.repeat(64),
  },
  bytes,
})
const parts = [part(Uint8Array.of(1, 2, 3)), part(Uint8Array.of(), 2), part(Uint8Array.of(4, 5), 3)]
const codeOf = (bytes: Uint8Array): string | undefined => {
  const read = readHandOverFile(bytes)
  return read.ok ? undefined : read.error
}

const head: SectionHead = {
  v: 1,
  type: 'ops',
  origin: 'a1',
  account: 'Công chức',
  madeAt: 1,
  certificate: null,
  from: 1,
  to: 2,
  feed: null,
}
const SIGNATURE = 'A'.repeat(86)

describe('a hand-over file', () => {
  it('HND-1: gives back the sections byte for byte', () => {
    const read = readHandOverFile(writeHandOverFile(frame, parts))
    expect(read).toMatchObject({ ok: true, value: { head: frame, missing: 0 } })
    expect(read.ok && read.value.parts.map(({ bytes }) => [...bytes])).toEqual([[1, 2, 3], [], [4, 5]])
  })

  it('HND-2: cut off anywhere still gives what lies before the cut, or says that it is damaged', () => {
    const whole = writeHandOverFile(frame, parts)
    for (let length = 0; length < whole.length; length++) {
      const read = readHandOverFile(whole.subarray(0, length))
      if (read.ok) expect(read.value.parts.length + read.value.missing).toBe(3)
      else expect(['hand-over.not-a-file', 'hand-over.damaged']).toContain(read.error)
    }
  })

  it('HND-2: of a newer format is told as that, and anything else as no such file', () => {
    const whole = writeHandOverFile(frame, parts)
    expect(codeOf(Uint8Array.from([...bytesOfAscii('SOTAY2\n'), ...whole.subarray(7)]))).toBe('hand-over.newer-format')
    expect(codeOf(bytesOfAscii('%PDF-1.7 and so on'))).toBe('hand-over.not-a-file')
    expect(codeOf(new Uint8Array())).toBe('hand-over.not-a-file')
  })

  it('HND-6: larger than allowed is refused before it is read', () => {
    expect(codeOf(new Uint8Array(MOST_FILE + 1))).toBe('hand-over.too-large')
  })

  it('HND-2: of version 1 is read as it was written then', () => {
    const text = `SOTAY1\n\0\0\0\u00a3{"format":1,"audience":"origin","maker":"a1","inc":"i","createdAt":1,"sections":[],"receipts":[{"text":"{\\"v\\":1,\\"note\\":\\"\\\\u00e1\\"}","signature":"MEUCIQ"}],"x":"..............."}`
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0))
    bytes[10] = bytes.length - 11
    expect(readHandOverFile(bytes)).toMatchObject({
      ok: true,
      value: { head: { receipts: [{ signature: 'MEUCIQ' }] } },
    })
  })
})

describe('a section', () => {
  it('HND-1: is taken apart into what was put together', () => {
    const content = sectionContent(head, Uint8Array.of(9, 9))
    const read = readSection(sealSection(content, SIGNATURE))
    expect(read).toMatchObject({ ok: true, value: { head, signature: SIGNATURE } })
    expect(read.ok && [...read.value.data]).toEqual([9, 9])
    expect(read.ok && [...read.value.content]).toEqual([...content])
  })

  it('HND-2: of a newer version is told as that', () => {
    const newer = sectionContent({ ...head, v: 2 }, Uint8Array.of(9))
    expect(readSection(sealSection(newer, SIGNATURE))).toEqual({ ok: false, error: 'hand-over.newer-format' })
    expect(readSection(new Uint8Array(50))).toEqual({ ok: false, error: 'hand-over.damaged' })
  })
})

describe('texts and lengths', () => {
  it('HND-1: Vietnamese words survive as ASCII', () => {
    const words = { name: 'Thư ký ISO xã Đoàn Kết 📷' }
    const text = asciiJson(words)
    expect(asciiOfBytes(bytesOfAscii(text))).toBe(text)
    expect(JSON.parse(text)).toEqual(words)
  })

  it('HND-2: a length beyond the end is none', () => {
    expect(lengthAt(Uint8Array.of(0, 0, 1), 0)).toBeUndefined()
    expect(lengthAt(Uint8Array.of(255, 255, 255, 255), 0)).toBe(2 ** 32 - 1)
  })
})

describe('an envelope', () => {
  const pair = async () => {
    const keys = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
    const text = async (key: CryptoKey) => JSON.stringify(await crypto.subtle.exportKey('jwk', key))
    return { publicKey: await text(keys.publicKey), privateKey: await text(keys.privateKey) }
  }

  it('HND-4: opens with the one key it was made for, unchanged', async () => {
    const [own, other] = [await pair(), await pair()]
    const content = Uint8Array.of(1, 2, 3)
    const envelope = (await sealEnvelope(own.publicKey, content)) ?? new Uint8Array()
    expect(await openEnvelope(own.privateKey, envelope)).toEqual(content)
    expect(await openEnvelope(other.privateKey, envelope)).toBeUndefined()
    const changed = envelope.slice()
    changed.set([(changed[70] ?? 0) ^ 1], 70)
    expect(await openEnvelope(own.privateKey, changed)).toBeUndefined()
    expect(await sealEnvelope('{}', content)).toBeUndefined()
  })
})
