import { describe, expect, it } from 'vitest'
import { createInstrument, type Instrument, instrumentKey } from '#domain/questionnaire/instrument.ts'
import {
  COMMUNE_SELF_ASSESSMENT,
  INTERNAL_AUDIT_SHORT,
  instrumentList,
  loadInstrument,
} from '#domain/questionnaire/instrument-registry.ts'
import { communeSelfAssessmentV1 } from '#domain/questionnaire/instruments/commune-self-assessment-v1.ts'
import { internalAuditShortV1 } from '#domain/questionnaire/instruments/internal-audit-short-v1.ts'
import { clauseByNumber } from '#domain/standard/clause.ts'

const instruments: readonly Instrument[] = [communeSelfAssessmentV1, internalAuditShortV1]
const clauseOf = (instrument: Instrument, id: string) => instrument.questions.find((q) => q.id === id)?.clause

describe.each(instruments.map((instrument) => [instrumentKey(instrument), instrument] as const))(
  '%s',
  (_, instrument) => {
    it('QST-2: no question id twice, every question in a section of its instrument', () => {
      const ids = instrument.questions.map(({ id }) => id)
      const sections = new Set(instrument.sections.map(({ id }) => id))
      expect(new Set(ids).size).toBe(ids.length)
      expect(instrument.questions.filter(({ section }) => !sections.has(section))).toEqual([])
      const used = new Set(instrument.questions.map(({ section }) => section))
      expect([...sections].filter((section) => !used.has(section))).toEqual([])
    })

    it('QST-2: every clause named is in the clause tree and in the chapter of its section', () => {
      const wrong = instrument.questions.filter(
        ({ clause, section }) => clause !== null && (!clauseByNumber(clause) || clause.split('.')[0] !== section),
      )
      expect(wrong).toEqual([])
    })

    it('QST-3: text, reason and evidence are there in both languages and differ', () => {
      const texts = instrument.questions.flatMap(({ text, why, evidence }) => [text, why, evidence])
      const empty = texts.filter(({ vi, en }) => vi.trim().length < 15 || en.trim().length < 15 || vi === en)
      expect(empty).toEqual([])
    })

    it('QST-3: texts are NFC, single-spaced and end with a mark', () => {
      const texts = instrument.questions.flatMap(({ text, why, evidence }) => [text, why, evidence])
      const untidy = texts
        .flatMap(({ vi, en }) => [vi, en])
        .filter((text) => text !== text.normalize('NFC') || /\s{2}|^\s|\s$/.test(text) || !/[.?)]$/.test(text))
      expect(untidy).toEqual([])
    })

    it('QST-1: nothing in a loaded instrument can be changed', () => {
      const question = instrument.questions[0]
      if (!question) throw new Error('an instrument without questions')
      expect(() => Object.assign(question.text, { vi: 'khác' })).toThrow(TypeError)
      expect(() => Object.assign(instrument, { version: 2 })).toThrow(TypeError)
    })
  },
)

describe('the self-assessment of a commune', () => {
  it('QST-4: 52 questions, per section 5, 5, 5, 12, 12, 6, 4 and 3', () => {
    const perSection = communeSelfAssessmentV1.sections.map(
      ({ id }) => communeSelfAssessmentV1.questions.filter(({ section }) => section === id).length,
    )
    expect(communeSelfAssessmentV1.questions).toHaveLength(52)
    expect(perSection).toEqual([5, 5, 5, 12, 12, 6, 4, 3])
  })

  it('QST-4: eleven key questions', () => {
    const keys = communeSelfAssessmentV1.questions.filter(({ isKey }) => isKey).map(({ id }) => id)
    expect(keys).toEqual(['Q4.3', 'Q5.1', 'Q5.4', 'Q6.3', 'Q7.6', 'Q7.9', 'Q8.1', 'Q8.7', 'Q9.4', 'Q9.6', 'Q11.1'])
  })
})

describe('the short internal audit', () => {
  it('QST-5: items A1 to A12 over the chosen clauses', () => {
    expect(internalAuditShortV1.questions.map(({ id }) => id)).toEqual(
      Array.from({ length: 12 }, (_, i) => `A${i + 1}`),
    )
    expect(internalAuditShortV1.questions.map(({ clause }) => clause)).toEqual([
      '4.3',
      '5.3',
      '6.2',
      '7.2',
      '7.5.2',
      '7.5.3',
      '8.1',
      '8.5.1',
      '8.5.3',
      '8.7',
      '9.3',
      '10.2',
    ])
  })

  it('QST-5: the item on 8.5.1 samples at least five dossiers', () => {
    expect(clauseOf(internalAuditShortV1, 'A8')).toBe('8.5.1')
    expect(internalAuditShortV1.questions[7]?.text.vi).toContain('ít nhất 5 hồ sơ')
  })
})

describe('the registry', () => {
  it.each(instrumentList)('QST-6: $key is listed as it loads', async (entry) => {
    const instrument = await loadInstrument(entry.key)
    expect(instrument && instrumentKey(instrument)).toBe(entry.key)
    expect(instrument?.title).toEqual(entry.title)
    expect(instrument?.kind).toBe(entry.kind)
    expect(instrument?.questions).toHaveLength(entry.questionCount)
  })

  it('QST-6: an unknown key gives nothing', async () => {
    expect(await loadInstrument('commune-self-assessment@2')).toBeUndefined()
    expect([COMMUNE_SELF_ASSESSMENT, INTERNAL_AUDIT_SHORT]).toEqual(instrumentList.map(({ key }) => key))
  })

  it('QST-1: the key names id and version', () => {
    const draft = { ...communeSelfAssessmentV1, version: 7 }
    expect(instrumentKey(createInstrument(draft))).toBe('commune-self-assessment@7')
  })
})
