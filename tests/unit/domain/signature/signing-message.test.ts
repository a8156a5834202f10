import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answerBytes,
  readAnswer,
  readRequest,
  requestBytes,
  type SigningRequest,
} from '#domain/signature/signing-message.ts'
import type { Stroke } from '#domain/signature/strokes.ts'

const request: SigningRequest = {
  of: '01890000-0000-7000-8000-000000000001',
  ofKind: 'audit-report',
  unit: 'ls25-06001',
  sha256: 'a'.repeat(64),
  title: 'Báo cáo đánh giá nội bộ lần 1/2026',
  side: 'auditee',
}
const { of, sha256, side } = request
const strokes: readonly Stroke[] = [
  [100, 100, 400, 500, 390, 510],
  [0, 1000, 1000, 0],
]
const given = { side, name: 'Người ký', post: 'Trưởng bộ phận Một cửa', on: '2026-11-21', strokes }
const answer = { of, sha256, ...given }
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const codeOf = (text: string) => {
  const read = readAnswer(text, request)
  return read.ok ? 'ok' : read.error.code
}

describe('signing on two devices', () => {
  it('SGN-6: a request and its answer come back as they were sent', () => {
    expect(readRequest(textOf(requestBytes(request)))).toEqual({ ok: true, value: request })
    expect(readAnswer(textOf(answerBytes(answer)), request)).toEqual({ ok: true, value: given })
  })

  it('SGN-6: an answer about another record, another hash or another side is refused', () => {
    for (const other of [{ of: 'x' }, { sha256: 'b'.repeat(64) }, { side: 'auditor' as const }]) {
      expect(codeOf(textOf(answerBytes({ ...answer, ...other })))).toBe('signature.other-content')
    }
  })

  it('SGN-6: what is damaged, or no answer at all, is refused and never thrown about', () => {
    for (const text of ['', '{}', 'null', '[]', '{"t":"signed"}', textOf(requestBytes(request))]) {
      expect(codeOf(text)).toBe('signature.message-damaged')
      expect(readRequest(text === textOf(requestBytes(request)) ? '{"t":"sign","v":2}' : text).ok).toBe(false)
    }
    const whole = JSON.parse(textOf(answerBytes(answer))) as Record<string, unknown>
    const parts = [
      { strokes: [[1]] },
      { strokes: 'x' },
      { strokes: [[2000, 1]] },
      { name: 5 },
      { sha256: 'A' },
      { v: 2 },
    ]
    for (const part of parts) expect(codeOf(JSON.stringify({ ...whole, ...part }))).toBe('signature.message-damaged')
    fc.assert(fc.property(fc.json(), (text) => codeOf(text) !== 'ok'))
  })

  it('SGN-4: an answer without a drawing is refused like any other signature', () => {
    expect(codeOf(textOf(answerBytes({ ...answer, strokes: [[5, 5]] })))).toBe('signature.not-drawn')
  })

  it('SGN-6: both ways fit a few codes on a screen', () => {
    const busy = Array.from({ length: 20 }, (_, i) =>
      Array.from({ length: 30 }, (_p, j) => (j * 37 + i * 11 + j * j) % 1000),
    )
    expect(requestBytes(request).length).toBeLessThan(480)
    expect(answerBytes({ ...answer, strokes: busy }).length).toBeLessThan(4_800)
  })
})
