// The value of a field as a person reads it. A kind or field this version does not know is shown as it is stored, so
// that nothing is hidden from whoever has to choose.
import type { JsonValue } from '#domain/change/op.ts'
import { lateReasons } from '#domain/field-visit/late-reason.ts'
import { isLocalDate } from '#domain/kernel/local-date.ts'
import type { Formats } from '#ui/text/format.ts'
import type { Text } from '#ui/text/text-context.tsx'

export type ValueWords = Text & { readonly formats: Formats }

/** Fields whose values are words of a list; their words stand below `value` in the namespace. */
const listFields: ReadonlySet<string> = new Set(['score', 'level', 'result', 'grade', 'flag', 'state'])
const momentFields: ReadonlySet<string> = new Set(['concludedAt', 'submittedAt', 'takenAt', 'gatheredAt'])

export function valueText(field: string, value: JsonValue, words: ValueWords): string {
  const { t, formats } = words
  if (value === null || value === '') return t(field === 'submission' ? 'value.notSubmitted' : 'value.empty')
  if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no')
  if (typeof value === 'object') return partsText(value, words)
  // An id nobody can read: who handed it in, and when, stands below it.
  if (field === 'submission') return t('value.submission')
  if (listFields.has(field)) return t(`value.${field}.${value}`)
  if (typeof value === 'number') return momentFields.has(field) ? formats.dateTime(value) : formats.number(value)
  return isLocalDate(value) ? formats.day(value) : value
}

type Parts = readonly JsonValue[] | { readonly [key: string]: JsonValue }

const isList = (value: Parts): value is readonly JsonValue[] => Array.isArray(value)

/** A list of reasons, a date as it was typed (KERNEL-2), a plan by its number; anything else as it is stored. */
function partsText(value: Parts, { t, formats, language }: ValueWords): string {
  if (isList(value)) {
    const names = value.map((part) => {
      const name = lateReasons.find(({ id }) => id === part)?.name
      return (language === 'en' ? name?.en : name?.vi) ?? JSON.stringify(part)
    })
    return names.length === 0 ? t('value.empty') : formats.list(names)
  }
  const words = value.text ?? value.number
  return typeof words === 'string' ? words : JSON.stringify(value)
}
