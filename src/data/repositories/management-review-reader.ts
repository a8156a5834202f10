/** Reads reviews of the leaders: the list over communes from the heads alone, one review with everything in it. */
import { feedId } from '#domain/change/feed.ts'
import type { MinutesContent } from '#domain/management-review/minutes.ts'
import { attendanceSides } from '#domain/management-review/management-review.ts'
import type {
  ManagementReviewView,
  MinutesView,
  ReviewOfLeadersItem,
} from '#data/contract/management-review-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import { type Locate, readLocations, worstLocation } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { listActions } from './action-writer.ts'
import { field, rowOf, rowsOfKind, rowsOfKindIn } from './entity-query.ts'
import { attendeeOf, inputsOf, isSealed, reviewOf } from './management-review-views.ts'
import type { RepositoryParts } from './repository-parts.ts'
import { type ReadWritten, writtenBy } from './written-by.ts'

const itemOf = (row: EntityRow, locate: Locate): ReviewOfLeadersItem => ({
  ...reviewOf(row),
  id: row.e,
  isSealed: isSealed(row),
  location: locate(row),
})

export const listManagementReviews = (
  { db }: RepositoryParts,
  units: readonly string[],
): Promise<readonly ReviewOfLeadersItem[]> =>
  readIn(db, [db.ent, db.meta, db.attention], async () => {
    const feeds = units.map((unit) => feedId(unit, 'pub'))
    const [rows, locate] = await Promise.all([rowsOfKindIn(db, feeds, 'management-review'), readLocations(db)])
    return rows.map((row) => itemOf(row, locate)).sort(latestFirst)
  })

/** Those of one day by their number: two may be opened within a millisecond. */
function latestFirst(a: ReviewOfLeadersItem, b: ReviewOfLeadersItem): number {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1
  return b.number - a.number || (a.id < b.id ? 1 : -1)
}

const minutesOf = (row: EntityRow, written: ReadWritten): MinutesView => ({
  id: row.e,
  content: field<MinutesContent>(row, 'content', {} as MinutesContent),
  sha256: field(row, 'sha256', ''),
  ...written(row),
})

export async function readManagementReview(
  parts: RepositoryParts,
  unit: string,
  id: string,
): Promise<ManagementReviewView | null> {
  const { db, identity } = parts
  const pub = feedId(unit, 'pub')
  const decisions = (await listActions(parts, [unit])).filter(({ of }) => of === id)
  return readIn(db, [db.ent, db.meta, db.attention], async () => {
    const [head, inputs, attendance, minutes, locate] = await Promise.all([
      rowOf(db, pub, id),
      rowsOfKind(db, pub, 'review-input'),
      rowsOfKind(db, pub, 'attendance'),
      rowsOfKind(db, pub, 'review-minutes'),
      readLocations(db),
    ])
    if (head?.kind !== 'management-review') return null
    const written = writtenBy(identity(), locate)
    const own = attendance.filter((row) => field(row, 'meeting', '') === id)
    const said = inputs.filter((row) => field(row, 'review', '') === id)
    return {
      ...itemOf(head, locate),
      location: worstLocation([head, ...own, ...said].map(locate)),
      attendance: own.map((row) => ({ ...attendeeOf(row), id: row.e })).sort(bySide),
      inputs: inputsOf(id, said),
      decisions,
      minutes: minutes
        .filter((row) => field(row, 'review', '') === id)
        .map((row) => minutesOf(row, written))
        .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    }
  })
}

const bySide = (a: ManagementReviewView['attendance'][number], b: ManagementReviewView['attendance'][number]): number =>
  attendanceSides.indexOf(a.side) - attendanceSides.indexOf(b.side) || (a.id < b.id ? -1 : 1)
