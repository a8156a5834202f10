// Opens stores of the product on an IndexedDB in memory. Only the edges are replaced: clock, randomness, hash, engine.
import { createHash } from 'node:crypto'
import { IDBFactory as FakeFactory, IDBKeyRange } from 'fake-indexeddb'
import type { OpenedPersonStore, PersonStoreOptions } from '#data/open-person-store.ts'
import { openPersonStore } from '#data/open-person-store.ts'
import type { PreparedPhoto } from '#data/contract/evidence-contract.ts'
import type { Place, StoredIdentity } from '#data/contract/store-contract.ts'
import type { Clock, Hasher, RandomSource } from '#domain/kernel/clock.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { createDemonstrationPlan } from '#domain/pilot/demonstration-plan.ts'

export const UNIT = 'ls25-06001'
export const OTHER_UNIT = 'ls25-06002'
export const NOW = Date.UTC(2026, 10, 21, 2, 0, 0)
export const TODAY = '2026-11-21' as LocalDate

export { IDBKeyRange } from 'fake-indexeddb'

export const aFactory = (): IDBFactory => new FakeFactory()

export interface TestClock extends Clock {
  at: number
}

export const aClock = (at = NOW): TestClock => ({
  at,
  now() {
    return this.at
  },
})

let drawn = 0
export const someRandom: RandomSource = {
  bytes: (length) => {
    drawn += 1
    return Uint8Array.from(createHash('sha256').update(`draw ${drawn}`).digest().subarray(0, length))
  },
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
export const nodeHasher: Hasher = { sha256: async (bytes) => sha256(bytes) }

const places: readonly Place[] = [
  { id: 'p20', parent: null, kind: 'province', name: 'tỉnh Lạng Sơn', code: '20' },
  { id: 'area-180', parent: 'p20', kind: 'area', name: 'địa bàn số 1', code: '180' },
  { id: UNIT, parent: 'area-180', kind: 'commune', name: 'xã số 1', code: '06001' },
  { id: OTHER_UNIT, parent: 'area-180', kind: 'commune', name: 'xã số 2', code: '06002' },
]

export const anIdentity = (replica = 'a1', account = 'acc-secretary'): StoredIdentity => ({
  account: { id: account, username: account, displayName: 'Người dùng minh họa', isIllustrative: true },
  replica,
  grants: [{ account, scope: UNIT, role: 'iso-secretary', from: '2026-01-01' as LocalDate, to: null }],
  places,
})

export const aPlan = (cohort: readonly string[] = [UNIT, OTHER_UNIT]): Plan => createDemonstrationPlan(TODAY, cohort)

export function valueOf<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(`expected a value, got ${result.error.code}`)
  return result.value
}

export function codeOf(result: Result<unknown, { readonly code: string }>): string | undefined {
  return result.ok ? undefined : result.error.code
}

export const storeOptions = (more: Partial<PersonStoreOptions> = {}): PersonStoreOptions => ({
  storeId: 'one',
  identity: anIdentity(),
  clock: aClock(),
  random: someRandom,
  hasher: nodeHasher,
  indexedDB: aFactory(),
  IDBKeyRange,
  ...more,
})

export const aStore = async (more: Partial<PersonStoreOptions> = {}): Promise<OpenedPersonStore> =>
  valueOf(await openPersonStore(storeOptions(more)))

export function aPhoto(text: string): PreparedPhoto {
  const bytes = new TextEncoder().encode(`photo ${text}`)
  const thumbnail = new TextEncoder().encode(`thumbnail ${text}`)
  return {
    bytes,
    thumbnail,
    sha256: sha256(bytes),
    thumbnailSha256: sha256(thumbnail),
    mime: 'image/jpeg',
    width: 1600,
    height: 1200,
  }
}
