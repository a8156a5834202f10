/**
 * Tells whether two operations under one (device, n) are the same one. A replay is; a restored or copied browser
 * profile that goes on writing under an old replica id is not, and has to be told before it does harm.
 */
import { hash } from 'node:crypto'
import type { FieldWrite, Op } from '#domain/change/op.ts'

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

const fieldAsList = ([name, [value, context]]: readonly [string, FieldWrite]): unknown[] => [
  name,
  value,
  context === undefined ? [] : Object.entries(context).sort(byKey),
]

/** The same for a replay whatever order its fields and contexts come in. */
export function opFingerprint(op: Op): string {
  const fields = Object.entries(op.f).sort(byKey).map(fieldAsList)
  const all = [op.h, op.s, op.k, op.e, op.u, op.sv, op.g ?? null, fields]
  return hash('sha256', JSON.stringify(all)).slice(0, 32)
}
