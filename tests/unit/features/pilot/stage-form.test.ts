import { describe, expect, it } from 'vitest'
import type { EvidenceView } from '#data/contract/evidence-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { stageByCode } from '#domain/pilot/pilot-stages.ts'
import { proofsOf, readDoneOn } from '#features/pilot/stage-form.ts'

const aPhoto = (id: string, deliverable: string | null): EvidenceView => ({
  id,
  of: 'stage.x',
  deliverable,
  caption: '',
  sha256: id,
  thumbnailSha256: id,
  document: null,
  size: 1,
  takenAt: 0,
  on: { text: '', date: null },
  location: 'on-device',
})

describe('the proofs of a stage', () => {
  it('PIL-12: are photos and words of its own deliverables, and nothing else', () => {
    const photos = [aPhoto('p1', 'g1-report'), aPhoto('p2', null), aPhoto('p3', 'g0-plan')]
    const attestations = { 'g1-procedures': ' Danh mục số 3 ', 'g0-plan': 'x', 'g1-report': ' ' }
    expect(proofsOf(stageByCode('G1')!, { photos, records: { 'g1-assessment': 's1' }, attestations })).toEqual([
      { deliverable: 'g1-assessment', evidenceId: 's1', attestation: '' },
      { deliverable: 'g1-procedures', evidenceId: null, attestation: 'Danh mục số 3' },
      { deliverable: 'g1-report', evidenceId: 'p1', attestation: '' },
    ])
  })
})

describe('the day a stage was done', () => {
  it.each([
    ['21/11/2026', '2026-11-21'],
    ['22/11/2026', 'future'],
    ['31/11/2025', 'date.nonexistent'],
    ['hôm qua', 'date.unreadable'],
  ])('%s is read as %s', (text, expected) => {
    const read = readDoneOn(text, '2026-11-21' as LocalDate)
    expect(read.ok ? read.value : read.error).toBe(expected)
  })
})
