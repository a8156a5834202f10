/**
 * Reading what an older version wrote. A stored operation or register is never rewritten: the name a field had is read
 * under the name it has now, through a pure function of its value. A name never changes its meaning, so this needs no
 * version to compare, commutes with merging, and gives old and new devices the same records (CHG-9, decision record 0009).
 */
import type { Registers } from './entity-state.ts'
import type { FieldWrite, JsonValue, Op } from './op.ts'
import { mergeRegisters, type Register } from './register.ts'
import { type FieldUpcast, type UpcastTable, upcasters } from './schema-history.ts'

const same = (value: JsonValue): JsonValue => value

/** The old field's heads under the new name; what the new field's own writers had seen stays hidden. */
function readAs(old: Register, { map = same }: FieldUpcast, known: Register | undefined): Register {
  const renamed: Register = { ...old, h: old.h.map((head) => ({ ...head, v: map(head.v) })) }
  return known ? mergeRegisters(known, renamed) : renamed
}

const stepsOf = (kind: string, table: UpcastTable): readonly FieldUpcast[] =>
  Object.hasOwn(table, kind) ? (table[kind] ?? []) : []

/** The registers of an entity with every older name also read under its present one; the older ones stay as they are. */
export function upcastRegisters(kind: string, regs: Registers, table: UpcastTable = upcasters): Registers {
  let read = regs
  for (const step of stepsOf(kind, table)) {
    const old = Object.hasOwn(read, step.from) ? read[step.from] : undefined
    if (old) read = { ...read, [step.to]: readAs(old, step, Object.hasOwn(read, step.to) ? read[step.to] : undefined) }
  }
  return read
}

const rewrite = ([value, context]: FieldWrite, { map = same }: FieldUpcast): FieldWrite =>
  context ? [map(value), context] : [map(value)]

/** The operation as today's rules read it. Where its writer gave the present name too, that one counts. */
export function upcastOp(op: Op, table: UpcastTable = upcasters): Op {
  let f = op.f
  for (const step of stepsOf(op.k, table)) {
    const old = Object.hasOwn(f, step.from) ? f[step.from] : undefined
    if (old && !Object.hasOwn(f, step.to)) f = { ...f, [step.to]: rewrite(old, step) }
  }
  return f === op.f ? op : { ...op, f }
}
