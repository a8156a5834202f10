/** The rounds of a commune as a list. A module of its own because the first screen reads it, and nothing else of a round. */
import { feedId } from '#domain/change/feed.ts'
import type { AssessmentListItem } from '#data/contract/self-assessment-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { type Locate, readLocations, worstLocation } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { compareRounds, unitOfAssessment } from './assessment-names.ts'
import { field, nullable, rowsOfKind } from './entity-query.ts'

/** `draft` is there for the commune only, `progress` for everybody who follows it. */
export interface AssessmentRows {
  readonly id: string
  readonly draft: EntityRow | undefined
  readonly progress: EntityRow | undefined
}

export function assessmentItem({ id, draft, progress }: AssessmentRows, locate: Locate): AssessmentListItem {
  const [first, second] = [draft ?? progress, progress ?? draft]
  const text = (name: string): string =>
    (first ? field(first, name, '') : '') || (second ? field(second, name, '') : '')
  return {
    id,
    unitId: unitOfAssessment(id),
    round: text('round'),
    instrument: text('instrument'),
    edition: text('edition'),
    startedOn: text('startedOn'),
    answered: progress ? field(progress, 'answered', 0) : 0,
    total: progress ? field(progress, 'total', 0) : 0,
    submittedAt: progress ? nullable<number>(progress, 'submittedAt') : null,
    location: worstLocation([draft, progress].flatMap((row) => (row ? [locate(row)] : []))),
  }
}

/** Newest round first. */
export const listAssessments = (db: LocalDatabase, unitId: string): Promise<readonly AssessmentListItem[]> =>
  readIn(db, [db.ent, db.meta, db.attention], async () => {
    const [drafts, progress, locate] = await Promise.all([
      rowsOfKind(db, feedId(unitId, 'self'), 'assessment'),
      rowsOfKind(db, feedId(unitId, 'pub'), 'assessment-progress'),
      readLocations(db),
    ])
    const byId = (rows: readonly EntityRow[]) => new Map(rows.map((row) => [row.e, row]))
    const [draftById, progressById] = [byId(drafts), byId(progress)]
    return [...new Set([...draftById.keys(), ...progressById.keys()])]
      .map((id) => assessmentItem({ id, draft: draftById.get(id), progress: progressById.get(id) }, locate))
      .sort((a, b) => compareRounds(b.round, a.round))
  })
