import { describe, expect, it } from 'vitest'
import { checkEvidenceChange, type EvidenceChange } from '#domain/evidence/evidence-change.ts'
import { err, ok } from '#domain/kernel/result.ts'

const changes: readonly EvidenceChange[] = ['add', 'caption', 'remove']
const sealed = err({ code: 'evidence.sealed' })

describe('a photo as evidence', () => {
  it('EVI-1: may be added, captioned and removed while its record is open', () => {
    for (const change of changes)
      expect(checkEvidenceChange(change, { isClosed: false, isNamed: false })).toEqual(ok(null))
  })

  it('EVI-1: stays as it is once its record was handed in or concluded', () => {
    for (const change of changes)
      expect(checkEvidenceChange(change, { isClosed: true, isNamed: false })).toEqual(sealed)
  })

  it('EVI-1: that a declaration names is neither changed nor removed, while the stage goes on taking photos', () => {
    const results = changes.map((change) => checkEvidenceChange(change, { isClosed: false, isNamed: true }))
    expect(results).toEqual([ok(null), sealed, sealed])
  })
})
