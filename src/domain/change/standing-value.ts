/** Whether a write says again what a field says already: repeated work and the choice between two writings do, a change does not. */
import type { JsonValue } from './op.ts'
import { differingHeads, type Register } from './register.ts'

/** Whether one of the writings of a register that nobody replaced has this value. */
export function standsIn(register: Register, value: JsonValue): boolean {
  const [head] = register.h
  if (head === undefined) return false
  return differingHeads({ h: [...register.h, { ...head, v: value }] }).length === differingHeads(register).length
}
