import { describe, expect, it } from 'vitest'
import {
  auditChecklist,
  checkChecklist,
  checkOwnItem,
  clauseChoices,
  itemLabel,
  type OwnItem,
} from '#domain/internal-audit/checklist.ts'
import { COMMUNE_SELF_ASSESSMENT, instrumentList, loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import { internalAuditShortV1 as short } from '#domain/questionnaire/instruments/internal-audit-short-v1.ts'

const own = (id: string, order: number, patch: Partial<OwnItem> = {}): OwnItem => ({
  id,
  order,
  clause: '8.5.1',
  document: 'QT-HT-01',
  question: `Bước ${id} có phiếu kiểm soát?`,
  ...patch,
})

describe('the checklist of an audit', () => {
  it('AUD-10: keeps the order of the instrument whatever clauses were chosen, and all of it where none was named', () => {
    expect(auditChecklist(short, null, [])).toBe(short)
    const [first, second] = clauseChoices(short)
    const some = auditChecklist(short, [second!.clause, first!.clause], [])
    expect(some.questions).toHaveLength(first!.count + second!.count)
    const places = some.questions.map((question) => short.questions.indexOf(question))
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('AUD-10: every shipped instrument can be one, clause by clause', async () => {
    for (const { key, questionCount } of instrumentList) {
      const instrument = (await loadInstrument(key))!
      const choices = clauseChoices(instrument)
      expect(choices.reduce((sum, { count }) => sum + count, 0)).toBe(questionCount)
      const all = auditChecklist(
        instrument,
        choices.map(({ clause }) => clause),
        [],
      )
      expect(all.questions).toEqual(instrument.questions)
    }
    const bank = (await loadInstrument(COMMUNE_SELF_ASSESSMENT))!
    expect(clauseChoices(bank).at(-1)?.clause).toBe('')
  })

  it('AUD-10: the commune’s own items come last, in their order, and stand alone where no clause was chosen', () => {
    const list = auditChecklist(short, [], [own('b', 2), own('a', 1), own('c', 2)])
    expect(list.questions.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(list.sections.map(({ id }) => id)).toEqual(['own'])
    expect(checkChecklist(list)).toEqual({ ok: true, value: true })
    expect(checkChecklist(auditChecklist(short, [], []))).toMatchObject({ error: { code: 'checklist.empty' } })
  })

  it('AUD-11: own items are called R1, R2 and need a question and a document', () => {
    const list = auditChecklist(short, null, [own('b', 2), own('a', 1)])
    expect(['a', 'b', 'A3'].map((id) => itemLabel(list, id))).toEqual(['R1', 'R2', 'A3'])
    expect(list.questions.at(-1)).toMatchObject({ clause: '8.5.1', text: { vi: 'Bước b có phiếu kiểm soát?' } })
    expect(auditChecklist(short, null, [own('a', 1, { clause: '' })]).questions.at(-1)?.clause).toBeNull()
    expect(checkOwnItem(own('a', 1, { question: ' x ' }))).toMatchObject({ value: { question: 'x' } })
    expect(checkOwnItem(own('a', 1, { question: ' ' }))).toMatchObject({
      error: { code: 'checklist.question-missing' },
    })
    expect(checkOwnItem(own('a', 1, { document: '' }))).toMatchObject({ error: { code: 'checklist.document-missing' } })
  })
})
