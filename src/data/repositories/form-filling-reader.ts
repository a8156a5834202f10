/** Reads fillings: what of one stands in the commune's drafts and what in the feed shared upward. */
import { conflictsIn, lastChange, type Registers } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import type { FillingContent } from '#domain/questionnaire/filling/filling-content.ts'
import {
  answerPrefix,
  feedOfFilling,
  unitOfFilling,
  visitOfFilling,
} from '#domain/questionnaire/filling/filling-names.ts'
import type { FillingAnswer } from '#domain/questionnaire/filling/stored-answers.ts'
import type { AsideAnswer } from '#domain/questionnaire/revision/move-answers.ts'
import { compareRevisions } from '#domain/self-assessment/revision.ts'
import type {
  FillingAnswerView,
  FillingListItem,
  FillingSubmissionView,
  FillingView,
} from '#data/contract/form-filling-contract.ts'
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
import { isVisitSealed } from './visit-views.ts'

const reading = <T>(db: LocalDatabase, read: () => Promise<T>): Promise<T> =>
  readIn(db, [db.ent, db.meta, db.attention], read)

interface FillingRows {
  readonly id: string
  /** What was decided about its submissions. */
  readonly decisions: readonly EntityRow[]
  readonly draft: EntityRow | undefined
  readonly progress: EntityRow | undefined
}

function fillingItem({ id, draft, progress, decisions }: FillingRows, locate: Locate): FillingListItem {
  const text = (name: string): string =>
    (draft ? field(draft, name, '') : '') || (progress ? field(progress, name, '') : '')
  const submittedAt = progress ? nullable<number>(progress, 'submittedAt') : null
  return {
    id,
    unitId: unitOfFilling(id),
    form: text('form'),
    round: text('round'),
    visit: visitOfFilling(id),
    startedOn: text('startedOn'),
    answered: progress ? field(progress, 'answered', 0) : 0,
    total: progress ? field(progress, 'total', 0) : 0,
    submittedAt,
    review: listedReview(submittedAt, decisions),
    isDraftHere: draft !== undefined,
    location: worstLocation([draft, progress].flatMap((row) => (row ? [locate(row)] : []))),
  }
}

/**
 * Where its latest submission stands, without reading any: one is closed only while nothing follows it, and one that was
 * sent back after the last was handed in is that one. Rule FIL-13.
 */
function listedReview(submittedAt: number | null, decisions: readonly EntityRow[]): FillingListItem['review'] {
  const states = decisions.map((row) => ({
    state: field<string>(row, 'state', ''),
    at: hlcToMs(lastChange(row.box)?.h ?? 0),
  }))
  const sentBack = states.filter(({ state }) => state === 'reopened')
  if (submittedAt === null) return sentBack.length > 0 ? 'reopened' : null
  if (states.some(({ state }) => state === 'closed')) return 'closed'
  return sentBack.some(({ at }) => at > submittedAt) ? 'reopened' : 'submitted'
}

/** Rows by the filling they name. */
function byFilling(rows: readonly EntityRow[]): ReadonlyMap<string, readonly EntityRow[]> {
  const groups = new Map<string, EntityRow[]>()
  for (const row of rows) {
    const filling = field(row, 'assessment', '')
    groups.set(filling, [...(groups.get(filling) ?? []), row])
  }
  return groups
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
    const [drafts, progress, decisions, locate] = await Promise.all([
      rowsOfKindIn(db, feeds('self'), 'filling'),
      rowsOfKindIn(db, feeds('pub'), 'filling-progress'),
      rowsOfKindIn(db, feeds('pub'), 'verification-state'),
      readLocations(db),
    ])
    const [draftById, progressById, decided] = [byId(drafts), byId(progress), byFilling(decisions)]
    const rowsOf = (id: string): FillingRows => ({
      id,
      draft: draftById.get(id),
      progress: progressById.get(id),
      decisions: decided.get(id) ?? [],
    })
    return [...new Set([...draftById.keys(), ...progressById.keys()])]
      .map((id) => fillingItem(rowsOf(id), locate))
      .sort(newestFirst)
  })

interface Beside {
  /** Of a commune's filling what is shared upward, of one at a visit the visit. */
  readonly row: EntityRow | undefined
  readonly decisions: readonly EntityRow[]
}

async function readBeside(db: LocalDatabase, id: string): Promise<Beside> {
  const [pub, visit] = [feedId(unitOfFilling(id), 'pub'), visitOfFilling(id)]
  const [row, decisions] = await Promise.all([
    rowOf(db, pub, visit ?? id),
    visit === null ? rowsOfKind(db, pub, 'verification-state') : [],
  ])
  return { row, decisions }
}

