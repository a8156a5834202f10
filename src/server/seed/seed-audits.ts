/** Short internal audits that were concluded: the report and its findings go upward, the items stay with the auditors. */
import { createHash } from 'node:crypto'
import { type Audience, feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { AuditReportMore } from '#domain/internal-audit/audit-report-more.ts'
import { auditReportBytes, type AuditReportContent, createAuditReport } from '#domain/internal-audit/audit-report.ts'
import type { AuditAnswers, AuditResult } from '#domain/internal-audit/audit-result.ts'
import { defaultDueOn, type Finding, type FindingGrade } from '#domain/internal-audit/finding.ts'
import { localNumber } from '#domain/internal-audit/local-number.ts'
import { addDays, formatLocalDate, type LocalDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import { type Instrument, instrumentKey } from '#domain/questionnaire/instrument.ts'
import type { Dice } from './dice.ts'
import { onSiteMore, onSiteRecords, wordFields } from './seed-audit-on-site.ts'
import { momentOn, type SeedCommune } from './seed-commune.ts'
import { type FindingText, findingTexts } from './seed-findings.ts'
import type { SeedRecord } from './seed-writer.ts'

const AUDITED_PERCENT = 42
const TITLE = 'Đánh giá nội bộ đợt 1 (dữ liệu minh họa)'
const DEPARTMENT = 'Toàn bộ UBND xã'
const RESULTS: Readonly<Record<FindingGrade, AuditResult>> = {
  major: 'NC',
  minor: 'NC',
  observation: 'OBS',
  opportunity: 'OFI',
  strength: 'C',
}

interface Audit {
  readonly id: string
  readonly on: LocalDate
  readonly closedMs: number
  readonly answers: AuditAnswers
  readonly findings: readonly Finding[]
}

const written = (date: LocalDate): WrittenDate => ({ text: formatLocalDate(date), date })
const asJson = (value: unknown): JsonValue => value as JsonValue

/** Two to four of the texts, each at most once; the lead commune has one of each weight. */
function chooseTexts(commune: SeedCommune, dice: Dice): readonly FindingText[] {
  const first = dice.roll(findingTexts.length)
  const count = 2 + dice.roll(3)
  const texts = [...findingTexts.slice(first), ...findingTexts.slice(0, first)]
  return commune.isLead ? findingTexts.slice(1, 5) : texts.slice(0, count)
}

function findingOf(
  text: FindingText,
  i: number,
  audit: { id: string; on: LocalDate },
  commune: SeedCommune,
  checklist: Instrument,
  dice: Dice,
): Finding {
  const dueOn = defaultDueOn(text.grade, audit.on)
  return {
    ...text,
    id: createUuidV7({ now: () => momentOn(audit.on, 11, i) }, dice),
    number: localNumber({
      communeCode: commune.unit.code,
      year: Number(audit.on.slice(0, 4)),
      replica: 'mh',
      sequence: i + 1,
    }),
    audit: audit.id,
    clause: checklist.questions.find(({ id }) => id === text.item)?.clause ?? '',
    dueOn: dueOn && written(dueOn),
  }
}

function makeAudit(commune: SeedCommune, checklist: Instrument): Audit {
  const dice = commune.dice('audit')
  const on = addDays(commune.today, -(commune.isLead ? 22 : 8 + dice.roll(40)))
  const audit = { id: createUuidV7({ now: () => momentOn(on, 8) }, dice), on }
  const findings = chooseTexts(commune, dice).map((text, i) => findingOf(text, i, audit, commune, checklist, dice))
  const resultOf = (item: string): AuditResult => {
    const grade = findings.find((finding) => finding.item === item)?.grade
    return grade ? RESULTS[grade] : 'C'
  }
  const answers = Object.fromEntries(
    checklist.questions.map(({ id }) => [id, { result: resultOf(id), reason: '', note: '' }]),
  )
  return { ...audit, closedMs: momentOn(on, 16, dice.roll(60)), answers, findings }
}

function reportOf(
  { id, on, closedMs, answers, findings }: Audit,
  commune: SeedCommune,
  checklist: Instrument,
  more: AuditReportMore,
): AuditReportContent {
  const report = createAuditReport(checklist, {
    auditId: id,
    title: TITLE,
    on: written(on),
    department: DEPARTMENT,
    unit: commune.unit.id,
    answers,
    findings,
    evidence: [],
    closedAt: new Date(closedMs).toISOString(),
    closedBy: commune.auditor,
    more,
  })
  if (!report.ok) throw new Error(`seed: internal audit is incomplete: ${report.error.code}`)
  return report.value
}

function recorder({ unit, auditor }: SeedCommune) {
  return (
    audience: Audience,
    kind: string,
    entity: string,
    atMs: number,
    fields: SeedRecord['fields'],
  ): SeedRecord => ({
    by: auditor,
    atMs,
    feed: feedId(unit.id, audience),
    kind,
    entity,
    fields: { unit: unit.id, ...fields },
  })
}

const findingFields = ({ id: _id, ...fields }: Finding): SeedRecord['fields'] =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, asJson(value)]))

/** What only the auditors of the commune have. */
function draftRecords(
  commune: SeedCommune,
  audit: Audit,
  report: string,
  checklist: Instrument,
  more: AuditReportMore,
): readonly SeedRecord[] {
  const record = recorder(commune)
  const begun = momentOn(audit.on, 8)
  const items = Object.entries(audit.answers).map(([item, answer], i) => ({
    ...record('audit', 'audit-item', `chk.${audit.id}.${item}`, begun + (i + 1) * 300_000, {}),
    fields: { audit: audit.id, item, ...asFields(answer) },
  }))
  const head = {
    instrument: instrumentKey(checklist),
    title: TITLE,
    on: asJson(written(audit.on)),
    department: DEPARTMENT,
    concludedAt: audit.closedMs,
    report,
    ...wordFields(more),
  }
  return [
    record('audit', 'audit', audit.id, begun, head),
    ...items,
    ...audit.findings.map((finding) => record('audit', 'finding', finding.id, audit.closedMs, findingFields(finding))),
  ]
}

const asFields = ({ result, reason, note }: AuditAnswers[string]): SeedRecord['fields'] => ({ result, reason, note })

export function auditRecords(commune: SeedCommune, checklist: Instrument): readonly SeedRecord[] {
  if (!commune.isLead && !commune.dice('audited').chance(AUDITED_PERCENT)) return []
  const audit = makeAudit(commune, checklist)
  const more = commune.isLead ? onSiteMore(audit) : {}
  const content = reportOf(audit, commune, checklist, more)
  const sha256 = createHash('sha256').update(auditReportBytes(content)).digest('hex')
  const record = recorder(commune)
  const { id, closedMs, findings } = audit
  const report = createUuidV7({ now: () => closedMs }, commune.dice('report'))
  const total = checklist.questions.length
  return [
    ...(commune.isLead ? draftRecords(commune, audit, report, checklist, more) : []),
    ...findings.map((finding) => record('pub', 'finding', finding.id, closedMs, findingFields(finding))),
    record('pub', 'audit-progress', id, closedMs, {
      audit: id,
      title: TITLE,
      on: asJson(written(audit.on)),
      answered: total,
      total,
      findings: findings.length,
      concludedAt: closedMs,
    }),
    record('pub', 'audit-report', report, closedMs, {
      audit: id,
      content: asJson(content),
      sha256,
    }),
    ...(commune.isLead ? onSiteRecords(commune, audit, more, { id: report, sha256 }) : []),
  ]
}
