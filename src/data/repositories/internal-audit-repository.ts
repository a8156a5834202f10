/**
 * Internal audits. The checklist and the findings stay in the auditors' feed until the audit is concluded; in the same
 * gesture as every entry its completeness goes into the feed shared upward, and nothing else does (decision D4).
 */
import type { JsonValue } from '#domain/change/op.ts'
import {
  type AuditAnswer,
  checkAuditAnswer,
  emptyAuditAnswer,
  isAuditAnswered,
} from '#domain/internal-audit/audit-result.ts'
import type { Finding } from '#domain/internal-audit/finding.ts'
import { mayRemoveFinding } from '#domain/internal-audit/finding-response.ts'
import { localNumber } from '#domain/internal-audit/local-number.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import type { InternalAuditRepository } from '#data/contract/internal-audit-contract.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import { createGestureReader, type GestureReader } from '#data/gesture.ts'
import { auditChecklist } from '#domain/internal-audit/checklist.ts'
import { hashesOf } from './answered-words.ts'
import { readConclusion } from './audit-conclusion.ts'
import { listAudits, listPublishedFindings } from './audit-list.ts'
import { auditFeed, itemId, unitOfAudit } from './audit-names.ts'
import { ownItemOf, clausesOf } from './audit-on-site-views.ts'
import { auditNotFound, type OpenAudit, progressWrite, readOpenAudit } from './audit-open.ts'
import { listReports, readAudit, reportOfAudit } from './audit-reader.ts'
import { responseOf } from './audit-responses.ts'
import { startAudit } from './audit-start.ts'
import { auditAnswerOf, auditAnswersByItem, writtenOn } from './audit-views.ts'
import { field, rowOf } from './entity-query.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'
import { commitSealed } from './sealed-content.ts'

type FindingInput = Parameters<InternalAuditRepository['saveFinding']>[1]

export function createInternalAuditRepository(parts: RepositoryParts): InternalAuditRepository {
  const { db } = parts
  return {
    list: (unitId) => listAudits(db, unitId),
    get: (id) => readAudit(db, id, parts.identity()),
    start: (audit) => startAudit(parts, audit),
    saveItem: (id, item, patch) => saveItem(parts, id, item, patch),
    saveFinding: (auditId, finding) => saveFinding(parts, auditId, finding),
    removeFinding: (auditId, findingId) => removeFinding(parts, auditId, findingId),
    conclude: (id) => conclude(parts, id),
    publishedFindings: (unitIds) => listPublishedFindings(db, unitIds),
    reports: (unitId) => listReports(db, unitId),
    reportOf: (unitId, auditId) => reportOfAudit(db, unitId, auditId),
  }
}

const written = (on: { readonly text: string; readonly date: string | null }): JsonValue => ({
  text: on.text,
  date: on.date,
})

async function saveItem(parts: RepositoryParts, id: string, item: string, patch: Partial<AuditAnswer>): SaveResult {
  const unit = await unitOfAudit(parts.db, id)
  const row = unit === undefined ? undefined : await rowOf(parts.db, auditFeed(unit), id)
  const instrument = row && (await loadInstrument(field(row, 'instrument', '')))
  return parts.commit(async (reader) => {
    const opened = await readOpenAudit(reader, unit, id)
    if (!opened.ok) return opened
    const open = opened.value
    const before = open.items.find(({ entity }) => entity === itemId(id, item))
    const answer = checkAuditAnswer({ ...(before ? auditAnswerOf(before) : emptyAuditAnswer), ...patch })
    if (!answer.ok) return answer
    const answers = { ...auditAnswersByItem(open.items), [item]: answer.value }
    const asked = instrument ? itemsAsked(open, instrument) : Object.keys(answers)
    const answered = asked.filter((one) => isAuditAnswered(answers[one])).length
    return ok([
      {
        feed: auditFeed(open.unit),
        kind: 'audit-item',
        entity: itemId(id, item),
        fields: { audit: id, item, ...patch },
      },
      progressWrite(open, { answered }),
    ])
  })
}

