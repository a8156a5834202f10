/**
 * Turns the writes of a gesture into operations: one per entity, with fields whose value does not change left out,
 * each with the context its writer had seen. Pure, so that it is tested without a database.
 */
import {
  applyOp,
  DELETED_FIELD,
  deletionOf,
  type EntityState,
  isDeleted,
  type Registers,
} from '#domain/change/entity-state.ts'
import type { Hlc } from '#domain/change/hlc.ts'
import { isKind, kindDefinition } from '#domain/change/kind-registry.ts'
import type { FieldWrite, JsonValue, Op } from '#domain/change/op.ts'
import { contextForWrite, differingHeads, type Register } from '#domain/change/register.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import type { GestureWrite } from './gesture.ts'

export interface OpAuthor {
  readonly replica: string
  readonly account: string
}

export interface BuiltOps {
  readonly ops: readonly Op[]
  /** States after the operations, one per operation and in its order. */
  readonly states: readonly EntityState[]
  readonly hlc: Hlc
}

type Fields = Record<string, FieldWrite>

/** A conflict is never "unchanged": writing one of its values settles it (CHG-8). */
function isUnchanged(register: Register | undefined, value: JsonValue): boolean {
  const heads = differingHeads(register)
  return heads.length === 1 && canonicalJson(heads[0]?.v) === canonicalJson(value)
}

/** Without the heads its writer was not shown, so that they stay as the other side of the conflict. */
function seenPart(register: Register | undefined, seen: readonly JsonValue[] | undefined): Register | undefined {
  if (!register || !seen) return register
  const shown = new Set(seen.map(canonicalJson))
  return { ...register, h: register.h.filter((head) => shown.has(canonicalJson(head.v))) }
}

function fieldWrite(register: Register | undefined, value: JsonValue, replica: string): FieldWrite {
  const context = contextForWrite(register, replica)
  return context ? [value, context] : [value]
}

function changedFields(write: GestureWrite, regs: Registers, replica: string): Fields {
  const values = 'isRemoval' in write ? { [DELETED_FIELD]: deletionOf(regs) } : write.fields
  const isBack = !('isRemoval' in write) && isDeleted(regs)
  const fields: Fields = {}
  for (const [field, value] of Object.entries(values)) {
    // What was removed comes back by what is written after: also by the words it had (CHG-24).
    if (value === undefined || (!isBack && isUnchanged(regs[field], value))) continue
    fields[field] = fieldWrite(seenPart(regs[field], 'seen' in write ? write.seen : undefined), value, replica)
  }
  return fields
}

const keyOf = (write: GestureWrite): string => `${write.feed}\n${write.entity}`

/** `before` holds the states in the order of the writes; undefined where the entity is new. `stamp` is the first hlc to use. */
export function buildOps(
  writes: readonly GestureWrite[],
  before: readonly (Registers | undefined)[],
  author: OpAuthor,
  lastN: number,
  stamp: Hlc,
): BuiltOps {
  if (new Set(writes.map(keyOf)).size !== writes.length) throw new Error('a gesture writes each entity once')
  const parts = writes.flatMap((write, i) => {
    const regs = before[i] ?? {}
    const f = changedFields(write, regs, author.replica)
    return Object.keys(f).length === 0 ? [] : [{ write, regs, f }]
  })
  const group = parts.length > 1 ? { g: `${author.replica}-${lastN + 1}` } : {}
  const ops = parts.map(({ write, f }, i) => createOp(write, f, { author, n: lastN + 1 + i, h: stamp + i, group }))
  const states = parts.map(({ write, regs }, i) => stateAfter(write, regs, ops[i]))
  return { ops, states, hlc: stamp + Math.max(0, parts.length - 1) }
}

interface OpFrame {
  readonly author: OpAuthor
  readonly n: number
  readonly h: Hlc
  readonly group: { readonly g?: string }
}

function createOp({ feed, kind, entity }: GestureWrite, f: Fields, { author, n, h, group }: OpFrame): Op {
  if (!isKind(kind)) throw new Error(`unknown kind: ${kind}`)
  const { schemaVersion } = kindDefinition(kind)
  return { d: author.replica, n, h, s: feed, k: kind, e: entity, u: author.account, sv: schemaVersion, ...group, f }
}

function stateAfter({ feed, kind, entity }: GestureWrite, regs: Registers, op: Op | undefined): EntityState {
  return { feed, entity, kind, regs: op ? applyOp(regs, op) : regs }
}
