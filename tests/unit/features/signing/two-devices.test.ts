// The whole way of a second signature without a network: from the first screen's frames to the second device and back.
import { describe, expect, it } from 'vitest'
import {
  answerBytes,
  readAnswer,
  readRequest,
  requestBytes,
  type SigningRequest,
} from '#domain/signature/signing-message.ts'
import { strokesOf } from '#domain/signature/strokes.ts'
import { CodeCollector } from '#sync/hand-over/code-collector.ts'
import { codeFramesOf } from '#sync/hand-over/code-frames.ts'

const request: SigningRequest = {
  of: '01890000-0000-7000-8000-000000000001',
  ofKind: 'audit-report',
  unit: 'ls25-06001',
  sha256: 'a'.repeat(64),
  title: 'Báo cáo: Đánh giá nội bộ lần 1/2026',
  side: 'auditee',
}

/** A long name in loops, as a finger draws it: 60 points a second for four seconds. */
const drawn = [
  Array.from({ length: 240 }, (_, i) => ({ x: 60 + i * 3.4, y: 180 + Math.sin(i / 6) * 90 + Math.cos(i / 3.1) * 40 })),
]

/** Every third frame is missed, as with a cheap camera. */
function carried(bytes: Uint8Array): { readonly text: string; readonly frames: number } {
  const frames = codeFramesOf(bytes)
  const collector = new CodeCollector()
  for (let index = 0; index < 200; index++) {
    const done = index % 3 === 1 ? null : collector.take(frames.frame(index))?.bytes
    if (done) return { text: new TextDecoder().decode(done), frames: index + 1 }
  }
  throw new Error('never complete')
}

describe('a second signature carried by codes', () => {
  it('SGN-6: comes back to the first device as it was drawn, in a few seconds each way', () => {
    const asked = carried(requestBytes(request))
    const read = readRequest(asked.text)
    expect(read).toEqual({ ok: true, value: request })
    const strokes = strokesOf(drawn, { width: 1000, height: 375 })
    const given = {
      side: request.side,
      name: 'Người ký minh họa',
      post: 'Phó Chủ tịch UBND xã',
      on: '2026-11-21',
      strokes,
    }
    const answered = carried(answerBytes({ of: request.of, sha256: request.sha256, ...given }))
    expect(readAnswer(answered.text, request)).toEqual({ ok: true, value: given })
    expect(asked.frames).toBeLessThanOrEqual(6)
    expect(answered.frames).toBeLessThanOrEqual(24)
  })
})
