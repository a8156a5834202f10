/**
 * The functions of XLSForm by name. A name that is not here is refused when the form is loaded, never met while
 * somebody fills it; how many arguments each takes is checked then too.
 */
import { choiceFunctions } from './choice-functions.ts'
import type { FormFunction } from './function-table.ts'
import { momentFunctions } from './moment-functions.ts'
import { nodeFunctions } from './node-functions.ts'
import { numberFunctions } from './number-functions.ts'
import { textFunctions } from './text-functions.ts'

const table: ReadonlyMap<string, FormFunction> = new Map(
  Object.entries({ ...nodeFunctions, ...choiceFunctions, ...numberFunctions, ...textFunctions, ...momentFunctions }),
)

export const functionNamed = (name: string): FormFunction | undefined => table.get(name)

/** Every function there is, for documentation and tests. */
export const functionNames = (): readonly string[] => [...table.keys()].sort((a, b) => (a < b ? -1 : 1))
