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

/** `xã Hòa Bình, địa bàn Bình Gia`: names repeat inside one province, so a unit is never shown without what it belongs to. Rule PLACE-19. */
export function nameWithParent({ name, parent }: Place, all: readonly Place[]): string {
  const above = all.find(({ id }) => id === parent)
  return above ? `${name}, ${above.name}` : name
}

/** What is told beside a unit's name: what it belongs to, and its id where another one has the same name there. Rule PLACE-19. */
export function whichUnit({ id, name, parent }: Place, all: readonly Place[]): string {
  const above = all.find((place) => place.id === parent)?.name ?? ''
  const isTwice = all.some((place) => place.id !== id && place.name === name && place.parent === parent)
  return [above, isTwice ? id : ''].filter(Boolean).join(' · ')
}

/** Found without tone marks by name, code or area. `all` knows the areas. Rule PLACE-19. */
export const findPlaces = (places: readonly Place[], query: string, all: readonly Place[]): readonly Place[] => {
  const words = searchKey(query).split(' ').filter(Boolean)
  const keyOf = (place: Place): string => searchKey(`${nameWithParent(place, all)} ${place.code}`)
  return places.filter((place) => {
    const key = keyOf(place)
    return words.every((word) => key.includes(word))
  })
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

/** A code is taken over again and again, an id never is: where the id is taken, the next number follows. Rule PLACE-20. */
function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
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
  const taken = new Set(byId.keys())
  const idOf = (code: string): string => {
    const id = freeId(`${prefix}${year}-${code}`, taken)
    taken.add(id)
    return id
  }
  return {
    predecessors: old,
    successors: [
      ...kept.map((id) => ({ id, name: '', code: '', parent: '' })),
      ...ofName(opened).map(({ name, code }) => ({
        id: idOf(code.trim()),
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
