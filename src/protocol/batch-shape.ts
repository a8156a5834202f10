/** A batch as a device checks it: as strict as `batchSchema`, without its library (PRO-5). */
import type { Batch } from './batch.ts'
import { isCount, isInt, isJson, isText, listOf, objectOf, recordOf, tupleOf } from './shape.ts'

const isRuns = listOf(tupleOf<[number, number]>(isCount, isCount))
const isBareField = tupleOf<[number, unknown]>(isCount, isJson)
const isFieldWithContext = tupleOf<[number, unknown, Record<string, number>]>(isCount, isJson, recordOf(isCount))

export const isBatch = objectOf<Batch>({
  dict: objectOf<Batch['dict']>({
    d: listOf(isText),
    s: listOf(isText),
    k: listOf(isText),
    u: listOf(isText),
    f: listOf(isText),
  }),
  d: isRuns,
  u: isRuns,
  s: isRuns,
  k: isRuns,
  sv: isRuns,
  n: listOf(isInt),
  h: listOf(isInt),
  e: listOf(isText),
  g: listOf((value): value is string | 0 => value === 0 || isText(value)),
  f: listOf(listOf((value): value is unknown => isBareField(value) || isFieldWithContext(value))),
})
