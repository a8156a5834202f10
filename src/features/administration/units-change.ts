// A merger or a division as it is put together on the screen, and what follows from it: whose rights pass on by
// themselves, and whose have to be given again. Pure.
import type { AdminAccount, PlacedGrant, UnitsChange } from '#data/contract/administration-contract.ts'
import type { Place } from '#data/contract/store-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { searchKey } from '#domain/kernel/search-key.ts'
import { bareName } from './propose-username.ts'

export interface NewUnit {
  readonly name: string
  readonly code: string
}

/** Key below `units.mistake`. */
export type UnitsMistake = 'no-old' | 'no-new' | 'same' | 'one-old' | 'two-new' | 'code' | 'day'

export interface TypedUnits {
  readonly kind: 'merge' | 'split'
  readonly old: readonly string[]
  /** Units that exist and go on. */
  readonly kept: readonly string[]
  readonly opened: readonly NewUnit[]
  readonly on: LocalDate | null | undefined
}

/** Open communes, by name; those that are gone can neither merge nor go on. */
export const openCommunes = (places: readonly Place[]): readonly Place[] =>
  places
    .filter(({ kind, until }) => kind === 'commune' && until === undefined)
    .toSorted((a, b) => bareName(a.name).localeCompare(bareName(b.name), 'vi'))

export const findPlaces = (places: readonly Place[], query: string): readonly Place[] => {
  const words = searchKey(query).split(' ').filter(Boolean)
  return places.filter(({ name, code }) => words.every((word) => searchKey(`${name} ${code}`).includes(word)))
}

const ofName = (units: readonly NewUnit[]): readonly NewUnit[] => units.filter(({ name }) => name.trim() !== '')

export function mistakeIn({ kind, old, kept, opened, on }: TypedUnits): UnitsMistake | undefined {
  const next = kept.length + ofName(opened).length
  if (old.length === 0) return 'no-old'
  if (kind === 'split' && old.length > 1) return 'one-old'
  if (next === 0) return 'no-new'
  if (kind === 'split' && next < 2) return 'two-new'
  if (kept.some((id) => old.includes(id))) return 'same'
  if (ofName(opened).some(({ code }) => !/^\d{3,6}$/.test(code.trim()))) return 'code'
  return on ? undefined : 'day'
}

/** A new unit stands where the first old one stood; its id says the province's list and the year it came. */
export function changeOf(typed: TypedUnits, places: readonly Place[]): UnitsChange | undefined {
  const { old, kept, opened, on } = typed
  if (mistakeIn(typed) !== undefined || !on) return undefined
  const byId = new Map(places.map((place) => [place.id, place]))
  const first = byId.get(old[0] ?? '')
  const parent = first?.parent ?? ''
  const prefix = /^[a-z]+/.exec(first?.id ?? '')?.[0] ?? 'vn'
  const year = on.slice(2, 4)
  return {
    predecessors: old,
    successors: [
      ...kept.map((id) => ({ id, name: '', code: '', parent: '' })),
      ...ofName(opened).map(({ name, code }) => ({
        id: `${prefix}${year}-${code.trim()}`,
        name: name.trim(),
        code: code.trim(),
        parent,
      })),
    ],
    on,
  }
}

export interface UnitsOutcome {
  /** Rights that reach over the day, with the person who has them. */
  readonly grants: readonly { readonly account: AdminAccount; readonly grant: PlacedGrant }[]
  /** They go on by themselves in the one unit that follows. */
  readonly passOn: boolean
}

export function outcomeOf(
  { predecessors, successors, on }: UnitsChange,
  accounts: readonly AdminAccount[],
): UnitsOutcome {
  const grants = accounts.flatMap((account) =>
    account.grants
      .filter(({ scope, to }) => predecessors.includes(scope) && (to === null || to >= on))
      .map((grant) => ({ account, grant })),
  )
  return { grants, passOn: successors.length === 1 }
}
