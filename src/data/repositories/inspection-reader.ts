/**
 * Reads inspections: lists by kind over many communes, one of them whole by its children. Sealed records are read by
 * their kind too, so that a list over a province asks the index twice and never opens an outline.
 */
import { conflictsIn } from '#domain/change/entity-state.ts'
import { feedId, parseFeed } from '#domain/change/feed.ts'
import { type InspectionRecord, sealedShortcomings } from '#domain/inspection/compilation.ts'
import { mayChangeOutline, type Outline, strayAnswers } from '#domain/inspection/inspection-outline.ts'
import { remedySubject } from '#domain/inspection/inspection-names.ts'
import type { MinutesContent } from '#domain/inspection/minutes.ts'
import type { RemedyReportContent } from '#domain/inspection/remedy-report.ts'
import type {
  InspectionListItem,
  InspectionView,
  MinutesView,
  RemedyReportView,
} from '#data/contract/inspection-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { type Locate, readLocations, worstLocation } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { field, rowOf, rowsOfKind, rowsOfKindIn, rowsOfParent, rowsOfParents } from './entity-query.ts'
import { evidenceBySubject } from './evidence-view.ts'
import { correctivesByShortcoming } from './inspection-corrective.ts'
import { outlineKeyOf, outlineOrSealed, type Outlines } from './inspection-outlines.ts'
import { headOf, isSealedNow, workOf } from './inspection-views.ts'

const pubOf = (unit: string): string => feedId(unit, 'pub')

const byFirstDay = (a: InspectionListItem, b: InspectionListItem): number => {
  const [left, right] = [a.head.from.date ?? '', b.head.from.date ?? '']
  return left < right ? 1 : left > right ? -1 : a.id < b.id ? 1 : -1
}

export const listInspections = (
  db: LocalDatabase,
  unitIds: readonly string[],
): Promise<readonly InspectionListItem[]> =>
  readIn(db, [db.ent, db.meta, db.attention], async () => {
    const [rows, locate] = await Promise.all([rowsOfKindIn(db, unitIds.map(pubOf), 'inspection'), readLocations(db)])
    return rows
      .map(
        (row): InspectionListItem => ({
          id: row.e,
          unit: parseFeed(row.feed)?.scope ?? '',
          head: headOf(row),
          isSealed: isSealedNow(row),
          location: locate(row),
        }),
      )
      .sort(byFirstDay)
  })

const contentOf = <C extends object>(row: EntityRow): C => field<C>(row, 'content', {} as C)

interface SealedOrder {
  readonly sealedAt?: string
  readonly number?: number
}

/** By the moment, then by the number where a clock stood still, then by id, so that every device shows one order. */
function oldestFirst(a: EntityRow, b: EntityRow): number {
  const [{ sealedAt: atA = '', number: nthA = 0 }, { sealedAt: atB = '', number: nthB = 0 }] = [
    contentOf<SealedOrder>(a),
    contentOf<SealedOrder>(b),
  ]
  if (atA !== atB) return atA < atB ? -1 : 1
  return nthA - nthB || (a.e < b.e ? -1 : 1)
}

/** Rule INS-13. */
export const readInspectionRecords = (
  db: LocalDatabase,
  unitIds: readonly string[],
): Promise<readonly InspectionRecord[]> =>
  readIn(db, [db.ent], async () => {
    const feeds = unitIds.map(pubOf)
    const [minutes, reports] = await Promise.all([
      rowsOfKindIn(db, feeds, 'inspection-minutes'),
      rowsOfKindIn(db, feeds, 'remedy-report'),
    ])
    const ids = [...new Set(minutes.map((row) => field(row, 'inspection', '')))]
    return ids.map((inspection) => {
      const own = (rows: readonly EntityRow[]) =>
        rows.filter((row) => field(row, 'inspection', '') === inspection).sort(oldestFirst)
      return {
        inspection,
        unit: parseFeed(own(minutes)[0]?.feed ?? '')?.scope ?? '',
        minutes: own(minutes).map((row) => contentOf<MinutesContent>(row)),
        reports: own(reports).map((row) => contentOf<RemedyReportContent>(row)),
      }
    })
  })

export async function readInspection(
  db: LocalDatabase,
  outlines: Outlines,
  unit: string,
  id: string,
): Promise<InspectionView | null> {
  const rows = await readRows(db, unit, id)
  return rows === null ? null : inspectionView(rows, await outlines(outlineKeyOf(rows.head)))
}

const readRows = (db: LocalDatabase, unit: string, id: string): Promise<InspectionRows | null> =>
  readIn(db, [db.ent, db.meta, db.attention], async () => {
    const pub = pubOf(unit)
    const head = await rowOf(db, pub, id)
    if (head?.kind !== 'inspection') return null
    const [children, requests, moves, proofs, locate] = await Promise.all([
      rowsOfParent(db, pub, id),
      rowsOfKind(db, pub, 'corrective-action'),
      rowsOfKind(db, pub, 'corrective-move'),
      rowsOfParents(db, pub, remedySubject(id, '')),
      readLocations(db),
    ])
    const own = requests.filter((row) => field(row, 'inspection', '') === id)
    return { head, children, requests: own, moves, proofs, locate }
  })

interface InspectionRows {
  readonly head: EntityRow
  readonly children: readonly EntityRow[]
  readonly requests: readonly EntityRow[]
  readonly moves: readonly EntityRow[]
  readonly proofs: readonly EntityRow[]
  readonly locate: Locate
}

function inspectionView(
  { head, children, requests, moves, proofs, locate }: InspectionRows,
  loaded: Outline | null,
): InspectionView {
  const ofKind = (kind: string) => children.filter((row) => row.kind === kind).sort(oldestFirst)
  const view = <C extends object>(row: EntityRow) => ({
    id: row.e,
    content: contentOf<C>(row),
    sha256: field(row, 'sha256', ''),
    location: locate(row),
  })
  const minutes = ofKind('inspection-minutes').map((row): MinutesView => view<MinutesContent>(row))
  const contents = minutes.map(({ content }) => content)
  const sealed = sealedShortcomings(contents)
  const outlineForm = outlineKeyOf(head)
  const work = workOf(head, children, outlineOrSealed(loaded, outlineForm, contents))
  const bySubject = evidenceBySubject(proofs, locate)
  const written = [head, ...children.filter(({ kind }) => kind === 'inspection-item' || kind === 'shortcoming')]
  return {
    ...work,
    outlineForm,
    strays: work.outline === null ? [] : strayAnswers(work.outline, work.answers),
    mayChangeOutline: mayChangeOutline(work.outline, work.answers, minutes.length),
    isSealed: isSealedNow(head),
    minutes,
    reports: ofKind('remedy-report').map((row): RemedyReportView => view<RemedyReportContent>(row)),
    sealed,
    correctives: correctivesByShortcoming(requests, moves),
    remedyEvidence: Object.fromEntries(
      sealed.map((one) => [one.id, bySubject.get(remedySubject(head.e, one.id)) ?? []]),
    ),
    conflicts: written.reduce((count, row) => count + conflictsIn(row.box).length, 0),
    location: worstLocation(written.map(locate)),
  }
}
