// What a commune's Today is computed from. It can be read ahead, while the rest of a cold start is still under way, so
// that the first drawing is the whole screen and not a skeleton that is drawn over a moment later.
import type { PersonStore, SyncStatus } from '#data/contract/store-contract.ts'
import type { PilotView } from '#data/contract/pilot-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { CommuneFacts } from './today-tasks.ts'

export interface StoredFacts extends Omit<CommuneFacts, 'attention'> {
  readonly pilot: PilotView | null
}

export async function readFacts(store: PersonStore, unit: string, today: LocalDate): Promise<StoredFacts> {
  const [pilot, assessments, audits, published] = await Promise.all([
    store.pilot.ofCommune(unit, today),
    store.assessments.list(unit),
    store.audits.list(unit),
    store.audits.publishedFindings([unit]),
  ])
  // One with a corrective action is told by that (`needs-of-corrective.tsx`).
  return { unit, pilot, assessments, audits, findings: published.filter(({ hasRequest }) => !hasRequest) }
}

interface ReadAhead {
  readonly key: string
  readonly facts: StoredFacts
  readonly attention: SyncStatus
}

const readAheadByStore = new WeakMap<PersonStore, ReadAhead>()

const keyOf = (unit: string, today: LocalDate): string => `${unit} ${today}`

export async function readAhead(store: PersonStore, unit: string, today: LocalDate): Promise<void> {
  const [facts, attention] = await Promise.all([readFacts(store, unit, today), store.syncCentre.status()])
  readAheadByStore.set(store, { key: keyOf(unit, today), facts, attention })
}

/** What was read ahead, until the live queries have their own first answer; never later than that. */
export function takeReadAhead(store: PersonStore, unit: string, today: LocalDate): ReadAhead | undefined {
  const ahead = readAheadByStore.get(store)
  return ahead?.key === keyOf(unit, today) ? ahead : undefined
}

export const dropReadAhead = (store: PersonStore): void => void readAheadByStore.delete(store)
