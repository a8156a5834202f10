/** The steps after findings, by finding. A module of its own because the first screen counts findings by the grade that holds. */
import { lastChange } from '#domain/change/entity-state.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import type { FindingGrade } from '#domain/internal-audit/finding.ts'
import type { FindingResponse } from '#domain/internal-audit/finding-response.ts'
import type { ResponseView } from '#data/contract/audit-on-site-contract.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import type { Locate } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { type Fielded, field, nullable } from './entity-query.ts'

type Names = Pick<StoredIdentity, 'account' | 'people'>

export const responseOf = (of: Fielded & { readonly entity: string }, at: number): FindingResponse => ({
  id: of.entity,
  of: field(of, 'of', ''),
  agrees: field(of, 'agrees', false),
  words: field(of, 'words', ''),
  name: field(of, 'name', ''),
  post: field(of, 'post', ''),
  on: field(of, 'on', ''),
  grade: nullable<FindingGrade>(of, 'grade'),
  at,
})

function responseView(row: EntityRow, locate: Locate, names: Names | undefined): ResponseView {
  const { u = '', h = 0 } = lastChange(row.box) ?? {}
  const known = names ? [...(names.people ?? []), names.account] : []
  const byName = known.find(({ id }) => id === u)?.displayName ?? null
  const at = hlcToMs(h)
  return { ...responseOf({ box: row.box, entity: row.e }, at), by: u, byName, at, location: locate(row) }
}

/** In the order they were taken; `rows` may hold other kinds. */
export function responsesByFinding(
  rows: readonly EntityRow[],
  locate: Locate,
  names?: Names,
): ReadonlyMap<string, readonly ResponseView[]> {
  const groups = new Map<string, ResponseView[]>()
  for (const row of rows.filter(({ kind }) => kind === 'finding-response')) {
    const view = responseView(row, locate, names)
    const group = groups.get(view.of)
    if (group) group.push(view)
    else groups.set(view.of, [view])
  }
  for (const group of groups.values()) group.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  return groups
}
