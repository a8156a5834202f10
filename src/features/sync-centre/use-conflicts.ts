// The conflicts on this screen, and those settled on it: a settled one leaves the store's list, but stays in view with
// what was chosen until the screen is left, so that choosing again is the way back.
import { useState } from 'react'
import type { ConflictItem, PersonStore } from '#data/contract/store-contract.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { useLive } from '#features/use-live.ts'

export interface ShownConflict {
  readonly key: string
  readonly item: ConflictItem
  /** Place among the heads of what was chosen; null while it is open. */
  readonly chosen: number | null
  readonly problem: Problem | null
}

type Settling = Pick<ShownConflict, 'item' | 'chosen' | 'problem'>

const keyOf = ({ feed, entity, field }: ConflictItem): string => `${feed} ${entity} ${field}`

export function useConflicts({ syncCentre }: PersonStore) {
  const open = useLive(() => syncCentre.conflicts(), [syncCentre])
  const [settled, setSettled] = useState<ReadonlyMap<string, Settling>>(new Map())
  const note = (item: ConflictItem, part: Omit<Settling, 'item'>) =>
    setSettled((known) => new Map(known).set(keyOf(item), { item, ...part }))
  const choose = async (item: ConflictItem, at: number): Promise<void> => {
    const value: JsonValue | undefined = item.heads[at]?.value
    if (value === undefined) return
    const saved = await syncCentre.resolve(item, value)
    const before = settled.get(keyOf(item))?.chosen ?? null
    note(item, saved.ok ? { chosen: at, problem: null } : { chosen: before, problem: saved.error })
  }
  return { shown: open && shownConflicts(open, settled), choose }
}

/** An open conflict wins over what was settled before: somebody wrote again meanwhile. */
export function shownConflicts(
  open: readonly ConflictItem[],
  settled: ReadonlyMap<string, Settling>,
): readonly ShownConflict[] {
  const current = open.map((item) => {
    const known = settled.get(keyOf(item))
    return { key: keyOf(item), item, chosen: null, problem: known?.problem ?? null }
  })
  const openKeys = new Set(current.map(({ key }) => key))
  const done = [...settled].filter(([key]) => !openKeys.has(key)).map(([key, part]) => ({ key, ...part }))
  return [...current, ...done].sort((a, b) => (a.key < b.key ? -1 : 1))
}
