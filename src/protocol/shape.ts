/**
 * Says whether a value that came out of JSON has a shape. A device checks the endpoint's answers with it, because a
 * schema library would weigh as much as the rest of sync together; the endpoint, which is spoken to by anybody,
 * checks with the schemas. A property test holds both to the same verdict (PRO-5).
 */

export type Shape<T> = (value: unknown) => value is T

/** The type a shape stands for. */
export type ShapeOf<S> = S extends Shape<infer T> ? T : never

export const isText: Shape<string> = (value) => typeof value === 'string'
export const isFlag: Shape<boolean> = (value) => typeof value === 'boolean'
export const isInt: Shape<number> = (value): value is number => Number.isSafeInteger(value)
export const isCount: Shape<number> = (value): value is number => isInt(value) && value >= 0
export const textUpTo =
  (most: number): Shape<string> =>
  (value): value is string =>
    isText(value) && value.length <= most
/** 64 lower-case hexadecimal digits. */
export const isSha256Text: Shape<string> = (value): value is string => isText(value) && /^[0-9a-f]{64}$/.test(value)
/** A day as it is written, `YYYY-MM-DD`. */
export const isDay: Shape<string> = (value): value is string => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Infinity is what JSON makes of a number without end; nothing may be stored under it. */
export const isJson = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return value.every(isJson)
  return isRecord(value) ? Object.values(value).every(isJson) : value === null || isText(value) || isFlag(value)
}

export const nullOr =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value): value is T | null =>
    value === null || shape(value)

export const listOf =
  <T>(shape: Shape<T>): Shape<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(shape)

export const recordOf =
  <T>(shape: Shape<T>): Shape<Record<string, T>> =>
  (value): value is Record<string, T> =>
    isRecord(value) && Object.values(value).every(shape)

export const oneOf =
  <const T>(values: readonly T[]): Shape<T> =>
  (value): value is T =>
    (values as readonly unknown[]).includes(value)

/** A list of exactly these members. */
export const tupleOf =
  <T extends readonly unknown[]>(...shapes: { readonly [K in keyof T]: (value: unknown) => boolean }): Shape<T> =>
  (value): value is T =>
    Array.isArray(value) && value.length === shapes.length && shapes.every((shape, i) => shape(value[i]))

/** Fields that have to be there; others may stand beside them and are nobody's business. */
export const objectOf =
  <T>(
    fields: { readonly [K in keyof T]-?: (value: unknown) => boolean },
    optional: readonly (keyof T & string)[] = [],
  ): Shape<T> =>
  (value): value is T =>
    isRecord(value) &&
    Object.entries<(value: unknown) => boolean>(fields).every(([name, shape]) =>
      value[name] === undefined ? (optional as readonly string[]).includes(name) : shape(value[name]),
    )
