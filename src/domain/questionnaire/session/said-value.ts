/** A value as the words of a label say it; expressions go on seeing it as they write it. */
import { formatLocalDate, isLocalDate } from '#domain/kernel/local-date.ts'
import type { QuestionKind } from '../form/form.ts'
import { formLanguage } from '../library/form-language.ts'

const FRACTION = /^-?\d+\.\d+$/

const isEnglish = (column: string): boolean => formLanguage([column], 'en', '') !== ''

/** `0.30000000000000004` is what machines make of `0.1 + 0.2`: nobody reckoned more than fifteen digits. */
function rounded(value: string): string {
  const number = Number(value)
  return String(number) === value ? String(Number(number.toPrecision(15))) : value
}

/**
 * `2.71` in words of a form's language column: `2,71`, in English as it is; a day as `22/11/2026`; a decimal that is
 * whole without its decimal place; a number to fifteen digits. A text that somebody wrote is said as it was written. Rule FRM-39.
 */
export function saidValue(kind: QuestionKind | undefined, value: string, column: string): string {
  if (kind === 'text' || kind === 'barcode') return value
  if (isLocalDate(value)) return formatLocalDate(value)
  if (!FRACTION.test(value)) return value
  const said = kind === 'decimal' ? rounded(value.replace(/\.0$/, '')) : rounded(value)
  return isEnglish(column) ? said : said.replace('.', ',')
}
