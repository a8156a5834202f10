// Which communes a person asked to see, as it stands in the address: so that Back brings the same list again, and a
// figure can lead to exactly what it counted. Pure; the screen only draws the result.
import type { CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import type { CommuneRow } from '#data/contract/commune-contract.ts'
import { isVisitOverdue } from '#domain/field-visit/visit.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { searchKey } from '#domain/kernel/search-key.ts'
import { hasDeclared } from '#domain/reporting/area-figures.ts'

export const listStates = ['late', 'at-risk', 'on-time', 'done', 'declared', 'not-visited', 'open-major'] as const
export type ListState = (typeof listStates)[number]

export const listSorts = ['area', 'late', 'visit', 'forecast', 'name'] as const
export type ListSort = (typeof listSorts)[number]

export interface ListQuery {
  readonly area: string | null
  readonly state: ListState | null
  readonly sort: ListSort
  readonly text: string
}

const oneOf = <T extends string>(known: readonly T[], text: string | null): T | null =>
  known.find((value) => value === text) ?? null

/** What the address does not say, or says wrongly, counts as "all". */
export const readListQuery = (params: URLSearchParams): ListQuery => ({
  area: params.get('area'),
  state: oneOf(listStates, params.get('state')),
  sort: oneOf(listSorts, params.get('sort')) ?? 'area',
  text: params.get('q') ?? '',
})

export const listPath = (state: ListState): string => `/communes?state=${state}`

/** What the cockpit knows of a commune beyond its summary: the same figures stand there and here. */
export type SeenById = ReadonlyMap<string, CommuneCockpit>

/** The rule of the cockpit's alarm, out of the same figures (REP-6). */
export const isOverdue = ({ summary }: CommuneRow, today: LocalDate): boolean =>
  summary !== null && isVisitOverdue(summary, today)

const hasState = (row: CommuneRow, state: ListState, today: LocalDate): boolean => {
  const { summary } = row
  if (state === 'not-visited') return isOverdue(row, today)
  if (summary === null) return false
  if (state === 'declared') return hasDeclared(summary)
  if (state === 'open-major') return summary.openFindings.major > 0
  return summary.state === state
}

/** Folded once per commune, not once per key stroke. */
const keysById = new WeakMap<CommuneRow, string>()

function keyOf(row: CommuneRow): string {
  const known = keysById.get(row)
  if (known !== undefined) return known
  const key = searchKey(`${row.place.name} ${row.area?.name ?? ''} ${row.place.code}`)
  keysById.set(row, key)
  return key
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byName = (a: CommuneRow, b: CommuneRow): number => compare(searchKey(a.place.name), searchKey(b.place.name))

type Comparison = (a: CommuneRow, b: CommuneRow) => number

const byForecast =
  (seen: SeenById): Comparison =>
  (a, b) => {
    const likely = ({ place }: CommuneRow): string => seen.get(place.id)?.range.likely ?? ''
    return compare(likely(b), likely(a)) || byName(a, b)
  }

const comparisons: Readonly<Record<Exclude<ListSort, 'forecast'>, Comparison | null>> = {
  // As the repository gives them: by area and code.
  area: null,
  late: (a, b) => (b.summary?.daysLate ?? 0) - (a.summary?.daysLate ?? 0) || byName(a, b),
  // A commune never visited comes first: '' sorts before every date.
  visit: (a, b) => compare(a.summary?.lastVisitOn ?? '', b.summary?.lastVisitOn ?? '') || byName(a, b),
  name: byName,
}

/** The rows asked for, in the order asked for. */
export function selectRows(
  rows: readonly CommuneRow[],
  query: ListQuery,
  today: LocalDate,
  seen: SeenById = new Map(),
): readonly CommuneRow[] {
  const words = searchKey(query.text).split(' ').filter(Boolean)
  const chosen = rows.filter(
    (row) =>
      (query.area === null || row.area?.id === query.area) &&
      (query.state === null || hasState(row, query.state, today)) &&
      words.every((word) => keyOf(row).includes(word)),
  )
  const comparison = query.sort === 'forecast' ? byForecast(seen) : comparisons[query.sort]
  return comparison === null ? chosen : chosen.sort(comparison)
}

export interface RowGroup {
  /** Null where the list is not grouped. */
  readonly area: CommuneRow['area']
  readonly rows: readonly CommuneRow[]
}

/** One group per area while the list is sorted by area, else one group of all. */
export function groupRows(rows: readonly CommuneRow[], sort: ListSort): readonly RowGroup[] {
  if (sort !== 'area') return rows.length === 0 ? [] : [{ area: null, rows }]
  const groups = new Map<string, CommuneRow[]>()
  for (const row of rows) {
    const key = row.area?.id ?? ''
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()].map((group) => ({ area: group[0]?.area ?? null, rows: group }))
}

/** The areas of the rows, in their order. */
export const areasOf = (rows: readonly CommuneRow[]): readonly NonNullable<CommuneRow['area']>[] => [
  ...new Map(rows.flatMap(({ area }) => (area ? [[area.id, area] as const] : []))).values(),
]
