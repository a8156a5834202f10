import { afterEach, describe, expect, it } from 'vitest'
import { COMMUNE_SELF_ASSESSMENT, loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import {
  correctionOf,
  earlierVersions,
  isWithdrawn,
  offeredInstrument,
} from '#domain/questionnaire/instrument-versions.ts'
import { findQuestions } from '#domain/questionnaire/question-search.ts'
import { BANK_2, carryBankVersion2, withdrawInstrument } from '#support/questionnaire/bank-version-2.ts'

const undo: (() => void)[] = []
afterEach(() => {
  for (const one of undo.splice(0).reverse()) one()
})

const offered = () => offeredInstrument('self-assessment')?.key

describe('versions of an instrument', () => {
  it('QST-8: offers the newest version that is not withdrawn, and carries a withdrawn one', async () => {
    expect(offered()).toBe(COMMUNE_SELF_ASSESSMENT)
    undo.push(carryBankVersion2())
    expect(offered()).toBe(BANK_2)
    undo.push(withdrawInstrument(BANK_2))
    expect([offered(), isWithdrawn(BANK_2)]).toEqual([COMMUNE_SELF_ASSESSMENT, true])
    expect((await loadInstrument(BANK_2))?.version).toBe(2)
  })

  it('QST-9: a later version that is not withdrawn is the correction of an earlier one', async () => {
    expect(correctionOf(COMMUNE_SELF_ASSESSMENT)).toBeUndefined()
    undo.push(carryBankVersion2())
    expect(correctionOf(COMMUNE_SELF_ASSESSMENT)?.key).toBe(BANK_2)
    expect([correctionOf(BANK_2), correctionOf('internal-audit-short@1'), correctionOf('unknown@1')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect((await earlierVersions(BANK_2)).map(({ version }) => version)).toEqual([1])
    undo.push(withdrawInstrument(BANK_2))
    expect(correctionOf(COMMUNE_SELF_ASSESSMENT)).toBeUndefined()
  })
})

describe('looking for a question', () => {
  it('QST-7: finds without tone marks, by words in any order, by clause, and by the help where nothing is asked so', async () => {
    const bank = (await loadInstrument(COMMUNE_SELF_ASSESSMENT))!
    const found = (typed: string, language: 'vi' | 'en' = 'vi') =>
      findQuestions(bank, typed, language).map(({ id }) => id)
    expect(found('  ')).toHaveLength(52)
    expect(found('ben quan tam')).toContain('Q4.2')
    expect(found('Bên  QUAN tâm')).toEqual(found('tam quan ben'))
    expect(found('4.3 pham vi')).toEqual(['Q4.3'])
    expect(found('interested parties', 'en')).toContain('Q4.2')
    expect(found('thien tai')).toEqual(['Q4.1'])
    expect(found('khongcochunaynhuvay')).toEqual([])
  })
})
