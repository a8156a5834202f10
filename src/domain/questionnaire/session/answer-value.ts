/**
 * What an answer as it was typed comes to. The text is kept as written whatever it says; what cannot be read as its
 * kind (31/11/2025, "ten" for a number) counts as empty and is named as a problem, so that nothing is moved to the
 * next day or thrown away in silence.
 */
import { isLocalDate, parseWrittenDate } from '#domain/kernel/local-date.ts'
import { msOfDateText } from '../expression/date-time.ts'
import { chosenNames, type QuestionKind } from '../form/form.ts'

export type Unreadable =
  | 'not-a-number'
  | 'not-whole'
  | 'too-large'
  | 'not-a-date'
  | 'no-such-day'
  | 'not-a-time'
  | 'not-a-place'
  | 'choice-gone'

export interface AnswerValue {
  /** What expressions see. */
  readonly value: string
  readonly unreadable: Unreadable | null
}

const read = (value: string): AnswerValue => ({ value, unreadable: null })
const unread = (unreadable: Unreadable): AnswerValue => ({ value: '', unreadable })

const LARGEST_WHOLE = 2_147_483_647

function whole(text: string, isCalculated: boolean): AnswerValue {
  const number = isCalculated ? Math.trunc(Number(text)) : Number(text.replace(',', '.'))
  if (!isCalculated && !/^[+-]?\d+$/.test(text)) return unread(Number.isNaN(number) ? 'not-a-number' : 'not-whole')
  return Math.abs(number) <= LARGEST_WHOLE
    ? read(String(number))
    : unread(Number.isFinite(number) ? 'too-large' : 'not-a-number')
}

/** A decimal has a decimal place even when it is whole: `5.0`, as every tool of the field writes it. */
function decimalText(number: number): string {
  const text = String(number)
  if (/e/.test(text)) return number.toFixed(20).replace(/(\.\d+?)0+$/, '$1')
  return text.includes('.') ? text : `${text}.0`
}

/** As a person writes one, with a comma or a point; `0x10` and `1e3` are slips of the finger. */
const TYPED_DECIMAL = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/

function decimal(text: string, isCalculated: boolean): AnswerValue {
  if (!isCalculated && !TYPED_DECIMAL.test(text)) return unread('not-a-number')
  const number = Number(text.replace(',', '.'))
  return Number.isFinite(number) ? read(decimalText(number)) : unread('not-a-number')
}

function date(text: string): AnswerValue {
  const day = text.split('T')[0] ?? ''
  if (isLocalDate(day)) return read(day)
  if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return unread('no-such-day')
  const written = parseWrittenDate(text)
  if (written.ok) return read(written.value)
  return unread(written.error === 'date.nonexistent' ? 'no-such-day' : 'not-a-date')
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[-+](0\d|1[0-4]):[0-5]\d)?$/

const time = (text: string): AnswerValue => (TIME.test(text) ? read(text) : unread('not-a-time'))

const dateTime = (text: string): AnswerValue => (msOfDateText(text, 0) === null ? unread('not-a-date') : read(text))

/** `latitude longitude altitude accuracy`, the last two may be missing. */
function place(text: string): AnswerValue {
  const parts = text.split(/\s+/)
  const [latitude = Number.NaN, longitude = Number.NaN, ...further] = parts.map(Number)
  const isPlace =
    Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && further.length <= 2 && !further.some(Number.isNaN)
  return isPlace ? read(parts.join(' ')) : unread('not-a-place')
}

/** The value of an answer that chooses nothing. Rules FRM-8 and FRM-9. */
export function answerValue(kind: QuestionKind, written: string, isCalculated: boolean): AnswerValue {
  const text = written.trim()
  if (text === '') return read(kind === 'text' || kind === 'calculate' ? written : '')
  if (kind === 'integer') return whole(text, isCalculated)
  if (kind === 'decimal') return decimal(text, isCalculated)
  if (kind === 'date' || kind === 'today') return date(text)
  if (kind === 'time') return time(text)
  if (kind === 'dateTime' || kind === 'start' || kind === 'end') return dateTime(text)
  return kind === 'geopoint' ? place(text) : read(written)
}

/** The value of a choosing answer: what is offered of what was chosen, in the order of the list. */
export function chosenValue(written: string, offered: ReadonlySet<string>, isMultiple: boolean): AnswerValue {
  if (written === '') return read('')
  const chosen = chosenNames(isMultiple ? 'select_multiple' : 'select_one', written)
  const kept = isMultiple
    ? [...offered].filter((name) => chosen.includes(name))
    : chosen.filter((name) => offered.has(name))
  return { value: kept.join(' '), unreadable: kept.length === chosen.length ? null : 'choice-gone' }
}
