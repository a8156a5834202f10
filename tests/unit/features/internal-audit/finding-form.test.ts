import { describe, expect, it } from 'vitest'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { type FindingForm, inputOf, withGrade } from '#features/internal-audit/finding-form.ts'

const today = '2026-11-21' as LocalDate
const form: FindingForm = {
  grade: null,
  clause: '6.2',
  facts: '',
  requirement: '',
  objectiveEvidence: '',
  department: '',
  due: '',
}

describe('the form of a finding', () => {
  it('AUD-3: moves a default due date with the grade', () => {
    const minor = withGrade(form, 'minor', today)
    expect(minor.due).toBe('21/12/2026')
    expect(withGrade(minor, 'major', today).due).toBe('06/12/2026')
    expect(withGrade(minor, 'observation', today).due).toBe('')
  })

  it('leaves a due date that somebody wrote', () => {
    expect(withGrade({ ...form, due: '31/11/2026' }, 'major', today).due).toBe('31/11/2026')
  })

  it('KERNEL-2: keeps the text of a date that names no day', () => {
    expect(inputOf({ ...form, due: '31/11/2026' }, 'A3').dueOn).toEqual({ text: '31/11/2026', date: null })
    expect(inputOf(form, null).dueOn).toBeNull()
  })
})
