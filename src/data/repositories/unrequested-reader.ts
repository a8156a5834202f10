/** Findings without a corrective action, read without their photos: a province asks for those of all its communes at once. */
import { lastChange } from '#domain/change/entity-state.ts'
import { feedId, parseFeed } from '#domain/change/feed.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import { calledForSince } from '#domain/corrective-action/unrequested.ts'
import type { FindingGrade } from '#domain/internal-audit/finding.ts'
import { type GradeStep, gradeNow } from '#domain/internal-audit/finding-response.ts'
import type { UnrequestedFinding } from '#data/contract/corrective-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import type { EntityRow } from '#data/rows.ts'
import { field, nullable, rowsOfKindIn } from './entity-query.ts'
import type { RepositoryParts } from './repository-parts.ts'

const keyOf = (feed: string, id: string): string => `${feed}\n${id}`

const writtenAt = ({ box }: EntityRow): number => hlcToMs(lastChange(box)?.h ?? 0)

function stepsByFinding(rows: readonly EntityRow[]): ReadonlyMap<string, readonly GradeStep[]> {
  const groups = new Map<string, GradeStep[]>()
  for (const row of rows) {
    const grade = nullable<FindingGrade>(row, 'grade')
    if (grade === null) continue
    const key = keyOf(row.feed, field(row, 'of', ''))
    groups.set(key, [...(groups.get(key) ?? []), { id: row.e, grade, at: writtenAt(row) }])
  }
  return groups
}

function waiting(row: EntityRow, steps: readonly GradeStep[]): readonly UnrequestedFinding[] {
  const firstGrade = nullable<FindingGrade>(row, 'grade')
  // Nobody writes over what was published (AUD-26), so its last change is its publication.
  const since = calledForSince({ firstGrade, publishedAt: writtenAt(row), steps })
  if (since === null) return []
  const [number, facts] = [field(row, 'number', ''), field(row, 'facts', '')]
  const unit = parseFeed(row.feed)?.scope ?? ''
  return [{ id: row.e, unit, number, facts, grade: gradeNow(firstGrade, steps), since }]
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const listUnrequested = (
  { db }: Pick<RepositoryParts, 'db'>,
  unitIds: readonly string[],
): Promise<readonly UnrequestedFinding[]> =>
  readIn(db, [db.ent], async () => {
    const feeds = unitIds.map((unit) => feedId(unit, 'pub'))
    const [findings, requests, responses] = await Promise.all([
      rowsOfKindIn(db, feeds, 'finding'),
      rowsOfKindIn(db, feeds, 'corrective-action'),
      rowsOfKindIn(db, feeds, 'finding-response'),
    ])
    const requested = new Set(requests.map((row) => keyOf(row.feed, field(row, 'of', ''))))
    const steps = stepsByFinding(responses)
    return findings
      .filter(({ feed, e }) => !requested.has(keyOf(feed, e)))
      .flatMap((row) => waiting(row, steps.get(keyOf(row.feed, row.e)) ?? []))
      .toSorted((a, b) => compare(a.since, b.since) || compare(a.number, b.number))
  })
