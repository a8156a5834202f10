/**
 * Reading what somebody else's program wrote. A content out of a record may come from an older version, a newer one or
 * nobody's app at all, so every value is looked at before it is used; what is not there reads as empty, and reading
 * never fails.
 */
import { isLocalDate, type WrittenDate } from './local-date.ts'

export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** The value as an object; null where it is none. */
export const objectOf = (value: unknown): JsonObject | null => (isObject(value) ? value : null)

export const objectAt = (of: JsonObject, key: string): JsonObject => objectOf(of[key]) ?? {}

/** A text; empty where there is none. */
export const textAt = (of: JsonObject, key: string): string => {
  const value = of[key]
  return typeof value === 'string' ? value : ''
}

/** The texts of several fields by their names. */
export const textsAt = <Key extends string>(of: JsonObject, ...keys: readonly Key[]): Readonly<Record<Key, string>> =>
  Object.fromEntries(keys.map((key) => [key, textAt(of, key)])) as Record<Key, string>

/** A text; null where there is none or an empty one. */
export const nameAt = (of: JsonObject, key: string): string | null => textAt(of, key) || null

/** The objects of a list; empty where there is no list. */
export function listAt(of: JsonObject, key: string): readonly JsonObject[] {
  const value = of[key]
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** The texts of a list; empty where there is no list. */
export function wordsAt(of: JsonObject, key: string): readonly string[] {
  const value = of[key]
  return Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string') : []
}

/** A written date; an empty one where there is none. */
export function writtenAt(of: JsonObject, key: string): WrittenDate {
  const { text, date } = objectAt(of, key)
  if (typeof text !== 'string') return { text: '', date: null }
  return { text, date: typeof date === 'string' && isLocalDate(date) ? date : null }
}

/** One of the values known here; null where it is none of them. */
export const oneOf = <T>(known: readonly T[], value: unknown): T | null => known.find((one) => one === value) ?? null
