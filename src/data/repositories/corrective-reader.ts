/**
 * Reads corrective action requests. Moves are found by their kind, as amendments are: a device that knew nothing of them
 * may have stored some before it was updated. A move the endpoint kept aside counts on its author's device neither (CA-14).
 */
import { feedId, parseFeed } from '#domain/change/feed.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import { type Course, courseOf } from '#domain/corrective-action/course.ts'
import { KEPT_ASIDE, storedKeptAside } from '#domain/corrective-action/kept-aside.ts'
import { isOpenState } from '#domain/corrective-action/move.ts'
import { requestSources, type RequestContent } from '#domain/corrective-action/request.ts'
import { storedMove, writtenOf } from '#domain/corrective-action/stored-move.ts'
import { findingGrades } from '#domain/internal-audit/finding.ts'
import { isLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { isProblemCode } from '#domain/kernel/problem-code.ts'
import type { CorrectiveView, KeptAsideView, MoveView } from '#data/contract/corrective-contract.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { readLocations } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { nullable, rowOf, rowsOfKindIn } from './entity-query.ts'
import { type ReadWritten, writtenBy } from './written-by.ts'

export const REQUEST = 'corrective-action'
export const MOVE = 'corrective-move'

const textOf = (row: EntityRow, name: string): string => {
  const value = nullable<unknown>(row, name)
  return typeof value === 'string' ? value : ''
}

export function requestOf(row: EntityRow): RequestContent {
  const [source, grade] = [textOf(row, 'source'), textOf(row, 'grade')]
  return {
    unit: parseFeed(row.feed)?.scope ?? '',
    source: requestSources.find((one) => one === source) ?? 'self-found',
    of: nullable<string>(row, 'of'),
    grade: findingGrades.find((one) => one === grade) ?? null,
    clause: textOf(row, 'clause'),
    department: textOf(row, 'department'),
    description: textOf(row, 'description'),
    requirement: textOf(row, 'requirement'),
    evidence: textOf(row, 'evidence'),
    dueOn: writtenOf(row.box, 'dueOn'),
    inspection: nullable<string>(row, 'inspection'),
  }
}

interface LocatedNotice extends KeptAsideView {
  readonly feed: string
}

const noticeOf = ({ feed, box }: EntityRow, nameOf: ReadonlyMap<string, string>): readonly LocatedNotice[] => {
  const notice = storedKeptAside(box)
  return notice === null ? [] : [{ ...notice, feed, byName: nameOf.get(notice.by) ?? null }]
}

async function readNotices({ db, identity }: Reading, feeds: readonly string[]): Promise<readonly LocatedNotice[]> {
  const rows = await rowsOfKindIn(db, feeds, KEPT_ASIDE)
  const { account, people = [] } = identity()
  const names = new Map([...people, account].map(({ id, displayName }) => [id, displayName]))
  return rows.flatMap((row) => noticeOf(row, names)).toSorted((a, b) => a.at - b.at || compare(a.move, b.move))
}

/** What is told of a move speaks for what lies on this device: one that came by file counts nowhere either. */
function withNotices(
  aside: ReadonlyMap<string, ProblemCode>,
  notices: readonly LocatedNotice[],
): ReadonlyMap<string, ProblemCode> {
  const all = new Map(aside)
  for (const { feed, move, reason, outcome } of notices) {
    if (outcome === 'entered') all.delete(`${feed}\n${move}`)
    else all.set(`${feed}\n${move}`, reason)
  }
  return all
}

/** By entity key, why the endpoint kept something of this device aside. */
async function readAside(db: LocalDatabase): Promise<ReadonlyMap<string, ProblemCode>> {
  const rows = await db.attention.toArray()
  return new Map(
    rows.flatMap(({ feed, e, kind, box: { code } }) =>
      kind === MOVE ? [[`${feed}\n${e}`, isProblemCode(code) ? code : 'corrective.not-possible']] : [],
    ),
  )
}

interface LocatedMove extends MoveView {
  readonly of: string
  readonly feed: string
}

function moveView(row: EntityRow, written: ReadWritten): readonly LocatedMove[] {
  const move = storedMove(row.e, row.box)
  if (move === null) return []
  const { byName, location } = written(row)
  return [{ ...move, feed: row.feed, byName, madeAt: hlcToMs(move.at), location }]
}

function courseWith(
  moves: readonly LocatedMove[],
  aside: ReadonlyMap<string, ProblemCode>,
  askedFor: LocalDate | null,
): Course<MoveView> {
  const codeOf = ({ feed, id }: LocatedMove): ProblemCode | undefined => aside.get(`${feed}\n${id}`)
  const course = courseOf<MoveView>(
    moves.filter((move) => codeOf(move) === undefined),
    askedFor,
  )
  const kept = moves.flatMap((move) => {
    const code = codeOf(move)
    return code === undefined ? [] : [{ move, problem: { code } }]
  })
  return { ...course, refused: [...course.refused, ...kept] }
}

const dueOf = ({ course: { dueOn } }: CorrectiveView): string => dueOn ?? '9999'
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function inOrder(a: CorrectiveView, b: CorrectiveView): number {
  const [isOpen, isOther] = [isOpenState(a.course.state), isOpenState(b.course.state)]
  if (isOpen !== isOther) return isOpen ? -1 : 1
  return (isOpen ? compare(dueOf(a), dueOf(b)) : compare(b.issuedOn, a.issuedOn)) || compare(a.id, b.id)
}

interface Reading {
  readonly db: LocalDatabase
  readonly identity: () => StoredIdentity
}

async function viewsOf(
  { db, identity }: Reading,
  feeds: readonly string[],
  requests: readonly EntityRow[],
): Promise<readonly CorrectiveView[]> {
  const [moveRows, notices, locate, own] = await Promise.all([
    requests.length === 0 ? [] : rowsOfKindIn(db, feeds, MOVE),
    requests.length === 0 ? [] : readNotices({ db, identity }, feeds),
    readLocations(db),
    readAside(db),
  ])
  const aside = withNotices(own, notices)
  const written = writtenBy(identity(), locate)
  const movesByRequest = new Map<string, LocatedMove[]>()
  for (const move of moveRows.flatMap((row) => moveView(row, written))) {
    const key = `${move.feed}\n${move.of}`
    movesByRequest.set(key, [...(movesByRequest.get(key) ?? []), move])
  }
  return requests.map((row) => {
    const content = requestOf(row)
    const issuedOn = textOf(row, 'issuedOn')
    return {
      ...content,
      ...written(row),
      id: row.e,
      number: textOf(row, 'number'),
      issuedOn: isLocalDate(issuedOn) ? issuedOn : ('0001-01-01' as LocalDate),
      course: courseWith(movesByRequest.get(`${row.feed}\n${row.e}`) ?? [], aside, content.dueOn?.date ?? null),
      keptAside: notices.filter(({ feed, of }) => feed === row.feed && of === row.e),
    }
  })
}

const reading = <T>(db: LocalDatabase, read: () => Promise<T>): Promise<T> =>
  readIn(db, [db.ent, db.meta, db.attention], read)

export const listCorrective = (parts: Reading, unitIds: readonly string[]): Promise<readonly CorrectiveView[]> =>
  reading(parts.db, async () => {
    const feeds = unitIds.map((unit) => feedId(unit, 'pub'))
    const requests = await rowsOfKindIn(parts.db, feeds, REQUEST)
    return (await viewsOf(parts, feeds, requests)).toSorted(inOrder)
  })

export const readCorrective = (parts: Reading, unitId: string, id: string): Promise<CorrectiveView | null> =>
  reading(parts.db, async () => {
    const feed = feedId(unitId, 'pub')
    const row = await rowOf(parts.db, feed, id)
    const [view] = row?.kind === REQUEST ? await viewsOf(parts, [feed], [row]) : []
    return view ?? null
  })
