import { describe, expect, it } from 'vitest'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { compileForm } from '#domain/questionnaire/form/compile-form.ts'
import { sizeOfForm } from '#domain/questionnaire/library/form-size.ts'
import { readFormText } from '#domain/questionnaire/library/form-text.ts'
import { visitFormRecords } from '#server/seed/seed-visit-form.ts'

describe('the form of the demonstration for visits', () => {
  it('LIB-2: is a form that can be filled in at a visit, in two languages, and says that it is a sample', () => {
    const records = visitFormRecords('p20', 'acc-department', '2026-05-01' as LocalDate)
    const text = records
      .flatMap(({ kind, fields }) => (kind === 'form-part' ? [fields['text'] as string] : []))
      .join('')
    const form = readFormText(text)
    expect(form).toMatchObject({ use: 'visit' })
    expect(form && compileForm(form).ok).toBe(true)
    expect(form && sizeOfForm(form)).toMatchObject({ questions: 8, languages: ['Vietnamese (vi)', 'English (en)'] })
    // A unit is one text: a word in it would stay Vietnamese for who reads English.
    expect(text).not.toMatch(/"unit":"[^"]*\p{L}/u)
    expect(form && Object.values(form.title).every((title) => /mẫu|sample/.test(title))).toBe(true)
    expect(records.at(-1)).toMatchObject({ kind: 'form', fields: { use: 'visit', publishedOn: '2026-05-01' } })
  })
})
