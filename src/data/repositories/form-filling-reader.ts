/** Reads fillings: what of one stands in the commune's drafts and what in the feed shared upward. */
import { conflictsIn } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { FillingContent } from '#domain/questionnaire/filling/filling-content.ts'
import { answerPrefix, unitOfFilling } from '#domain/questionnaire/filling/filling-names.ts'
import type { FillingAnswer } from '#domain/questionnaire/filling/stored-answers.ts'
import type { AsideAnswer } from '#domain/questionnaire/revision/move-answers.ts'
import type { FillingListItem, FillingSubmissionView, FillingView } from '#data/contract/form-filling-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { type Locate, readLocations, worstLocation } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { compareRounds } from './assessment-names.ts'
import {
  type Fielded,
  field,
  nullable,
  rowOf,
  rowsOfKind,
  rowsOfKindIn,
  rowsOfParent,
  rowsOfParents,
} from './entity-query.ts'
import { evidenceBySubject } from './evidence-view.ts'

const reading = <T>(db: LocalDatabase, read: () => Promise<T>): Promise<T> =>
  readIn(db, [db.ent, db.meta, db.attention], read)

interface FillingRows {
  readonly id: string
  readonly draft: EntityRow | undefined
  readonly progress: EntityRow | undefined
}

function fillingItem({ id, draft, progress }: FillingRows, locate: Locate): FillingListItem {
  const text = (name: string): string =>
    (draft ? field(draft, name, '') : '') || (progress ? field(progress, name, '') : '')
  return {
    id,
    unitId: unitOfFilling(id),
    form: text('form'),
    round: text('round'),
    startedOn: text('startedOn'),
    answered: progress ? field(progress, 'answered', 0) : 0,
    total: progress ? field(progress, 'total', 0) : 0,
    submittedAt: progress ? nullable<number>(progress, 'submittedAt') : null,
    isDraftHere: draft !== undefined,
    location: worstLocation([draft, progress].flatMap((row) => (row ? [locate(row)] : []))),
  }
}

export const answerOfFilling = (of: Fielded): FillingAnswer => ({
  path: field(of, 'path', ''),
  value: field(of, 'value', ''),
  reason: field(of, 'reason', ''),
  note: field(of, 'note', ''),
})

/** What a move to a later version set aside, or null for an answer of the draft. Rule RVS-8. */
export function asideOf(of: Fielded): AsideAnswer | null {
  const aside = nullable<Pick<AsideAnswer, 'why' | 'version' | 'label'>>(of, 'aside')
  return aside === null ? null : { ...answerOfFilling(of), ...aside }
}

const byId = (rows: readonly EntityRow[]) => new Map(rows.map((row) => [row.e, row]))

const newestFirst = (a: FillingListItem, b: FillingListItem): number =>
  compareRounds(b.round, a.round) || (a.startedOn < b.startedOn ? 1 : -1)

export const listFillings = (db: LocalDatabase, unitIds: readonly string[]): Promise<readonly FillingListItem[]> =>
  reading(db, async () => {
    const feeds = (audience: 'self' | 'pub') => unitIds.map((unit) => feedId(unit, audience))
    const [drafts, progress, locate] = await Promise.all([
      rowsOfKindIn(db, feeds('self'), 'filling'),
      rowsOfKindIn(db, feeds('pub'), 'filling-progress'),
      readLocations(db),
    ])
    const [draftById, progressById] = [byId(drafts), byId(progress)]
    return [...new Set([...draftById.keys(), ...progressById.keys()])]
      .map((id) => fillingItem({ id, draft: draftById.get(id), progress: progressById.get(id) }, locate))
      .sort(newestFirst)
  })

export const readFilling = (db: LocalDatabase, id: string): Promise<FillingView | null> =>
  reading(db, async () => {
    const [self, pub] = [feedId(unitOfFilling(id), 'self'), feedId(unitOfFilling(id), 'pub')]
    const [draft, progress, answerRows, evidenceRows, locate] = await Promise.all([
      rowOf(db, self, id),
      rowOf(db, pub, id),
      rowsOfParent(db, self, id),
      rowsOfParents(db, self, answerPrefix(id)),
      readLocations(db),
    ])
    if (!draft) return null
    const answered = answerRows.filter(({ kind }) => kind === 'filling-answer')
    const rows = answered.filter((row) => asideOf(row) === null)
    const photos = evidenceRows.filter(({ kind }) => kind === 'evidence')
    const item = fillingItem({ id, draft, progress }, locate)
    return {
      ...item,
      location: worstLocation([item.location, ...[...rows, ...photos].map(locate)]),
      answers: rows.map((row) => ({ ...answerOfFilling(row), hasConflict: row.c === 1 && hasConflict(row) })),
      evidence: photos.map((row) => field(row, 'of', '')),
      aside: answered.flatMap((row) => asideOf(row) ?? []),
    }
  })

const hasConflict = (row: EntityRow): boolean => conflictsIn(row.box).length > 0

export const readFillingSubmission = (db: LocalDatabase, id: string): Promise<FillingSubmissionView | null> =>
  reading(db, async () => {
    const pub = feedId(unitOfFilling(id), 'pub')
    const [rows, evidenceRows, locate] = await Promise.all([
      rowsOfKind(db, pub, 'filling-submission'),
      rowsOfParents(db, pub, answerPrefix(id)),
      readLocations(db),
    ])
    const row = rows.findLast((one) => field(one, 'filling', '') === id)
    if (!row) return null
    const evidence = Array.from(evidenceBySubject(evidenceRows, locate).values()).flat()
    return {
      id: row.e,
      filling: id,
      content: field<FillingContent>(row, 'content', {} as FillingContent),
      sha256: field(row, 'sha256', ''),
      location: worstLocation([locate(row), ...evidence.map(({ location }) => location)]),
      evidence,
    }
  })
