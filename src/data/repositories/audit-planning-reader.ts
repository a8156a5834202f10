/**
 * Reads what is planned. Records are found by their kind in the feeds of the communes asked for, not by a parent
 * column: a device that knew nothing of them may have stored some before it was updated. Hashes come last, because their
 * promise is not the database's.
 */
import { inOrder } from '#domain/audit-planning/approval.ts'
import { planContent, programmeContent } from '#domain/audit-planning/approved-content.ts'
import { compareSessions, type AuditSession } from '#domain/audit-planning/audit-session.ts'
import { allClashes } from '#domain/audit-planning/double-booking.ts'
import { type AuditProgramme, programmeId, type ProgrammeSlot } from '#domain/audit-planning/programme.ts'
import { feedId } from '#domain/change/feed.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'
import type {
  ApprovalView,
  AuditorView,
  PlanBoard,
  PlanningBoard,
  PlanView,
  ProgrammeBoard,
} from '#data/contract/audit-planning-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import { readLocations } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { approvalOf, auditorOf, planOf, programmeOf, sessionOf, slotOf } from './audit-planning-views.ts'
import { rowOf, rowsOfKind, rowsOfKindIn } from './entity-query.ts'
import type { RepositoryParts } from './repository-parts.ts'
import { type ReadWritten, writtenBy } from './written-by.ts'

const pub = (unit: string): string => feedId(unit, 'pub')

const sealOf = ({ hasher }: RepositoryParts, content: unknown): Promise<string> =>
  hasher.sha256(utf8Bytes(canonicalJson(content)))

/** Communes this device knows of: who is booked elsewhere is looked for in all of them. */
export const knownUnits = ({ identity }: Pick<RepositoryParts, 'identity'>): readonly string[] =>
  identity()
    .places.filter(({ kind }) => kind === 'commune')
    .map(({ id }) => id)

const compareNames = (a: AuditorView, b: AuditorView): number => a.name.localeCompare(b.name, 'vi')

const readWritten = async ({ db, identity }: RepositoryParts): Promise<ReadWritten> =>
  writtenBy(identity(), await readLocations(db))

const viewsOf = (rows: readonly EntityRow[], written: ReadWritten): readonly AuditorView[] =>
  rows.map((row) => ({ ...auditorOf(row, row.e), ...written(row) })).sort(compareNames)

const sessionsOf = (rows: readonly EntityRow[]): readonly AuditSession[] =>
  rows.map((row) => sessionOf(row, row.e)).sort(compareSessions)

export const readAuditors = (parts: RepositoryParts, units: readonly string[]): Promise<readonly AuditorView[]> =>
  readIn(parts.db, [parts.db.ent, parts.db.meta, parts.db.attention], async () => {
    const [rows, written] = await Promise.all([rowsOfKindIn(parts.db, units.map(pub), 'auditor'), readWritten(parts)])
    return viewsOf(rows, written)
  })

export const readBoard = (parts: RepositoryParts, units: readonly string[]): Promise<PlanningBoard> =>
  readIn(parts.db, [parts.db.ent, parts.db.meta, parts.db.attention], async () => {
    const rowsOf = (kind: string) => rowsOfKindIn(parts.db, units.map(pub), kind)
    const [programmes, slots, plans, sessionRows, auditorRows, written] = await Promise.all([
      rowsOf('audit-programme'),
      rowsOf('programme-slot'),
      rowsOf('audit-plan'),
      rowsOf('audit-session'),
      rowsOf('auditor'),
      readWritten(parts),
    ])
    const [sessions, auditors] = [sessionsOf(sessionRows), viewsOf(auditorRows, written)]
    return {
      programmes: programmes.map((row) => programmeOf(row, row.e)),
      slots: slots.map((row) => slotOf(row, row.e)),
      plans: plans.map((row): PlanView => ({ ...planOf(row, row.e), ...written(row) })).sort(latestFirst),
      sessions,
      auditors,
      clashes: allClashes(sessions, auditors),
    }
  })

const latestFirst = (a: PlanView, b: PlanView): number =>
  a.from < b.from ? 1 : a.from > b.from ? -1 : a.id < b.id ? -1 : 1

const emptyProgramme = (unit: string, year: number): AuditProgramme => ({
  id: programmeId(unit, year),
  unit,
  year,
  objectives: '',
  edition: '',
  scope: '',
  frequency: '',
  risks: '',
  leader: null,
})

const compareSlots = (a: ProgrammeSlot, b: ProgrammeSlot): number =>
  a.field.localeCompare(b.field, 'vi') || (a.id < b.id ? -1 : 1)

export async function readProgramme(parts: RepositoryParts, unit: string, year: number): Promise<ProgrammeBoard> {
  const id = programmeId(unit, year)
  const read = await readIn(parts.db, [parts.db.ent, parts.db.meta, parts.db.attention], async () => {
    const [row, slots, auditors, written] = await Promise.all([
      rowOf(parts.db, pub(unit), id),
      rowsOfKind(parts.db, pub(unit), 'programme-slot'),
      rowsOfKind(parts.db, pub(unit), 'auditor'),
      readWritten(parts),
    ])
    const own = slots.map((one) => slotOf(one, one.e)).filter(({ programme }) => programme === id)
    return {
      programme: row ? { ...programmeOf(row, id), unit, year } : emptyProgramme(unit, year),
      slots: own.sort(compareSlots),
      auditors: viewsOf(auditors, written),
      isKept: row !== undefined || own.length > 0,
    }
  })
  return { ...read, sha256: await sealOf(parts, programmeContent(read.programme, read.slots, read.auditors)) }
}

export async function readPlan(parts: RepositoryParts, unit: string, id: string): Promise<PlanBoard | null> {
  const read = await readIn(parts.db, [parts.db.ent, parts.db.meta, parts.db.attention], () =>
    planRows(parts, unit, id),
  )
  if (read === null) return null
  const { plan, sessions, auditors } = read
  return { ...read, sha256: await sealOf(parts, planContent(plan, sessions, auditors)) }
}

async function planRows(parts: RepositoryParts, unit: string, id: string): Promise<Omit<PlanBoard, 'sha256'> | null> {
  const { db } = parts
  const feeds = Array.from(new Set([unit, ...knownUnits(parts)])).map(pub)
  const [row, sessionRows, auditorRows, written] = await Promise.all([
    rowOf(db, pub(unit), id),
    rowsOfKindIn(db, feeds, 'audit-session'),
    rowsOfKindIn(db, feeds, 'auditor'),
    readWritten(parts),
  ])
  if (row?.kind !== 'audit-plan') return null
  const [all, everybody] = [sessionsOf(sessionRows), viewsOf(auditorRows, written)]
  const clashes = allClashes(all, everybody)
  const sessions = all.filter(({ plan }) => plan === id)
  const own = sessions.map((session) => session.id)
  return {
    plan: { ...planOf(row, id), ...written(row) },
    sessions,
    auditors: everybody.filter((auditor) => auditor.unit === unit),
    earlier: all.filter((session) => session.unit === unit && session.plan !== id && session.type === 'field'),
    clashes: new Map(Array.from(clashes).filter(([session]) => own.includes(session))),
  }
}

export const readApprovals = (parts: RepositoryParts, unit: string, of: string): Promise<readonly ApprovalView[]> =>
  readIn(parts.db, [parts.db.ent, parts.db.meta, parts.db.attention], async () => {
    const [rows, written] = await Promise.all([rowsOfKind(parts.db, pub(unit), 'approval'), readWritten(parts)])
    return inOrder(rows.map((row) => approvalOf(row, written)).filter((approval) => approval.of === of))
  })
