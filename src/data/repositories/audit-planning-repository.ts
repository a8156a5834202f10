/**
 * Writes what is planned. A session is judged inside the transaction that stores it, against everybody who is booked in
 * any commune this device knows of; what two devices booked apart from each other stays and is shown (AP-14).
 */
import { checkDecision } from '#domain/audit-planning/approval.ts'
import { checkAuditor } from '#domain/audit-planning/auditor.ts'
import { auditorDayProblem } from '#domain/audit-planning/days.ts'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { checkSlot, programmeId } from '#domain/audit-planning/programme.ts'
import type {
  AuditorPatch,
  AuditPlanningRepository,
  NewApproval,
  ProgrammePatch,
} from '#data/contract/audit-planning-contract.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import { createPlanWriter } from './audit-planning-plans.ts'
import { readApprovals, readAuditors, readBoard, readPlan, readProgramme } from './audit-planning-reader.ts'
import { slotOf } from './audit-planning-views.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'

export const createAuditPlanningRepository = (parts: RepositoryParts): AuditPlanningRepository => ({
  board: (units) => readBoard(parts, units),
  auditors: (units) => readAuditors(parts, units),
  programme: (unit, year) => readProgramme(parts, unit, year),
  plan: (unit, id) => readPlan(parts, unit, id),
  approvals: (unit, of) => readApprovals(parts, unit, of),
  saveAuditor: (unit, id, auditor) => saveAuditor(parts, unit, id, auditor),
  saveProgramme: (unit, year, patch) => saveProgramme(parts, unit, year, patch),
  saveSlot: (unit, year, slot) => saveSlot(parts, unit, year, slot),
  removeSlot: (unit, id) => parts.commit([{ feed: pub(unit), kind: 'programme-slot', entity: id, isRemoval: true }]),
  decide: (approval) => decide(parts, approval),
  ...createPlanWriter(parts),
})

const pub = (unit: string): string => feedId(unit, 'pub')

async function saveAuditor(
  parts: RepositoryParts,
  unit: string,
  id: string | null,
  auditor: AuditorPatch,
): Promise<Result<string, Problem>> {
  const entity = id ?? newId(parts)
  const checked = checkAuditor({ ...auditor, id: entity, unit })
  if (!checked.ok) return checked
  const outside = auditorDayProblem(checked.value, todayOf(parts))
  if (outside) return err(outside)
  const { id: _id, fields: names, ...rest } = checked.value
  const fields = { ...rest, fields: [...names] }
  const saved = await parts.commit([{ feed: pub(unit), kind: 'auditor', entity, fields }])
  return saved.ok ? ok(entity) : saved
}

const saveProgramme = ({ commit }: RepositoryParts, unit: string, year: number, patch: ProgrammePatch): SaveResult => {
  const fields = { unit, year, ...patch } as Readonly<Record<string, JsonValue>>
  return commit([{ feed: pub(unit), kind: 'audit-programme', entity: programmeId(unit, year), fields }])
}

const saveSlot = (
  parts: RepositoryParts,
  unit: string,
  year: number,
  slot: Parameters<AuditPlanningRepository['saveSlot']>[2],
): SaveResult =>
  parts.commit(async (reader) => {
    const programme = programmeId(unit, year)
    const states = await reader.ofKind(pub(unit), 'programme-slot')
    const others = states.map((state) => slotOf(state, state.entity)).filter((one) => one.programme === programme)
    const checked = checkSlot({ ...slot, id: slot.id ?? newId(parts), programme }, others)
    if (!checked.ok) return checked
    const { id: entity, months, ...rest } = checked.value
    const line = { feed: pub(unit), kind: 'programme-slot', entity, fields: { ...rest, months: [...months] } }
    // Its year has to be known where the line is the first thing that is written of it.
    const head = { feed: pub(unit), kind: 'audit-programme', entity: programme, fields: { unit, year } }
    return ok([head, line])
  })

async function decide(parts: RepositoryParts, { decision, note, ...of }: NewApproval): SaveResult {
  const checked = checkDecision(decision, note)
  if (!checked.ok) return checked
  const fields = { ...of, decision, on: todayOf(parts), note: checked.value }
  return parts.commit([{ feed: pub(of.unit), kind: 'approval', entity: newId(parts), fields }])
}
