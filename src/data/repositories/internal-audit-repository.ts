/**
 * Internal audits. The checklist and the findings stay in the auditors' feed until the audit is concluded; in the same
 * gesture as every entry its completeness goes into the feed shared upward, and nothing else does (decision D4).
 */
import type { EntityState } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import {
  type AuditAnswer,
  checkAuditAnswer,
  emptyAuditAnswer,
  isAuditAnswered,
} from '#domain/internal-audit/audit-result.ts'
import type { Finding } from '#domain/internal-audit/finding.ts'
import { localNumber } from '#domain/internal-audit/local-number.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { instrumentList, loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import type { InternalAuditRepository, NewAudit } from '#data/contract/internal-audit-contract.ts'
import type { EntityWrite, SaveResult } from '#data/contract/store-contract.ts'
import { createGestureReader, type GestureReader } from '#data/gesture.ts'
import { readConclusion } from './audit-conclusion.ts'
import { listAudits, listPublishedFindings } from './audit-list.ts'
import { auditFeed, itemId, unitOfAudit } from './audit-names.ts'
import { listReports, readAudit } from './audit-reader.ts'
import { auditAnswerOf, auditAnswersByItem, writtenOn } from './audit-views.ts'
import { field, nullable, rowOf } from './entity-query.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'
import { commitSealed } from './sealed-content.ts'

type FindingInput = Parameters<InternalAuditRepository['saveFinding']>[1]

const notFound = err({ code: 'audit.not-found' } as const)

export function createInternalAuditRepository(parts: RepositoryParts): InternalAuditRepository {
  const { db } = parts
  return {
    list: (unitId) => listAudits(db, unitId),
    get: (id) => readAudit(db, id),
    start: (audit) => startAudit(parts, audit),
    saveItem: (id, item, patch) => saveItem(parts, id, item, patch),
    saveFinding: (auditId, finding) => saveFinding(parts, auditId, finding),
    removeFinding: (auditId, findingId) => removeFinding(parts, auditId, findingId),
    conclude: (id) => conclude(parts, id),
    publishedFindings: (unitIds) => listPublishedFindings(db, unitIds),
    reports: (unitId) => listReports(db, unitId),
  }
}

const written = (on: { readonly text: string; readonly date: string | null }): JsonValue => ({
  text: on.text,
  date: on.date,
})

async function startAudit(parts: RepositoryParts, audit: NewAudit): Promise<Result<string, Problem>> {
  const id = newId(parts)
  const { unitId: unit, instrument, title, department } = audit
  const on = written(audit.on)
  const total = instrumentList.find(({ key }) => key === instrument)?.questionCount ?? 0
  const draft = { unit, instrument, title, on, department, concludedAt: null, report: null }
  const progress = { audit: id, unit, title, on, answered: 0, total, findings: 0, concludedAt: null }
  const saved = await parts.commit([
    { feed: auditFeed(unit), kind: 'audit', entity: id, fields: draft },
    { feed: feedId(unit, 'pub'), kind: 'audit-progress', entity: id, fields: progress },
  ])
  return saved.ok ? ok(id) : saved
}

interface OpenAudit {
  readonly unit: string
  readonly audit: EntityState
  readonly items: readonly EntityState[]
  readonly findings: readonly EntityState[]
}

/** Nobody writes into what was sealed (AUD-9). */
async function readOpenAudit(
  reader: GestureReader,
  unit: string | undefined,
  id: string,
): Promise<Result<OpenAudit, Problem>> {
  if (unit === undefined) return notFound
  const feed = auditFeed(unit)
  const [audit, children, progress] = await Promise.all([
    reader.entity(feed, id),
    reader.childrenOf(feed, id),
    reader.entity(feedId(unit, 'pub'), id),
  ])
  if (!audit) return notFound
  if ([audit, progress].some((state) => state && nullable(state, 'concludedAt') !== null))
    return err({ code: 'audit.concluded' })
  const ofKind = (kind: string) => children.filter((state) => state.kind === kind)
  return ok({ unit, audit, items: ofKind('audit-item'), findings: ofKind('finding') })
}

const progressWrite = ({ unit, audit }: OpenAudit, counts: Readonly<Record<string, number>>): EntityWrite => ({
  feed: feedId(unit, 'pub'),
  kind: 'audit-progress',
  entity: audit.entity,
  fields: counts,
})

async function saveItem(parts: RepositoryParts, id: string, item: string, patch: Partial<AuditAnswer>): SaveResult {
  const unit = await unitOfAudit(parts.db, id)
  return parts.commit(async (reader) => {
    const opened = await readOpenAudit(reader, unit, id)
    if (!opened.ok) return opened
    const open = opened.value
    const before = open.items.find(({ entity }) => entity === itemId(id, item))
    const answer = checkAuditAnswer({ ...(before ? auditAnswerOf(before) : emptyAuditAnswer), ...patch })
    if (!answer.ok) return answer
    const answers = { ...auditAnswersByItem(open.items), [item]: answer.value }
    const answered = Object.values(answers).filter(isAuditAnswered).length
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
    const photos = await reader.childrenOf(auditFeed(open.unit), findingId)
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
  const checklist = row && (await loadInstrument(field(row, 'instrument', '')))
  if (unit === undefined || !checklist) return notFound
  const task = { id, unit, checklist, newId: newId(parts), at: parts.clock.now() }
  const by = parts.identity().account.id
  return commitSealed(parts, createGestureReader(parts.db), (reader) => readConclusion(reader, task, by))
}
