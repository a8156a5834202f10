import { describe, expect, it } from 'vitest'
import { createInstrument, type Instrument } from '#domain/questionnaire/instrument.ts'
import { COMMUNE_SELF_ASSESSMENT, loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import { compareVersions } from '#domain/questionnaire/revision/compare-versions.ts'
import { moveScores } from '#domain/questionnaire/revision/move-scores.ts'
import { itemsOfForm, itemsOfInstrument } from '#domain/questionnaire/revision/revised-item.ts'
import type { Answer } from '#domain/self-assessment/answer.ts'
import { aForm, c, endOf, q, type RowByHeading } from '#support/questionnaire/form-builder.ts'

const levels = ['0', '1'].map((name) => c('mức', name))
const compare = (before: readonly RowByHeading[], after: readonly RowByHeading[], choices = levels, later = choices) =>
  compareVersions(itemsOfForm(aForm(before, choices).form), itemsOfForm(aForm(after, later).form))

const said = (revision: ReturnType<typeof compare>) =>
  revision.items.map(({ name, what, aspects }) => [name, what, aspects.join(' ')].join(' ').trim())

describe('two versions of a form', () => {
  it('RVS-1: questions are added, taken out, or changed in words, choices, type, rules, place or help', () => {
    const before = [
      q('text', 'lời', { label: 'Tên' }),
      q('integer', 'kiểu'),
      q('select_one mức', 'chọn'),
      q('text', 'luật'),
      q('text', 'chỗ'),
      q('text', 'gợi', { hint: 'cũ' }),
      q('text', 'bỏ'),
      q('text', 'giữ'),
    ]
    const after = [
      q('text', 'lời', { label: 'Họ và tên' }),
      q('decimal', 'kiểu'),
      q('select_one mức', 'chọn'),
      q('text', 'luật', { relevant: "${kiểu} = '1'", required: 'yes' }),
      q('begin group', 'g'),
      q('text', 'chỗ'),
      endOf('group'),
      q('text', 'gợi', { hint: 'mới' }),
      q('text', 'giữ'),
      q('text', 'thêm'),
    ]
    const revision = compare(before, after, levels, [c('mức', '1'), c('mức', '2')])
    expect(said(revision)).toEqual([
      'lời changed words',
      'kiểu changed type',
      'chọn changed choices',
      'luật changed rules',
      'chỗ changed place',
      'gợi changed help',
      'bỏ removed',
      'thêm added',
    ])
    expect(revision.unchanged).toBe(1)
    expect(revision.items[2]).toMatchObject({ choicesAdded: ['2'], choicesRemoved: ['0'] })
  })

  it('RVS-1: the same version differs in nothing, and a choice that is only worded anew is another choice', () => {
    const rows = [q('select_one mức', 'a'), q('begin repeat', 'r'), q('date', 'd'), endOf('repeat')]
    expect(compare(rows, rows)).toEqual({ items: [], unchanged: 2 })
    const reworded = compare(rows, rows, levels, [c('mức', '0', { label: 'Không' }), c('mức', '1')])
    expect(said(reworded)).toEqual(['a changed choices'])
  })

  it('RVS-2: the order is that of the later version, what was taken out behind what stood before it', () => {
    const before = ['x', 'a', 'y', 'z', 'b', 'w'].map((name) => q('text', name))
    const after = ['b', 'n', 'a'].map((name) => q('text', name))
    expect(said(compare(before, after))).toEqual(['x removed', 'w removed', 'n added', 'y removed', 'z removed'])
  })
})

/** A made-up correction of the program's bank: one question out, one in, one worded anew. */
async function corrected(): Promise<readonly [Instrument, Instrument]> {
  const first = (await loadInstrument(COMMUNE_SELF_ASSESSMENT)) as Instrument
  const [gone, reworded, ...rest] = first.questions
  if (gone === undefined || reworded === undefined) throw new Error('the bank is empty')
  const text = { vi: `${reworded.text.vi} (sửa)`, en: `${reworded.text.en} (corrected)` }
  const fresh = { ...gone, id: 'Q-new', text: { vi: 'Câu mới', en: 'New' } }
  return [first, createInstrument({ ...first, version: 2, questions: [{ ...reworded, text }, ...rest, fresh] })]
}

const answers = ({ questions }: Instrument): Record<string, Answer> =>
  Object.fromEntries(questions.map(({ id }, at) => [id, { score: (at % 4) as 0 | 1 | 2 | 3, reason: '', note: id }]))

describe('two versions of an instrument of the program', () => {
  it('RVS-1: are compared by the same rules as forms', async () => {
    const [first, second] = await corrected()
    const revision = compareVersions(itemsOfInstrument(first), itemsOfInstrument(second))
    expect(revision.items.map(({ what, aspects }) => `${what} ${aspects.join()}`.trim())).toEqual([
      'removed',
      'changed words',
      'added',
    ])
    expect(revision.unchanged).toBe(first.questions.length - 2)
  })

  it('RVS-7: every answer goes along or stands aside as it was, and nothing is scored anew', async () => {
    const [first, second] = await corrected()
    const given = answers(first)
    const moved = moveScores(given, first, second)
    const [gone, reworded] = first.questions
    expect(moved.aside).toEqual([
      { question: gone?.id, answer: given[gone?.id ?? ''], why: 'removed', version: 1, text: gone?.text },
    ])
    expect(Object.keys(moved.answers)).toHaveLength(51)
    for (const [id, answer] of Object.entries(moved.answers)) expect(answer).toBe(given[id])
    expect(moved.lookAgain).toEqual([reworded?.id])
    const otherScale = createInstrument({ ...second, scale: 'audit-result' })
    expect(moveScores(given, first, otherScale)).toMatchObject({ answers: {} })
    expect(moveScores(given, first, otherScale).aside).toHaveLength(52)
  })
})
