// A made-up second version of the commune's questions: one taken out, one added, one worded anew, one that decides now.
import { createInstrument, type Instrument, type Question } from '#domain/questionnaire/instrument.ts'
import { COMMUNE_SELF_ASSESSMENT, instrumentList, loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import { carryInstrument } from '#domain/questionnaire/instrument-versions.ts'

export const BANK_2 = 'commune-self-assessment@2'
export const NEW_WORDS = { vi: 'Xã có danh mục các bên quan tâm không?', en: 'Does the commune list its parties?' }

export async function bankVersion2(): Promise<Instrument> {
  const first = await loadInstrument(COMMUNE_SELF_ASSESSMENT)
  if (first === undefined) throw new Error('no bank')
  const corrected = (question: Question): readonly Question[] => {
    if (question.id === 'Q4.1') return []
    if (question.id === 'Q4.2') return [{ ...question, text: NEW_WORDS }]
    if (question.id === 'Q4.4') return [{ ...question, isKey: true }]
    return question.id === 'Q4.5' ? [question, { ...question, id: 'Q4.6', isKey: false }] : [question]
  }
  return createInstrument({ ...first, version: 2, questions: first.questions.flatMap(corrected) })
}

const entryOf = (key: string) => {
  const entry = instrumentList.find((one) => one.key === key)
  if (entry === undefined) throw new Error(`no ${key}`)
  return entry
}

/** As after an update of the program. Returns how to leave it out again. */
export const carryBankVersion2 = (): (() => void) =>
  carryInstrument({ ...entryOf(COMMUNE_SELF_ASSESSMENT), key: BANK_2 }, bankVersion2)

export const withdrawInstrument = (key: string): (() => void) => carryInstrument({ ...entryOf(key), isWithdrawn: true })
