// Which place somebody means who writes its name or its code. Names repeat: where several fit, the district or area is
// asked for (`Hòa Bình, Bình Gia`), and nothing is guessed.
import { searchKey } from '#domain/kernel/search-key.ts'
import type { Place } from '#data/contract/store-contract.ts'
import { bareName } from '#features/administration/propose-username.ts'

export interface UnitIndex {
  readonly byCode: ReadonlyMap<string, readonly Place[]>
  readonly byName: ReadonlyMap<string, readonly Place[]>
  readonly byId: ReadonlyMap<string, Place>
}

const words = (text: string): string =>
  searchKey(text)
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

function grouped(places: readonly Place[], keysOf: (place: Place) => readonly string[]) {
  const groups = new Map<string, Place[]>()
  for (const place of places)
    for (const key of new Set(keysOf(place))) {
      const group = groups.get(key)
      if (group) group.push(place)
      else groups.set(key, [place])
    }
  return groups
}

/** Folded once: 3,000 lines are looked up in it. */
export function indexUnits(places: readonly Place[]): UnitIndex {
  return {
    byCode: grouped(places, ({ code, id }) => [code, id]),
    byName: grouped(places, ({ name }) => [words(name), words(bareName(name))]),
    byId: new Map(places.map((place) => [place.id, place])),
  }
}

function isBelow(place: Place, parentName: string, { byId }: UnitIndex): boolean {
  for (let at = place.parent; at !== null; ) {
    const parent = byId.get(at)
    if (!parent) return false
    if ([words(parent.name), words(bareName(parent.name)), parent.code].includes(parentName)) return true
    at = parent.parent
  }
  return false
}

/** "Bình Gia, huyện" or "xã Hòa Bình (Bình Gia)": the name, and what comes after a comma, a dash or in brackets. */
function split(text: string): readonly [name: string, parent: string] {
  const [name = '', ...rest] = text.split(/[,;(]|\s[-–]\s/)
  const parent = words(bareName(rest.join(' ').replace(')', '')))
  return [words(name), parent]
}

/** Codes lose their zeros where Excel took them for numbers. */
const asCode = (text: string): readonly string[] =>
  /^\d{1,5}$/.test(text) ? [text, text.padStart(5, '0')] : [text.toLowerCase()]

/** Every place the text may mean. A whole label ("xã Bình Gia") goes before a bare name. */
export function findUnits(index: UnitIndex, text: string): readonly Place[] {
  for (const code of asCode(text.trim())) {
    const found = index.byCode.get(code)
    if (found) return found
  }
  const [name, parent] = split(text)
  const named = index.byName.get(name) ?? []
  const inParent = parent === '' ? named : named.filter((place) => isBelow(place, parent, index))
  const whole = inParent.filter((place) => words(place.name) === name)
  return whole.length > 0 ? whole : inParent
}
