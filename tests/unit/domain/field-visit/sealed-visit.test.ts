import { describe, expect, it } from 'vitest'
import { sealedVisitProblem } from '#domain/field-visit/sealed-visit.ts'
import { noVisitDetails, type WholeVisit } from '#domain/field-visit/visit.ts'
import { createVisitRecord } from '#domain/field-visit/visit-record.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'

const visit: WholeVisit = {
  ...noVisitDetails,
  id: 'v1',
  unit: 'ls25-06001',
  on: writtenDate('21/11/2026'),
  stage: 'G4',
  flag: 'red',
  done: 'Đã soạn 12/30 quy trình',
  lateReasons: ['no-staff' as never],
  recommendation: 'Cần người hướng dẫn',
  visitors: 'Người theo dõi A',
  received: 'Thư ký ISO',
  from: '08:00',
  to: '10:00',
  checked: [{ about: 'stage', known: 'Đang ở G4', found: 'Đang ở G4' }],
}
const sealing = { number: 1, tasks: [], evidence: [], sealedAt: '2026-11-21T04:00:00.000Z', sealedBy: 'acc' }

function sealed(patch: object = {}) {
  const content = createVisitRecord({ ...sealing, visit }, '2026-11-21' as LocalDate)
  if (!content.ok) throw new Error(content.error.code)
  return { ...content.value, ...patch }
}

describe('a sealed record of a visit that arrives', () => {
  it('VIS-12: is complete as a device seals it, on a day that another clock has not reached, and with fields of later', () => {
    expect(sealedVisitProblem(sealed())).toBeNull()
    expect(sealedVisitProblem(sealed({ on: writtenDate('01/01/2031'), ofLater: { x: [1] } }))).toBeNull()
    expect(sealedVisitProblem(sealed({ flag: 'purple', stage: 'G77', recommendation: '' }))).toBeNull()
  })

  it.each([
    ['visit.visitors-missing', { visitors: ' ' }],
    ['visit.received-missing', { received: 5 }],
    ['visit.done-missing', { done: null }],
    ['visit.help-missing', { recommendation: '' }],
    ['visit.ends-before', { to: '07:00' }],
    ['visit.lines-open', { checked: [{ about: 'stage', known: 'Đang ở G4', found: '' }] }],
    ['date.unreadable', { on: 'hôm qua' }],
  ])('VIS-12: lacks what its rules ask for: %s', (code, patch) => {
    expect(sealedVisitProblem(sealed(patch))?.code).toBe(code)
  })
})
