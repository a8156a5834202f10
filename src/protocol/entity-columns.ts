/**
 * A snapshot's records in the columns of a batch: each record is told as the few operations whose merge gives exactly
 * its registers. A record of which that is not so (nothing this program writes, but what came from outside is merged
 * untouched) travels as it is, beside the columns.
 */
import { applyOp, type EntityState, type Registers } from '#domain/change/entity-state.ts'
import type { FieldWrite, Op } from '#domain/change/op.ts'
import type { Register } from '#domain/change/register.ts'
import { type Columns, packColumns } from './columns.ts'
import { unpackColumns } from './columns-read.ts'

type Write = { -readonly [K in keyof Op]: Op[K] } & { readonly f: Record<string, FieldWrite> }

/** Which head carries what was seen beyond the heads: one whose own device is not part of it. */
const carrierOf = ({ h, x = {} }: Register): number => h.findIndex(({ d }) => !Object.hasOwn(x, d))

function opsOf({ feed, entity, kind, regs }: EntityState): readonly Op[] {
  const writes = new Map<string, Write>()
  for (const [field, register] of Object.entries(regs)) {
    const carrier = register.x ? carrierOf(register) : -1
    for (const [i, { d, n, h, u, v }] of register.h.entries()) {
      const key = `${n} ${h} ${d} ${u}`
      const write = writes.get(key) ?? { d, n, h, s: feed, k: kind, e: entity, u, sv: 1, f: {} }
      write.f[field] = i === carrier && register.x ? [v, register.x] : [v]
      writes.set(key, write)
    }
  }
  return [...writes.values()]
}

const textOf = ({ h, x }: Register): string =>
  JSON.stringify([
    h.map(({ d, n, h: stamp, u, v }) => [d, n, stamp, u, v]),
    Object.entries(x ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
  ])

function isSame(a: Registers, b: Registers): boolean {
  const fields = Object.entries(a)
  return (
    fields.length === Object.keys(b).length &&
    fields.every(([name, register]) => {
      const other = Object.hasOwn(b, name) ? b[name] : undefined
      return other !== undefined && textOf(register) === textOf(other)
    })
  )
}

const isRecord = (state: EntityState): boolean => Object.keys(state.regs).length > 0

export interface PackedEntities {
  readonly columns: Columns
  /** Records the columns cannot tell. */
  readonly others: readonly EntityState[]
}

export function packEntities(states: readonly EntityState[]): PackedEntities {
  const ops: Op[] = []
  const others: EntityState[] = []
  for (const state of states) {
    const told = opsOf(state)
    const isExact = isRecord(state) && isSame(state.regs, told.reduce<Registers>(applyOp, {}))
    if (isExact) ops.push(...told)
    else others.push(state)
  }
  return { columns: packColumns(ops), others }
}

/** The records of the columns, in their order. Throws RangeError where these do not fit together. */
export function unpackEntities(columns: Columns): readonly EntityState[] {
  const states = new Map<string, EntityState>()
  for (const op of unpackColumns(columns)) {
    const key = `${op.s}\n${op.e}`
    const regs = applyOp(states.get(key)?.regs ?? {}, op)
    states.set(key, { feed: op.s, entity: op.e, kind: op.k, regs })
  }
  return [...states.values()]
}
