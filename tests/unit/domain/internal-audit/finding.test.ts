import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAuditAnswer, emptyAuditAnswer, isAuditAnswered } from '#domain/internal-audit/audit-result.ts'
import {
  checkFinding,
  defaultDueDays,
  defaultDueOn,
  type Finding,
  findingGrades,
  findingProblems,
  foundOn,
} from '#domain/internal-audit/finding.ts'
import { mayRemoveFinding } from '#domain/internal-audit/finding-response.ts'
import { localNumber, type NumberOrigin } from '#domain/internal-audit/local-number.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'

const aFinding = (patch: Partial<Finding> = {}): Finding => ({
  id: 'f1',
  number: 'KPH/06001/2026/a1-001',
  audit: 'audit-1',
  item: 'A8',
  grade: 'minor',
  clause: '8.5.1',
  facts: '2 trong 5 hồ sơ trả sau ngày hẹn.',
  requirement: 'Thời hạn trong quy trình',
  objectiveEvidence: 'Mã hồ sơ H01, H04',
  department: 'Một cửa',
  dueOn: writtenDate('21/12/2026'),
  ...patch,
})

describe('a checklist item', () => {
  it('AUD-1: not applicable without a reason is refused and does not count', () => {
    const answer = { ...emptyAuditAnswer, result: 'NA', reason: ' ' } as const
    expect(checkAuditAnswer(answer)).toEqual({ ok: false, error: { code: 'answer.reason-missing' } })
    expect(isAuditAnswered(answer)).toBe(false)
    expect(isAuditAnswered({ ...answer, reason: 'Xã không có lĩnh vực này' })).toBe(true)
    expect(isAuditAnswered({ ...emptyAuditAnswer, result: 'NC' })).toBe(true)
    expect(isAuditAnswered(emptyAuditAnswer)).toBe(false)
  })
})

describe('a finding', () => {
  it('AUD-2: without a grade or without facts it is refused', () => {
    expect(checkFinding(aFinding({ grade: null }))).toEqual({ ok: false, error: { code: 'finding.grade-missing' } })
    expect(checkFinding(aFinding({ facts: ' \n' }))).toEqual({ ok: false, error: { code: 'finding.facts-missing' } })
    expect(checkFinding(aFinding()).ok).toBe(true)
  })

  it('AUD-2: a due date that does not exist keeps its text and is named', () => {
    const finding = aFinding({ dueOn: writtenDate('31/11/2026') })
    expect(finding.dueOn?.text).toBe('31/11/2026')
    expect(findingProblems(finding)).toEqual([{ code: 'date.nonexistent', params: { text: '31/11/2026' } }])
  })

  it('AUD-2: an unreadable date is named as such; an empty one is no date', () => {
    expect(findingProblems(aFinding({ dueOn: writtenDate('cuối tháng') }))).toMatchObject([{ code: 'date.unreadable' }])
    expect(findingProblems(aFinding({ dueOn: writtenDate('') }))).toEqual([])
    expect(findingProblems(aFinding({ dueOn: null }))).toEqual([])
  })

  it('AUD-2: all problems come together, in the order of the form', () => {
    const finding = aFinding({ grade: null, facts: '', dueOn: writtenDate('30/02/2026') })
    expect(findingProblems(finding).map(({ code }) => code)).toEqual([
      'finding.grade-missing',
      'finding.facts-missing',
      'date.nonexistent',
    ])
  })

  it('AUD-23: is not due before the day it was found, wherever that day is known', () => {
    const early = aFinding({ dueOn: writtenDate('20/11/2026') })
    expect(findingProblems(early, '2026-11-21' as LocalDate)).toEqual([{ code: 'corrective.due-before-issue' }])
    expect(findingProblems(early, '2026-11-20' as LocalDate)).toEqual([])
    expect(findingProblems(early)).toEqual([])
    expect(findingProblems(aFinding({ dueOn: writtenDate('') }), '2026-11-21' as LocalDate)).toEqual([])
  })

  it('AUD-23: it was found on the day of the audit, or today where the audit is still to come or has no day', () => {
    const today = '2026-11-21' as LocalDate
    expect(foundOn(writtenDate('20/11/2026'), today)).toBe('2026-11-20')
    expect(foundOn(writtenDate('01/12/2026'), today)).toBe(today)
    expect(foundOn(writtenDate('31/11/2026'), today)).toBe(today)
  })

  it('AUD-24: a nonconformity names a clause, or what it misses in words; nothing else has to', () => {
    const bare = { clause: ' ', requirement: '' }
    for (const grade of ['major', 'minor'] as const)
      expect(findingProblems(aFinding({ ...bare, grade }))).toEqual([{ code: 'corrective.requirement-missing' }])
    expect(findingProblems(aFinding({ ...bare, clause: '8.5.1' }))).toEqual([])
    expect(findingProblems(aFinding({ ...bare, requirement: 'QT-05' }))).toEqual([])
    expect(findingProblems(aFinding({ ...bare, grade: 'observation' }))).toEqual([])
  })

  it('AUD-25: is taken away only while the auditee has not answered it', () => {
    const answer = {
      id: 'r',
      of: 'f1',
      agrees: true,
      words: '',
      name: 'A',
      post: 'B',
      on: '2026-11-21',
      at: 1,
      grade: null,
    }
    expect(mayRemoveFinding([])).toBe(true)
    expect(mayRemoveFinding([answer])).toBe(false)
  })

  it('AUD-3: a major is due in 15 days, a minor in 30, the others have no date', () => {
    expect(findingGrades.map(defaultDueDays)).toEqual([15, 30, null, null, null])
    expect(defaultDueOn('major', '2026-11-21' as LocalDate)).toBe('2026-12-06')
    expect(defaultDueOn('minor', '2026-11-21' as LocalDate)).toBe('2026-12-21')
    expect(defaultDueOn('observation', '2026-11-21' as LocalDate)).toBeNull()
  })
})

describe('the number of a finding', () => {
  const origin = fc.record<NumberOrigin>({
    communeCode: fc.stringMatching(/^\d{5}$/),
    year: fc.integer({ min: 2024, max: 2040 }),
    replica: fc.stringMatching(/^[A-Za-z0-9]{1,8}$/),
    sequence: fc.integer({ min: 1, max: 5000 }),
  })

  it('AUD-4: it names commune, year, replica and sequence', () => {
    expect(localNumber({ communeCode: '06001', year: 2026, replica: 'a1', sequence: 3 })).toBe('KPH/06001/2026/a1-003')
    expect(localNumber({ communeCode: '06001', year: 2026, replica: 'a1', sequence: 1000 })).toBe(
      'KPH/06001/2026/a1-1000',
    )
  })

  it('AUD-4: it can be read back, so two origins never share one', () => {
    fc.assert(
      fc.property(origin, (from) => {
        const [, communeCode, year, rest = ''] = localNumber(from).split('/')
        const [replica, sequence] = rest.split('-')
        expect({ communeCode, year: Number(year), replica, sequence: Number(sequence) }).toEqual(from)
      }),
    )
  })

  it.each([{ replica: 'a-1' }, { replica: '' }, { communeCode: '06/001' }, { sequence: 0 }, { sequence: 1.5 }])(
    'AUD-4: %o could collide and is a defect',
    (patch) => {
      const from = { communeCode: '06001', year: 2026, replica: 'a1', sequence: 1, ...patch }
      expect(() => localNumber(from)).toThrow(TypeError)
    },
  )
})
