import { describe, expect, it } from 'vitest'
import { registersOfOp } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import { namesPhoto, takesPhotoAway } from '#domain/evidence/named-evidence.ts'
import { anOp } from '#support/sync/op-builder.ts'

const regs = (f: Op['f']) => registersOfOp(anOp({ f }))
const photo = regs({ sha256: ['a'], thumbnailSha256: ['t'], caption: ['tủ hồ sơ'] })

describe('what a sealed record names', () => {
  it('EVI-4: a submission and a report by the hash, a declaration by the id; nothing else names it', () => {
    const named = (f: Op['f']): boolean => namesPhoto(regs(f), 'evi-1', photo)
    expect(named({ content: [{ evidence: [{ sha256: 'b' }, { sha256: 'a' }] }] })).toBe(true)
    expect(named({ deliverables: [[{ deliverable: 'x', evidenceId: 'evi-1' }]] })).toBe(true)
    expect(named({ content: [{ evidence: [{ sha256: 't' }] }], deliverables: [[{ evidenceId: 'evi-2' }]] })).toBe(false)
    for (const odd of [null, 'a', 7, [], ['a'], { evidence: 'a' }, { evidence: [null, 'a', [['sha256', 'a']], {}] }])
      expect(named({ content: [odd], deliverables: [odd] })).toBe(false)
    expect(namesPhoto(regs({ content: [{ evidence: [{}] }] }), 'evi-1', regs({ caption: ['x'] }))).toBe(false)
  })

  it('EVI-4: a delete or other bytes take it away; a caption, and the same bytes again, do not', () => {
    const taken = (f: Op['f'], k = 'evidence'): boolean => takesPhotoAway(anOp({ k, f }), photo)
    expect(taken({ _del: [{ x: [] }] })).toBe(true)
    expect(taken({ sha256: ['b'] })).toBe(true)
    expect(taken({ thumbnailSha256: [null] })).toBe(true)
    expect(taken({ sha256: ['a'], thumbnailSha256: ['t'], caption: ['tủ'] })).toBe(false)
    expect(taken({ _del: [{ x: [] }] }, 'visit')).toBe(false)
  })
})
