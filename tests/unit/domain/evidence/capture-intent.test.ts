import { describe, expect, it } from 'vitest'
import {
  type CaptureIntent,
  INTENT_LIVES_MS,
  LEADS_BACK_MS,
  leadsBack,
  readCaptureIntent,
  wasInterrupted,
} from '#domain/evidence/capture-intent.ts'

const intent: CaptureIntent = {
  feed: 'ls25-06001/self',
  of: 'ans.asm.ls25-06001.2026-1.Q4.1',
  deliverable: null,
  about: 'Phạm vi có bao gồm toàn bộ thủ tục không?',
  path: '/self-assessment/asm.ls25-06001.2026-1/q/Q4.1',
  at: 1000,
  page: 1,
}

describe('what was being photographed', () => {
  it('EVI-5: is told by another page than the one at the camera, for twelve hours', () => {
    expect(wasInterrupted(intent, 2000, 1)).toBe(false)
    expect(wasInterrupted(intent, 2000, 2)).toBe(true)
    expect(wasInterrupted(intent, 1000 + INTENT_LIVES_MS, 2)).toBe(false)
  })

  it('EVI-6: leads back from the first screen only, within half an hour, and to an address of this app only', () => {
    expect(leadsBack(intent, 2000, 2, '/')).toBe(true)
    expect(leadsBack(intent, 2000, 2, '/sync')).toBe(false)
    expect(leadsBack(intent, 2000, 1, '/')).toBe(false)
    expect(leadsBack(intent, 1000 + LEADS_BACK_MS, 2, '/')).toBe(false)
    for (const path of ['https://vi.du', '//vi.du', '/\\vi.du', '/', ''])
      expect(leadsBack({ ...intent, path }, 2000, 2, '/')).toBe(false)
  })

  it('EVI-5: is read from the disk only where it is whole', () => {
    expect(readCaptureIntent({ ...intent })).toEqual(intent)
    expect(readCaptureIntent(undefined)).toBeNull()
    expect(readCaptureIntent([])).toBeNull()
    expect(readCaptureIntent({ ...intent, path: 5 })).toBeNull()
    expect(readCaptureIntent({ ...intent, at: 'x' })).toBeNull()
    expect(readCaptureIntent({ ...intent, deliverable: 1 })).toBeNull()
  })
})