function headItem(draft: EntityRow, { row, decisions }: Beside, locate: Locate): FillingListItem {
  const id = draft.e
  if (visitOfFilling(id) === null)
    return fillingItem({ id, draft, progress: row, decisions: byFilling(decisions).get(id) ?? [] }, locate)
  const item = fillingItem({ id, draft, progress: undefined, decisions: [] }, locate)
  return { ...item, submittedAt: row !== undefined && isVisitSealed(row) ? stampOf(row, 'record') : null }
}

export const readFilling = (db: LocalDatabase, id: string): Promise<FillingView | null> =>
  reading(db, async () => {
    const feed = feedOfFilling(id)
    const [draft, beside, answerRows, evidenceRows, locate] = await Promise.all([
      rowOf(db, feed, id),
      readBeside(db, id),
      rowsOfParent(db, feed, id),
      rowsOfParents(db, feed, answerPrefix(id)),
      readLocations(db),
    ])
    const isTakenAway = visitOfFilling(id) !== null && draft !== undefined && nullable(draft, 'visit') === null
    if (draft?.kind !== 'filling' || isTakenAway) return null
    const answered = answerRows.filter(({ kind }) => kind === 'filling-answer')
    const rows = answered.filter((row) => asideOf(row) === null)
    const photos = evidenceRows.filter(({ kind }) => kind === 'evidence')
    const item = headItem(draft, beside, locate)
    const begun = stampOf(draft, 'startedOn')
    return {
      ...item,
      location: worstLocation([item.location, ...[...rows, ...photos].map(locate)]),
      answers: rows.map((row) => ({
        ...answerOfFilling(row),
        hasConflict: row.c === 1 && hasConflict(row),
        ...changeAfter(row.box, begun),
        ...confirmedIn(row),
      })),
      evidence: photos.map((row) => field(row, 'of', '')),
      aside: answered.flatMap((row) => asideOf(row) ?? []),
      ...movedOf(draft),
    }
  })

function confirmedIn(row: EntityRow): Pick<FillingAnswerView, 'confirmed'> {
  const confirmed = field(row, 'confirmed', '')
  return confirmed === '' ? {} : { confirmed }
}

function movedOf(draft: EntityRow): Pick<FillingView, 'moved'> {
  const from = nullable<string>(draft, 'movedFrom')
  return from === null ? {} : { moved: { from, at: stampOf(draft, 'movedFrom') } }
}

const hasConflict = (row: EntityRow): boolean => conflictsIn(row.box).length > 0

/** When a field was written; 0 where nobody did. */
export const stampOf = (of: Fielded, name: string): number =>
  hlcToMs(Math.max(0, ...(('box' in of ? of.box : of.regs)[name]?.h ?? []).map(({ h }) => h)))

/** What of an answer a person gives; its place is written by the form, and again by a move to a later version. */
const GIVEN = ['value', 'reason', 'note'] as const

/** The last change of an answer, unless the form filled it in with the gesture that began the filling. Rule HON-6. */
export function changeAfter(regs: Registers, begun: number): Pick<FillingAnswerView, 'changedAt' | 'changedBy'> {
  const given = GIVEN.flatMap((name) => (regs[name] === undefined ? [] : [[name, regs[name]] as const]))
  const last = lastChange(Object.fromEntries(given))
  const at = last === undefined ? 0 : hlcToMs(last.h)
  return last === undefined || at === begun ? {} : { changedAt: at, changedBy: last.u }
}

interface SubmissionRows {
  readonly row: EntityRow
  readonly evidenceRows: readonly EntityRow[]
}

/** Of the feed only what the submission names: a correction may have taken a photo out again. */
function submissionView({ row, evidenceRows }: SubmissionRows, locate: Locate): FillingSubmissionView {
  const content = field<FillingContent>(row, 'content', {} as FillingContent)
  const sealed = new Set((content.evidence ?? []).map(({ sha256 }) => sha256))
  const all = Array.from(evidenceBySubject(evidenceRows, locate).values()).flat()
  const evidence = all.filter(({ sha256 }) => sealed.has(sha256))
  return {
    id: row.e,
    filling: field(row, 'filling', ''),
    content,
    sha256: field(row, 'sha256', ''),
    location: worstLocation([locate(row), ...evidence.map(({ location }) => location)]),
    evidence,
  }
}

/** Everything handed in of a filling, the latest first. */
export const listFillingSubmissions = (db: LocalDatabase, id: string): Promise<readonly FillingSubmissionView[]> =>
  reading(db, async () => {
    const pub = feedId(unitOfFilling(id), 'pub')
    const [rows, evidenceRows, locate] = await Promise.all([
      rowsOfParent(db, pub, id),
      rowsOfParents(db, pub, answerPrefix(id)),
      readLocations(db),
    ])
    return rows
      .filter(({ kind }) => kind === 'filling-submission')
      .map((row) => submissionView({ row, evidenceRows }, locate))
      .sort((a, b) => compareRevisions(a.content, b.content))
  })
