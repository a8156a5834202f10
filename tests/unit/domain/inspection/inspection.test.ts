import { describe, expect, it } from 'vitest'
import { beginProblems, headProblems } from '#domain/inspection/inspection.ts'
import { createMinutes, minutesBytes, minutesGaps } from '#domain/inspection/minutes.ts'
import { needsReason, outlineItems } from '#domain/inspection/outline.ts'
import { callsForAction, shortcomingProblems } from '#domain/inspection/shortcoming.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { aHead, aShortcoming, aWork } from './inspection-work.ts'

const day = (text: string) => text as LocalDate
const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code)
const headCodes = (head: ReturnType<typeof aHead>) => codes(headProblems(head).map(({ problem }) => problem))
const gapCodes = (work: ReturnType<typeof aWork>) => codes(minutesGaps(work).map(({ problem }) => problem))

const sealParts = { number: 1, evidence: [], sealedAt: '2026-11-21T02:00:00.000Z', sealedBy: 'acc-1' }

describe('the head of an inspection', () => {
  it('INS-1: is complete with form, decision, days, place, a leader and whoever receives the team', () => {
    expect(headProblems(aHead())).toEqual([])
    expect(headCodes(aHead({ form: null }))).toEqual(['inspection.form-missing'])
    expect(headCodes(aHead({ decisionNumber: ' ' }))).toEqual(['inspection.decision-missing'])
    expect(headCodes(aHead({ decidedOn: writtenDate('31/11/2026') }))).toEqual(['date.nonexistent'])
    expect(headCodes(aHead({ from: writtenDate('22/11/2026') }))).toEqual(['inspection.ends-before'])
    expect(headCodes(aHead({ team: [{ name: 'A', post: '', part: 'member' }] }))).toEqual(['inspection.leader-missing'])
    expect(headCodes(aHead({ team: [{ name: ' ', post: '', part: 'leader' }] }))).toEqual(['inspection.leader-missing'])
  })

  it('INS-1: on reports and files nobody has to receive the team anywhere', () => {
    expect(headProblems(aHead({ form: 'on-files', place: '', hosts: [] }))).toEqual([])
    expect(headCodes(aHead({ place: '', hosts: [] }))).toEqual(['inspection.place-missing', 'inspection.hosts-missing'])
  })

  it('INS-1: begins with its form and days; a day of the decision that no calendar has is told at once', () => {
    const bare = { place: '', decisionNumber: '', decidedOn: writtenDate(''), team: [], hosts: [] }
    expect(beginProblems(aHead(bare))).toEqual([])
    expect(beginProblems(aHead({ ...bare, decidedOn: writtenDate('31/11/2026') }))).toHaveLength(1)
    expect(beginProblems(aHead({ ...bare, from: writtenDate('') }))).toHaveLength(1)
  })
})

describe('outline and shortcomings', () => {
  it('INS-2: has twelve contents, and "not applicable" needs a reason', () => {
    expect(outlineItems.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, at) => `K${at + 1}`))
    expect(needsReason({ result: 'na', note: ' ' })).toBe(true)
    expect(needsReason({ result: 'na', note: 'Lần đầu được kiểm tra' })).toBe(false)
    expect(needsReason({ result: 'not-met', note: '' })).toBe(false)
  })

  it('INS-3: a shortcoming needs grade, facts, basis, and a day where it calls for action', () => {
    const bare = { facts: '', basis: ' ', grade: null, dueOn: null }
    expect(codes(shortcomingProblems(bare, null))).toEqual([
      'shortcoming.grade-missing',
      'shortcoming.facts-missing',
      'shortcoming.basis-missing',
    ])
    expect(codes(shortcomingProblems(aShortcoming({ dueOn: null }), null))).toEqual(['shortcoming.due-missing'])
    expect(shortcomingProblems(aShortcoming({ dueOn: null, grade: 'observation' }), null)).toEqual([])
  })

  it('INS-4: its day exists and is not before the day of the minutes', () => {
    const due = (text: string) => aShortcoming({ dueOn: writtenDate(text) })
    expect(shortcomingProblems(due('31/11/2026'), null)).toEqual([
      { code: 'date.nonexistent', params: { text: '31/11/2026' } },
    ])
    expect(codes(shortcomingProblems(due('20/11/2026'), day('2026-11-21')))).toEqual(['shortcoming.due-before-minutes'])
    expect(shortcomingProblems(due('21/11/2026'), day('2026-11-21'))).toEqual([])
  })

  it('INS-6: major and minor ones call for a corrective action, observations do not', () => {
    expect([callsForAction('major'), callsForAction('minor'), callsForAction('observation')]).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('sealing minutes', () => {
  it('INS-5: names everything that is missing', () => {
    expect(minutesGaps(aWork())).toEqual([])
    const { K1: _first, ...answers } = aWork().answers
    expect(gapCodes(aWork({ answers }))).toEqual(['inspection.items-open'])
    expect(gapCodes(aWork({ answers: { ...aWork().answers, K2: { result: 'na', note: '' } } }))).toEqual([
      'inspection.reason-missing',
    ])
    expect(gapCodes(aWork({ shortcomings: [] }))).toEqual(['inspection.shortcoming-missing'])
    expect(gapCodes(aWork({ shortcomings: [aShortcoming({ basis: '' })] }))).toEqual(['shortcoming.basis-missing'])
    expect(gapCodes(aWork({ minutesOn: writtenDate('31/11/2026') }))).toEqual(['inspection.day-missing'])
    expect(gapCodes(aWork({ minutesOn: writtenDate('19/11/2026') }))).toEqual(['inspection.day-too-early'])
    expect(gapCodes(aWork({ reportDueOn: writtenDate('') }))).toEqual(['inspection.report-due-missing'])
    expect(gapCodes(aWork({ reportDueOn: writtenDate('20/11/2026') }))).toEqual(['inspection.report-due-too-early'])
    expect(gapCodes(aWork({ rating: null }))).toEqual(['inspection.rating-missing'])
    expect(gapCodes(aWork({ texts: { ...aWork().texts, conclusion: ' ' } }))).toEqual(['inspection.conclusion-missing'])
  })

  it('INS-5: is refused with the number of gaps', () => {
    const work = aWork({ rating: null, head: aHead({ decisionNumber: '' }) })
    expect(createMinutes(work, sealParts)).toEqual({
      ok: false,
      error: { code: 'inspection.incomplete', params: { count: '2' } },
    })
  })

  it('INS-7: gives the same bytes whatever order it was entered in, heaviest shortcomings first', () => {
    const [heavy, light] = [aShortcoming({ id: 's9', grade: 'major' }), aShortcoming()]
    const ref = (subject: string, sha256: string) => ({ subject, sha256, mime: 'image/jpeg', size: 1, caption: '' })
    const [one, two] = [ref('K1', 'bb'), ref('K1', 'aa')]
    const seal = (shortcomings: readonly (typeof heavy)[], evidence: readonly (typeof one)[]) =>
      createMinutes(aWork({ shortcomings }), { ...sealParts, evidence })
    const [first, second] = [seal([light, heavy], [one, two]), seal([heavy, light], [two, one])]
    if (!first.ok || !second.ok) throw new Error('expected minutes')
    expect(first.value.shortcomings.map(({ id }) => id)).toEqual(['s9', 's1'])
    expect(first.value.evidence.map(({ sha256 }) => sha256)).toEqual(['aa', 'bb'])
    expect(first.value.items.map(({ item }) => item)).toEqual(outlineItems.map(({ id }) => id))
    expect(minutesBytes(first.value)).toEqual(minutesBytes(second.value))
  })
})