/** An own item that was taken out again may leave its answer behind; it is asked no more. */
function itemsAsked({ audit, children }: OpenAudit, instrument: Instrument): readonly string[] {
  const own = children.filter(({ kind }) => kind === 'checklist-item').map((state) => ownItemOf(audit.entity, state))
  return auditChecklist(instrument, clausesOf(audit), own).questions.map(({ id }) => id)
}

async function saveFinding(
  parts: RepositoryParts,
  auditId: string,
  input: FindingInput,
): Promise<Result<string, Problem>> {
  const unit = await unitOfAudit(parts.db, auditId)
  const id = input.id ?? newId(parts)
  const saved = await parts.commit(async (reader) => {
    const opened = await readOpenAudit(reader, unit, auditId)
    if (!opened.ok) return opened
    const open = opened.value
    const known = open.findings.find(({ entity }) => entity === id)
    const number = known ? field(known, 'number', '') : await nextNumber(parts, reader, open)
    const fields = { unit: open.unit, number, audit: auditId, ...findingFields(input) }
    return ok([
      { feed: auditFeed(open.unit), kind: 'finding', entity: id, fields },
      progressWrite(open, { findings: open.findings.length + (known ? 0 : 1) }),
    ])
  })
  return saved.ok ? ok(id) : saved
}

function findingFields(
  input: FindingInput,
): Readonly<Record<keyof Omit<Finding, 'id' | 'number' | 'audit'>, JsonValue>> {
  const { item, grade, clause, facts, requirement, objectiveEvidence, department, dueOn } = input
  return { item, grade, clause, facts, requirement, objectiveEvidence, department, dueOn: dueOn && written(dueOn) }
}

/** Counted per commune, year and replica, so that two auditors never give the same number (AUD-4). */
async function nextNumber(parts: RepositoryParts, reader: GestureReader, { unit, audit }: OpenAudit): Promise<string> {
  const { places, replica } = parts.identity()
  const communeCode = places.find((place) => place.id === unit)?.code ?? unit.slice(unit.lastIndexOf('-') + 1)
  const year = Number((writtenOn(audit).date ?? todayOf(parts)).slice(0, 4))
  const sequence = await reader.takeNumber(`${communeCode}/${year}`)
  return localNumber({ communeCode, year, replica, sequence })
}

async function removeFinding(parts: RepositoryParts, auditId: string, findingId: string): SaveResult {
  const unit = await unitOfAudit(parts.db, auditId)
  return parts.commit(async (reader) => {
    const opened = await readOpenAudit(reader, unit, auditId)
    if (!opened.ok) return opened
    const open = opened.value
    if (!open.findings.some(({ entity }) => entity === findingId)) return ok([])
    const children = await reader.childrenOf(auditFeed(open.unit), findingId)
    const steps = children.filter(({ kind }) => kind === 'finding-response').map((step) => responseOf(step, 0))
    // A colleague's answer may have come since the screen was drawn (AUD-25).
    if (!mayRemoveFinding(steps)) return err({ code: 'finding.answered' })
    const photos = children.filter(({ kind }) => kind === 'evidence')
    return ok([
      { feed: auditFeed(open.unit), kind: 'finding', entity: findingId, isRemoval: true },
      ...photos.map(({ feed, kind, entity }) => ({ feed, kind, entity, isRemoval: true }) as const),
      progressWrite(open, { findings: open.findings.length - 1 }),
    ])
  })
}

async function conclude(parts: RepositoryParts, id: string): SaveResult {
  const unit = await unitOfAudit(parts.db, id)
  const row = unit === undefined ? undefined : await rowOf(parts.db, auditFeed(unit), id)
  const instrument = row && (await loadInstrument(field(row, 'instrument', '')))
  if (unit === undefined || !instrument) return auditNotFound
  const task = { id, unit, instrument, newId: newId(parts), at: parts.clock.now() }
  const by = parts.identity().account.id
  const outside = createGestureReader(parts.db)
  const findings = (await outside.childrenOf(auditFeed(unit), id)).filter(({ kind }) => kind === 'finding')
  const hashes = await hashesOf(parts, findings)
  return commitSealed(parts, outside, (reader) => readConclusion(reader, { ...task, hashes }, by))
}
