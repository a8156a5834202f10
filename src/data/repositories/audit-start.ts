/**
 * Begins an audit, in one gesture with the questions that were taken from the province's forms and with what its plan
 * already says: the meetings with their times, and who looks at which clause. All of it can be changed on site.
 */
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { AuditSession } from '#domain/audit-planning/audit-session.ts'
import { unplannedProblem } from '#domain/audit-planning/independence.ts'
import { auditChecklist, checkChecklist } from '#domain/internal-audit/checklist.ts'
import { auditBounds } from '#domain/internal-audit/days.ts'
import { outsideBounds } from '#domain/kernel/day-bounds.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import type { NewAudit } from '#data/contract/internal-audit-contract.ts'
import type { GestureReader, GestureWrite } from '#data/gesture.ts'
import { auditFeed } from './audit-names.ts'
import { shareId } from './audit-on-site-views.ts'
import { ownItemsOfForms, ownItemWrite } from './audit-own-items.ts'
import { auditorsOf } from './audit-independence.ts'
import { sessionOf } from './audit-planning-views.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'

const asJson = (value: unknown): JsonValue => value as JsonValue

export async function startAudit(parts: RepositoryParts, audit: NewAudit): Promise<Result<string, Problem>> {
  const { unitId: unit, instrument, title, department, clauses = null, plan = null, forms = [] } = audit
  const outside = outsideBounds(audit.on.date, auditBounds(todayOf(parts)))
  if (outside) return err(outside)
  const loaded = await loadInstrument(instrument)
  if (!loaded) return err({ code: 'audit.not-found' })
  const own = await ownItemsOfForms(parts, forms)
  if (!own.ok) return own
  const checklist = auditChecklist(loaded, clauses, own.value)
  const checked = checkChecklist(checklist)
  if (!checked.ok) return checked
  const id = newId(parts)
  const on = { text: audit.on.text, date: audit.on.date }
  const total = checklist.questions.length
  const head = {
    unit,
    instrument,
    title,
    on,
    department,
    concludedAt: null,
    report: null,
    plan,
    clauses: asJson(clauses),
  }
  const progress = { audit: id, unit, title, on, answered: 0, total, findings: 0, concludedAt: null }
  const saved = await parts.commit(async (reader) => {
    const dependent = plan === null ? await beginnerProblem(parts, reader, audit) : null
    if (dependent) return err(dependent)
    const sessions = plan === null ? [] : await sessionsOf(reader, unit, plan)
    return ok([
      { feed: auditFeed(unit), kind: 'audit', entity: id, fields: head },
      { feed: feedId(unit, 'pub'), kind: 'audit-progress', entity: id, fields: progress },
      ...(plan === null
        ? []
        : [{ feed: feedId(unit, 'pub'), kind: 'audit-plan', entity: plan, fields: { audit: id } }]),
      ...own.value.map((item) => ownItemWrite(unit, id, item)),
      ...sharesFrom(sessions, checklist, unit, id),
      ...sessions.flatMap((session) => meetingFrom(parts, session, unit, id)),
    ])
  })
  return saved.ok ? ok(id) : saved
}

/** Rule AP-23. */
async function beginnerProblem(
  parts: RepositoryParts,
  reader: GestureReader,
  { unitId: unit, on, department }: NewAudit,
): Promise<Problem | null> {
  const begun = { unit, on: on.date ?? todayOf(parts), field: department }
  return unplannedProblem(begun, await auditorsOf(reader, unit), parts.identity().account.id)
}

const sessionsOf = async (reader: GestureReader, unit: string, plan: string): Promise<readonly AuditSession[]> =>
  (await reader.ofKind(feedId(unit, 'pub'), 'audit-session'))
    .map((state) => sessionOf(state, state.entity))
    .filter((session) => session.plan === plan)

/** The first auditor of the first session that names an item's clause. */
function sharesFrom(
  sessions: readonly AuditSession[],
  { questions }: Pick<Instrument, 'questions'>,
  unit: string,
  audit: string,
): readonly GestureWrite[] {
  return questions.flatMap(({ id: item, clause }) => {
    const session = sessions.find(
      ({ type, clauses }) => type === 'field' && clause !== null && clauses.includes(clause),
    )
    const auditor = session?.auditors[0]
    if (auditor === undefined) return []
    const fields = { audit, item, auditor }
    return [{ feed: auditFeed(unit), kind: 'audit-share', entity: shareId(audit, item), fields }]
  })
}

function meetingFrom(
  parts: RepositoryParts,
  { type, on, from, to, place }: AuditSession,
  unit: string,
  audit: string,
): readonly GestureWrite[] {
  if (type === 'field') return []
  const fields = { unit, of: audit, type, on, from, to, place, notes: '' }
  return [{ feed: auditFeed(unit), kind: 'meeting', entity: newId(parts), fields }]
}
