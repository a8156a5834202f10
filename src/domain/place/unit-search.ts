/**
 * Finds a unit by what a person types on a phone: without tone marks, with either spelling of "Hoà", with
 * or without the word for its type, with its district or province, or by code. All folding of the units
 * is done once, when the index is made, because 3,321 of them are searched at every key stroke.
 */
import { searchKey } from '#domain/kernel/search-key.ts'
import { type AdminUnit, type NamedPlace, unitLabel } from './admin-unit.ts'

/** A unit found, with what tells it from its namesakes. */
export interface UnitMatch {
  readonly unit: AdminUnit
  /** `huyện Bình Gia`, `tỉnh Lạng Sơn`; null where the unit has no parent. */
  readonly parentLabel: string | null
}

interface IndexedUnit extends UnitMatch {
  readonly code: string
  readonly name: string
  readonly label: string
  /** The label folded, with a space before every word. */
  readonly words: string
  /** The same, and the parent's label after it. */
  readonly wordsWithParent: string
}

/** Units with their folded names, ready for `searchUnits`. */
export type UnitIndex = readonly IndexedUnit[]

/** Marks between words count as spaces, an apostrophe as nothing: "Ea H'Leo" is found by "ea hleo". */
const fold = (text: string): string =>
  searchKey(
    searchKey(text)
      .replace(/['’`]/g, '')
      .replace(/[^a-z0-9]+/g, ' '),
  )

function indexUnit(unit: AdminUnit, parent: NamedPlace | null): IndexedUnit {
  const parentLabel = parent && unitLabel(parent)
  const label = fold(unitLabel(unit))
  const words = ` ${label}`
  const wordsWithParent = `${words} ${fold(parentLabel ?? '')}`
  return { unit, parentLabel, code: unit.code, name: fold(unit.name), label, words, wordsWithParent }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byParentAndCode = (a: AdminUnit, b: AdminUnit): number =>
  compare(a.parentId ?? '', b.parentId ?? '') || compare(a.code, b.code)

/** Folds the units once. `parentOf` gives the place to show beside a unit: its district, province or area. */
export function createUnitIndex(
  units: readonly AdminUnit[],
  parentOf: (unit: AdminUnit) => NamedPlace | null,
): UnitIndex {
  return [...units].sort(byParentAndCode).map((unit) => indexUnit(unit, parentOf(unit)))
}

/** "xa h" begins "xa hoa binh"; "xa" alone says only the type and is left to the words. */
const startsLabel = ({ label, name }: IndexedUnit, query: string): boolean =>
  query.length > label.length - name.length && label.startsWith(query)

/** 0 the whole name, 1 its beginning or the code's, 2 words of it, 3 words of it and its parent, 4 inside it. */
function rankOf(entry: IndexedUnit, query: string, words: readonly string[]): number | null {
  if (entry.name === query || entry.label === query || entry.code === query) return 0
  if (entry.name.startsWith(query) || startsLabel(entry, query) || entry.code.startsWith(query)) return 1
  if (words.every((word) => entry.words.includes(` ${word}`))) return 2
  if (words.every((word) => entry.wordsWithParent.includes(` ${word}`))) return 3
  return entry.name.includes(query) ? 4 : null
}

const toMatch = ({ unit, parentLabel }: IndexedUnit): UnitMatch => ({ unit, parentLabel })

/**
 * At most `limit` units, the best match first and matches of one rank by parent and code.
 * A blank query gives the first units; a query of nothing but marks gives none.
 */
export function searchUnits(index: UnitIndex, query: string, limit: number): readonly UnitMatch[] {
  if (query.trim() === '') return index.slice(0, limit).map(toMatch)
  const folded = fold(query)
  if (folded === '') return []
  const words = folded.split(' ')
  const ranks: readonly IndexedUnit[][] = [[], [], [], [], []]
  for (const entry of index) {
    const rank = rankOf(entry, folded, words)
    if (rank !== null) ranks[rank]?.push(entry)
  }
  return ranks.flat().slice(0, limit).map(toMatch)
}
