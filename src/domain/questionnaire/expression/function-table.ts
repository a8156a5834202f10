/** How the functions of the expression language are written down: fewest and most arguments, and what they do. */
import type { Call } from './evaluate.ts'
import type { Value } from './value.ts'

export interface FormFunction {
  readonly least: number
  readonly most: number
  run(call: Call): Value
}

export type FunctionTable = Readonly<Record<string, FormFunction>>

export const MANY = Number.POSITIVE_INFINITY

/** `fn(least, most, run)`. */
export const fn = (least: number, most: number, run: (call: Call) => Value): FormFunction => ({ least, most, run })
