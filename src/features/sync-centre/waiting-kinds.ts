// What waits to be sent, counted as people count: an answer changed three times is one answer. Completeness figures go
// along with every answer by themselves; they are named only where nothing else waits.
import type { Op } from '#domain/change/op.ts'

export interface WaitingKind {
  readonly kind: string
  readonly count: number
}

const alongside: ReadonlySet<string> = new Set(['assessment-progress', 'audit-progress', 'filling-progress'])

/** Most first. */
export function waitingKinds(ops: readonly Pick<Op, 's' | 'k' | 'e'>[]): readonly WaitingKind[] {
  const entitiesByKind = new Map<string, Set<string>>()
  for (const { s, k, e } of ops) {
    const entities = entitiesByKind.get(k) ?? new Set()
    entitiesByKind.set(k, entities.add(`${s} ${e}`))
  }
  const all = [...entitiesByKind]
    .map(([kind, entities]) => ({ kind, count: entities.size }))
    .sort((a, b) => b.count - a.count)
  const named = all.filter(({ kind }) => !alongside.has(kind))
  return named.length > 0 ? named : all
}
