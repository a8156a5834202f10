// A sheet as a list of people: the head is found, every line judged, and every line given a sign-in name that nobody
// has, neither in the list nor at the endpoint. Names that were written are kept or refused, never bent.
import { cellWords } from '#domain/first-day/list-import.ts'
import type { AdminAccount } from '#data/contract/administration-contract.ts'
import type { Place } from '#data/contract/store-contract.ts'
import { searchKey } from '#domain/kernel/search-key.ts'
import { isUsername, proposeUsername } from '#features/administration/propose-username.ts'
import { indexUnits } from './find-unit.ts'
import type { CellError, CellValue, ImportRow, Reading } from './import-row.ts'
import { type JudgedRow, type Judging, judgeRow } from './judge-row.ts'
import { findHead } from './sheet-head.ts'

/** A province with every position of every commune has fewer. */
export const MOST_ROWS = 5_000

export interface ReadingContext extends Omit<Judging, 'units'> {
  readonly places: readonly Place[]
  /** Those the endpoint has already. */
  readonly accounts: readonly Pick<AdminAccount, 'username' | 'displayName' | 'grants'>[]
}

const normal = (username: string): string => searchKey(username)

/** The first line each written name stands in, and how often. */
function countNames(rows: readonly JudgedRow[]) {
  const linesByName = new Map<string, number[]>()
  for (const { line, texts } of rows) {
    if (texts.username === '') continue
    const lines = linesByName.get(normal(texts.username))
    if (lines) lines.push(line)
    else linesByName.set(normal(texts.username), [line])
  }
  return linesByName
}

function nameError(
  { line, texts: { username } }: JudgedRow,
  lines: ReadonlyMap<string, readonly number[]>,
  taken: ReadonlySet<string>,
): CellError | undefined {
  if (username === '') return undefined
  if (!isUsername(username)) return { column: 'username', fault: 'username-form' }
  const others = (lines.get(normal(username)) ?? []).filter((one) => one !== line)
  if (others.length > 0) return { column: 'username', fault: 'username-twice', help: others.join(', ') }
  return taken.has(username) ? { column: 'username', fault: 'username-taken' } : undefined
}

const personKey = (displayName: string, role: string, scope: string): string =>
  `${searchKey(displayName)} ${role} ${scope}`

/** Who has the same position, role and place already: a list that is read in twice must not make everybody twice. */
const knownPeople = (accounts: ReadingContext['accounts']): ReadonlyMap<string, string> =>
  new Map(
    accounts.flatMap(({ username, displayName, grants }) =>
      grants.map(({ role, scope }) => [personKey(displayName, role, scope), username] as const),
    ),
  )

function knownError({ person }: JudgedRow, known: ReadonlyMap<string, string>): CellError | undefined {
  const username = person && known.get(personKey(person.displayName, person.role, person.scope))
  return username ? { column: 'position', fault: 'person-exists', help: username } : undefined
}

/** Proposed names come after all written ones, so that none takes a name a later line wrote. */
function nameEverybody(rows: readonly JudgedRow[], { places, accounts }: ReadingContext): readonly ImportRow[] {
  const lines = countNames(rows)
  const atEndpoint = new Set(accounts.map(({ username }) => normal(username)))
  const known = knownPeople(accounts)
  const used = new Set([...atEndpoint, ...lines.keys()])
  const placeNames = new Map(places.map(({ id, name }) => [id, name]))
  return rows.map((row): ImportRow => {
    const { line, texts, person } = row
    const found = [nameError(row, lines, atEndpoint), knownError(row, known)]
    const errors = [...row.errors, ...found.filter((error) => error !== undefined)]
    if (person === null || errors.length > 0) return { line, texts, errors, person: null }
    const propose = () => proposeUsername(person.role, placeNames.get(person.scope) ?? '', (name) => used.has(name))
    const username = texts.username === '' ? propose() : texts.username
    used.add(username)
    return { line, texts, errors, person: { ...person, username } }
  })
}

const isBlank = (row: readonly CellValue[]): boolean => row.every((cell) => cellWords(cell) === '')

export function readPeople(sheet: readonly (readonly CellValue[])[], context: ReadingContext): Reading {
  if (sheet.every(isBlank)) return { ok: false, fault: 'empty' }
  const head = findHead(sheet)
  if (!head) return { ok: false, fault: 'no-head' }
  const lines = [...sheet.entries()].filter(([at, row]) => at > head.at && !isBlank(row))
  if (lines.length === 0) return { ok: false, fault: 'empty' }
  if (lines.length > MOST_ROWS) return { ok: false, fault: 'too-many', help: String(MOST_ROWS) }
  const judging: Judging = { ...context, units: indexUnits(context.places) }
  const judged = lines.map(([at, row]) => judgeRow(row, at + 1, head, judging))
  return { ok: true, rows: nameEverybody(judged, context) }
}
