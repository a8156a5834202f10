import { describe, expect, it } from 'vitest'
import { auditChecklist, itemLabel, type OwnItem } from '#domain/internal-audit/checklist.ts'
import { formsOf, ownItemsFrom, takenNames, wordsOfItem } from '#domain/internal-audit/form-items.ts'
import { checklistOf, formTitle } from '#domain/questionnaire/checklist/form-items.ts'
import { sampleAuditItems as form } from '#domain/questionnaire/checklist/sample-forms.ts'
import { internalAuditShortV1 } from '#domain/questionnaire/instruments/internal-audit-short-v1.ts'

const from = (version: string) => ({ form: `cau-hoi@${version}`, title: formTitle(form), items: checklistOf(form) })
const own: OwnItem = { id: 'x', clause: '', document: 'QT-01', question: 'Có phiếu?', order: 4 }

describe('questions of the province in an audit', () => {
  it('AUD-22: become own items in the order of the form, behind those there are', () => {
    const taken = ownItemsFrom(from('1'), ['ban_cu', 'niem_yet'], [own])
    expect(taken).toMatchObject([
      { id: 'cau-hoi:niem_yet', clause: '8.2.1', document: formTitle(form).vi, order: 5, origin: 'cau-hoi@1#niem_yet' },
      { id: 'cau-hoi:ban_cu', clause: '7.5.3', order: 6 },
    ])
    const checklist = auditChecklist(internalAuditShortV1, null, [own, ...taken])
    expect(taken.map(({ id }) => itemLabel(checklist, id))).toEqual(['R2', 'R3'])
  })

  it('AUD-22: one the audit has already is known in whichever version, and left out', () => {
    const had = ownItemsFrom(from('1'), ['y_kien'], [])
    expect([...takenNames(from('2'), had)]).toEqual(['y_kien'])
    expect(ownItemsFrom(from('2'), ['y_kien', 'ban_cu'], had).map(({ origin }) => origin)).toEqual(['cau-hoi@2#ban_cu'])
  })

  it('AUD-28: are said in English by their form, as long as that says in Vietnamese what was written down', () => {
    const [taken] = ownItemsFrom(from('1'), ['y_kien'], [])
    const words = wordsOfItem(taken!, [from('2'), from('1')])
    expect(words).toEqual({
      question: { vi: taken!.question, en: 'Is what citizens say written down and answered?' },
      document: formTitle(form),
    })
    const checklist = auditChecklist(internalAuditShortV1, [], [taken!, own], (item) => wordsOfItem(item, [from('1')]))
    expect(checklist.questions.map(({ text }) => text.en)).toEqual([words.question.en, own.question])
    const [later] = ownItemsFrom(from('10'), ['y_kien'], [])
    expect(wordsOfItem(later!, [from('1'), from('10')])).toEqual(words)
    const other = { ...taken!, question: 'Câu khác' }
    expect(wordsOfItem(other, [from('1')]).question).toEqual({ vi: 'Câu khác', en: 'Câu khác' })
  })

  it('AUD-28: stay as they were written down where that version of the form is not here, or came from none', () => {
    const [taken] = ownItemsFrom(from('1'), ['y_kien'], [])
    for (const [item, forms] of [
      [taken!, []],
      [taken!, [from('10')]],
      [own, [from('1')]],
    ] as const) {
      const { question, document } = wordsOfItem(item, forms)
      expect([question.en, document.en]).toEqual([item.question, item.document])
    }
    expect(formsOf([taken!, own, { ...taken!, id: 'y' }])).toEqual(['cau-hoi@1'])
  })
})
