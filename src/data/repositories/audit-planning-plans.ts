/** Writes plans and their sessions; see `audit-planning-repository.ts`. */
import type { ApprovalDecision } from '#domain/audit-planning/approval.ts'
import { type AuditPlan, checkPlanDays, mayRemovePlan } from '#domain/audit-planning/audit-plan.ts'
import type { AuditSession } from '#domain/audit-planning/audit-session.ts'
import { planDayProblem } from '#domain/audit-planning/days.ts'
import { type Bookings, moveSession, placeSession, shiftPlan } from '#domain/audit-planning/session-move.ts'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { isLocalDate, type LocalDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { AuditPlanningRepository, NewSession, PlanPatch } from '#data/contract/audit-planning-contract.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import type { GestureReader, GestureWrite } from '#data/gesture.ts'
import { knownUnits } from './audit-planning-reader.ts'
import { auditorOf, planOf, sessionOf } from './audit-planning-views.ts'
import { field } from './entity-query.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'

type PlanWriter = Pick<
  AuditPlanningRepository,
  'startPlan' | 'savePlan' | 'removePlan' | 'saveSession' | 'removeSession' | 'moveSession' | 'shiftPlan'
>

export const createPlanWriter = (parts: RepositoryParts): PlanWriter => ({
  startPlan: (unit, first) => startPlan(parts, unit, first),
  savePlan: (unit, id, patch) => savePlan(parts, unit, id, patch),
  removePlan: (unit, id) => removePlan(parts, unit, id),
  saveSession: (session) => saveSession(parts, session),
  removeSession: (unit, id) => parts.commit([{ feed: pub(unit), kind: 'audit-session', entity: id, isRemoval: true }]),
  moveSession: (unit, id, on) => move(parts, unit, id, on),
  shiftPlan: (unit, id, days) => shift(parts, unit, id, days),
})

const pub = (unit: string): string => feedId(unit, 'pub')

const fieldsOf = (patch: object): Readonly<Record<string, JsonValue>> => ({ ...patch }) as Record<string, JsonValue>

const planWrite = (unit: string, id: string, patch: object): GestureWrite => ({
  feed: pub(unit),
  kind: 'audit-plan',
  entity: id,
  fields: fieldsOf(patch),
})

const sessionWrite = ({ id, ...fields }: AuditSession): GestureWrite => ({
  feed: pub(fields.unit),
  kind: 'audit-session',
  entity: id,
  fields: fieldsOf(fields),
})

const gone: Result<never, Problem> = err({ code: 'audit-plan.not-possible' })

const noDay: WrittenDate = { text: '', date: null }

/** A patch of days is judged with the day that is not in it; the decision's only where it is written. */
const checkDays = (
  plan: Pick<AuditPlan, 'from' | 'to'>,
  decidedOn: WrittenDate | undefined,
  today: LocalDate,
): Result<null, Problem> => {
  if (!isLocalDate(plan.from) || !isLocalDate(plan.to)) return err({ code: 'date.unreadable' })
  const checked = checkPlanDays(plan)
  const outside = checked.ok ? planDayProblem({ ...plan, decidedOn: decidedOn ?? noDay }, today) : null
  return outside === null ? checked : err(outside)
}

async function startPlan(
  parts: RepositoryParts,
  unit: string,
  first: PlanPatch & { readonly programme: string | null },
): Promise<Result<string, Problem>> {
  const id = newId(parts)
  const { from, to } = first
  const days = { from: from ?? ('' as LocalDate), to: to ?? from ?? ('' as LocalDate) }
  const checked = checkDays(days, first.decidedOn, todayOf(parts))
  if (!checked.ok) return checked
  const saved = await parts.commit([planWrite(unit, id, { unit, ...first })])
  return saved.ok ? ok(id) : saved
}

const savePlan = (parts: RepositoryParts, unit: string, id: string, patch: PlanPatch): SaveResult =>
  parts.commit(async (reader) => {
    const plan = await planIn(reader, unit, id)
    if (plan === undefined) return gone
    if ([patch.from, patch.to, patch.decidedOn].some((day) => day !== undefined)) {
      const checked = checkDays({ ...plan, ...patch }, patch.decidedOn, todayOf(parts))
      if (!checked.ok) return checked
    }
    return ok([planWrite(unit, id, patch)])
  })

/** Others may have approved or sent it since the screen was drawn. Rule AP-20. */
async function mayGo(reader: GestureReader, unit: string, id: string): Promise<boolean> {
  const plan = await planIn(reader, unit, id)
  const approvals = (await reader.ofKind(pub(unit), 'approval'))
    .filter((state) => field(state, 'of', '') === id)
    .map((state) => ({ decision: field<ApprovalDecision>(state, 'decision', 'returned') }))
  return plan === undefined || mayRemovePlan(plan, approvals)
}

const removePlan = ({ commit }: RepositoryParts, unit: string, id: string): SaveResult =>
  commit(async (reader) => {
    if (!(await mayGo(reader, unit, id))) return err({ code: 'audit-plan.stays' })
    const states = await reader.ofKind(pub(unit), 'audit-session')
    const own = states.map((state) => sessionOf(state, state.entity)).filter(({ plan }) => plan === id)
    const sessions = own.map((one) => ({
      feed: pub(unit),
      kind: 'audit-session',
      entity: one.id,
      isRemoval: true as const,
    }))
    return ok([...sessions, { feed: pub(unit), kind: 'audit-plan', entity: id, isRemoval: true }])
  })

async function planIn(reader: GestureReader, unit: string, id: string): Promise<AuditPlan | undefined> {
  const state = await reader.entity(pub(unit), id)
  return state?.kind === 'audit-plan' ? planOf(state, id) : undefined
}

/** Who is booked in every commune this device knows of. */
async function bookings(parts: RepositoryParts, reader: GestureReader, unit: string): Promise<Bookings> {
  const feeds = Array.from(new Set([unit, ...knownUnits(parts)])).map(pub)
  const [sessions, auditors] = await Promise.all([
    Promise.all(feeds.map((feed) => reader.ofKind(feed, 'audit-session'))),
    Promise.all(feeds.map((feed) => reader.ofKind(feed, 'auditor'))),
  ])
  return {
    sessions: sessions.flat().map((state) => sessionOf(state, state.entity)),
    auditors: auditors.flat().map((state) => auditorOf(state, state.entity)),
  }
}

const saveSession = (parts: RepositoryParts, session: NewSession): SaveResult => {
  const id = session.id ?? newId(parts)
  return parts.commit(async (reader) => {
    const plan = await planIn(reader, session.unit, session.plan)
    if (plan === undefined) return gone
    const placed = placeSession({ ...session, id }, plan, await bookings(parts, reader, session.unit))
    return placed.ok ? ok([sessionWrite(placed.value)]) : placed
  })
}

const move = (parts: RepositoryParts, unit: string, id: string, on: LocalDate): SaveResult =>
  parts.commit(async (reader) => {
    const state = await reader.entity(pub(unit), id)
    const session = state && sessionOf(state, id)
    const plan = session && (await planIn(reader, unit, session.plan))
    if (plan === undefined || session === undefined) return gone
    const moved = moveSession(session, on, plan, await bookings(parts, reader, unit))
    return moved.ok ? ok([sessionWriteOf(moved.value, ['on'])]) : moved
  })

/** Only what a move changes: whoever changes the time meanwhile is not undone. */
const sessionWriteOf = (session: AuditSession, names: readonly (keyof AuditSession)[]): GestureWrite => ({
  feed: pub(session.unit),
  kind: 'audit-session',
  entity: session.id,
  fields: fieldsOf(Object.fromEntries(names.map((name) => [name, session[name]]))),
})

const shift = (parts: RepositoryParts, unit: string, id: string, days: number): SaveResult =>
  parts.commit(async (reader) => {
    const plan = await planIn(reader, unit, id)
    if (plan === undefined) return gone
    const shifted = shiftPlan(plan, days, await bookings(parts, reader, unit))
    if (!shifted.ok) return shifted
    const { from, to } = shifted.value.plan
    const sessions = shifted.value.sessions.map((session) => sessionWriteOf(session, ['on']))
    return ok([planWrite(unit, id, { from, to }), ...sessions])
  })
