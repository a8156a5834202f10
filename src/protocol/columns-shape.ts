/** Version 2 of a batch as a device checks it: as strict as `columnsSchema`, without its library (PRO-5). */
import type { Columns, FieldColumn } from './columns.ts'
import { isCount, isInt, isJson, isText, listOf, objectOf } from './shape.ts'

const texts = listOf(isText)
const counts = listOf(isCount)
const ints = listOf(isInt)
const values = (value: unknown): boolean => Array.isArray(value) && value.every(isJson)

export const isColumns = objectOf<Columns>({
  v: (value) => value === 2,
  dict: objectOf<Columns['dict']>({ d: texts, s: texts, k: texts, u: texts, f: texts }),
  d: counts,
  s: counts,
  k: counts,
  u: counts,
  sv: counts,
  n: ints,
  t: ints,
  c: counts,
  ep: counts,
  e: texts,
  g: listOf((value): value is string | number => isText(value) || isCount(value)),
  q: listOf(counts),
  f: counts,
  p: counts,
  w: listOf(objectOf<FieldColumn>({ h: counts, v: values, x: counts, c: listOf(counts) })),
})
