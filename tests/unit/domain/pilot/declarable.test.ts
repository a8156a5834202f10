import { describe, expect, it } from 'vitest'
import { checkDeclarable } from '#domain/pilot/declarable.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import type { StageEvidence } from '#domain/pilot/stage-event.ts'
import type { Stage, StageCode } from '#domain/pilot/stage-template.ts'

const stage = (code: StageCode): Stage => {
  const found = pilotStages.find((candidate) => candidate.code === code)
  if (!found) throw new Error(code)
  return found
}
const photo = (deliverable: string, id = 'ev-1'): StageEvidence => ({ deliverable, evidenceId: id, attestation: '' })
const words = (deliverable: string, attestation: string): StageEvidence => ({
  deliverable,
  evidenceId: null,
  attestation,
})

describe('declaring a stage done', () => {
  it('PIL-12: every deliverable needs proof; the missing ones are named', () => {
    expect(checkDeclarable(stage('G5'), [photo('g5-decision')])).toEqual({
      ok: false,
      error: { code: 'stage.deliverable-missing', params: { missing: 1, ids: 'g5-list' } },
    })
    expect(checkDeclarable(stage('G5'), [photo('g5-decision'), photo('g5-list')]).ok).toBe(true)
  })

  it('PIL-12: photos of something else, or of another stage, prove nothing', () => {
    const photos = [photo(''), photo('g4-drafts'), photo('ảnh tập thể'), photo('G5')]
    expect(checkDeclarable(stage('G5'), photos)).toMatchObject({ error: { params: { missing: 2 } } })
  })

  it('PIL-12: words that say where the original is are proof; no words and no file are none', () => {
    const kept = words('g5-list', 'Bản gốc lưu tại Văn phòng HĐND và UBND xã')
    expect(checkDeclarable(stage('G5'), [photo('g5-decision'), kept]).ok).toBe(true)
    expect(checkDeclarable(stage('G5'), [photo('g5-decision'), words('g5-list', '  ')]).ok).toBe(false)
    expect(checkDeclarable(stage('G5'), [photo('g5-decision'), photo('g5-list', '')]).ok).toBe(false)
  })

  it('PIL-13: G7 waits while a major nonconformity is open or nobody has counted', () => {
    const proofs = [photo('g7-plan'), photo('g7-report')]
    const blocked = { error: { code: 'stage.deliverable-missing', params: { missing: 1, ids: 'no-open-major' } } }
    expect(checkDeclarable(stage('G7'), proofs)).toMatchObject(blocked)
    expect(checkDeclarable(stage('G7'), proofs, { openMajor: 1 })).toMatchObject(blocked)
    expect(checkDeclarable(stage('G7'), proofs, { openMajor: 0 }).ok).toBe(true)
  })

  it('PIL-13: open majors hold no other stage back', () => {
    expect(checkDeclarable(stage('G8'), [photo('g8-minutes')], { openMajor: 2 }).ok).toBe(true)
  })
})
