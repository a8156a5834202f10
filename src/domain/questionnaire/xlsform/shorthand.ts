/**
 * What XLSForm says in one cell that is more here: `or_other`, which is a further choice and a question for its words,
 * `range`, which is a number between two ends, and `start-geopoint`, which is asked for. All are written out when a form
 * is read, so that the engine knows nothing of them.
 */
import type { Choice, ChoiceList, Question, Texts } from '../form/form.ts'
import type { SheetRow } from './sheet.ts'

type Words = readonly [vi: string, en: string]

const OTHER: Words = ['Khác', 'Other']
const SPECIFY: Words = ['Nêu rõ', 'Specify other']

/** The name of the further choice, as every tool of the field writes it. */
const OTHER_NAME = 'other'

const isVietnamese = (language: string): boolean => /(^|\W)vi(\W|$)|viet|việt/i.test(language)

/** In the languages the author wrote; a column that names none is read in Vietnamese. */
const inLanguagesOf = (texts: Texts, [vi, en]: Words): Texts => {
  const languages = Object.keys(texts)
  const all = languages.length === 0 ? [''] : languages
  return Object.fromEntries(all.map((language) => [language, language === '' || isVietnamese(language) ? vi : en]))
}

/** The list with the further choice, unless the author wrote one of that name. Rule FRM-24. */
export function withOther(list: ChoiceList): ChoiceList {
  if (list.choices.some(({ name }) => name === OTHER_NAME)) return list
  const [first] = list.choices
  const other: Choice = { name: OTHER_NAME, label: inLanguagesOf(first?.label ?? {}, OTHER), columns: {} }
  return { ...list, choices: [...list.choices, other] }
}

/** The question for the words of the further choice; `isSeveral` where `${name}` would not tell which. Rules FRM-24 and FRM-36. */
export const specifyOther = ({ name, label }: Question, isSeveral: boolean): Question => ({
  kind: 'text',
  name: `${name}_other`,
  label: inLanguagesOf(label, SPECIFY),
  hint: {},
  guidance: {},
  requiredMessage: {},
  constraintMessage: {},
  relevant: `selected(${isSeveral ? `../${name}` : `\${${name}}`}, '${OTHER_NAME}')`,
})

/** The hint of a group, which no program shows, as a note that stands first in it. Rule FRM-33. */
export const noteOf = (name: string, label: Texts): Question => ({
  kind: 'note',
  name,
  label,
  hint: {},
  guidance: {},
  requiredMessage: {},
  constraintMessage: {},
})

const START_POSITION: Words = ['Vị trí khi bắt đầu', 'Position at the start']

/** A position that other programs note by themselves, as a question that a person answers. Rule FRM-38. */
export function startPosition(question: Question, languages: readonly string[]): Question {
  if (Object.values(question.label).some((text) => text !== '')) return question
  const texts = Object.fromEntries(languages.map((language) => [language, '']))
  return { ...question, label: inLanguagesOf(texts, START_POSITION) }
}

/** Those that name ticks and a first mark only say how a slider is drawn. */
const RANGE_WORDS = new Set(['start', 'end', 'step', 'tick_interval', 'tick_labelset', 'placeholder'])

const NUMBER = /^[-+]?\d+(\.\d+)?$/

function rangeOf(parameters: string): { start: string; end: string; step: string } | null {
  const given = new Map(
    Array.from(
      parameters.matchAll(/([\w-]+)\s*=\s*([^\s;,]+)/g),
      ([, key = '', value = '']) => [key.toLowerCase(), value] as const,
    ),
  )
  const range = { start: given.get('start') ?? '0', end: given.get('end') ?? '10', step: given.get('step') ?? '1' }
  const isKnown = [...given.keys()].every((key) => RANGE_WORDS.has(key))
  const isNumber = Object.values(range).every((text) => NUMBER.test(text)) && Number(range.step) > 0
  return isKnown && isNumber && Number(range.start) <= Number(range.end) ? range : null
}

/** A number between the ends, in whole steps from the first; null where the parameters cannot be read. Rule FRM-25. */
export function rangeQuestion({ parameters = '', constraint, ...question }: Question): Question | null {
  const range = rangeOf(parameters)
  if (range === null) return null
  const { start, end, step } = range
  const steps = `(. - (${start})) div ${step}`
  const inside = `. >= ${start} and . <= ${end} and round(${steps}, 6) = round(${steps}, 0)`
  const isWhole = [start, end, step].every((text) => !text.includes('.'))
  const says: Words = [`Từ ${start} đến ${end}, mỗi bước ${step}.`, `From ${start} to ${end}, in steps of ${step}.`]
  const hasMessage = Object.keys(question.constraintMessage).length > 0
  return {
    ...question,
    kind: isWhole ? 'integer' : 'decimal',
    constraint: constraint === undefined ? inside : `(${constraint}) and ${inside}`,
    constraintMessage: hasMessage ? question.constraintMessage : inLanguagesOf(question.label, says),
  }
}

/** What the programs of the field call a row that may go without a name. Rule FRM-33. */
export function usualName(row: SheetRow): string {
  const type = row.text('type').toLowerCase()
  if (type === 'audit') return type
  return type === 'note' || type === 'add note prompt' ? `generated_note_name_${row.row}` : ''
}
