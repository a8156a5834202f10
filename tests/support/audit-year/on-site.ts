/** One day of audit in one commune: three auditors, each on a device of their own, none with a network until the evening. */
import { expect } from 'vitest'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import type { FindingGrade } from '#domain/internal-audit/finding.ts'
import { INTERNAL_AUDIT_SHORT, loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import { codeOf, valueOf } from '#support/store/test-store.ts'
import { fields } from './cast.ts'
import type { PlannedAudit } from './planning.ts'
import type { YearDevice } from './year-world.ts'

/** A wave, long enough to be a signature. */
export const strokes = [[100, 500, 300, 200, 500, 800, 700, 300, 900, 500]]

export type Team = readonly [YearDevice, YearDevice, YearDevice]

/** Items of the short checklist, in its order. */
export const items = ((await loadInstrument(INTERNAL_AUDIT_SHORT))?.questions ?? []).map(({ id }) => id)

const clause = '8.5.1'

/** The leader begins it from its plan, with one question out of the commune's own procedure. */
export async function beginAudit({ store }: YearDevice, { unit, plan, on }: PlannedAudit): Promise<string> {
  const audit = valueOf(
    await store.audits.start({
      unitId: unit,
      instrument: INTERNAL_AUDIT_SHORT,
      title: 'Đánh giá nội bộ lần 1 năm 2026',
      on: writtenDate(on.split('-').reverse().join('/')),
      department: 'UBND xã',
      plan,
    }),
  )
  const own = { clause: '8.5', document: 'QT-05', question: 'Sổ theo dõi hồ sơ có ghi đủ ngày trả không?' }
  valueOf(await store.onSite.addOwnItem(audit, own))
  valueOf(await store.auditPlanning.savePlan(unit, plan, { audit }))
  return audit
}

export interface FoundHere {
  readonly grade: FindingGrade
  readonly item: string
  readonly facts: string
}

/** Everybody answers a third; where two were at the same shelf both answers stay. */
export async function answerApart(team: Team, audit: string, found: readonly FoundHere[]): Promise<void> {
  const nonconforming = new Set(
    found.filter(({ grade }) => grade === 'major' || grade === 'minor').map(({ item }) => item),
  )
  for (const [at, { store }] of team.entries()) {
    for (const item of items.filter((_, i) => i % team.length === at))
      valueOf(await store.audits.saveItem(audit, item, { result: nonconforming.has(item) ? 'NC' : 'C' }))
  }
  const view = await team[0].store.audits.get(audit)
  const own = view?.ownItems[0]?.id ?? ''
  valueOf(await team[0].store.audits.saveItem(audit, own, { result: 'C', note: 'đủ' }))
}

/** Dossiers by number; what names a citizen is refused with the draft kept by the screen. */
export async function takeSamples({ store }: YearDevice, audit: string): Promise<void> {
  for (let number = 1; number <= 5; number++) {
    const sample = { field: fields[0], item: null, dossier: `HS-2026/${number}`, state: 'on-time', note: '' } as const
    valueOf(await store.onSite.addSample(audit, sample))
  }
  const named = { field: fields[0], item: null, dossier: '012345678901', state: 'late', note: '' } as const
  expect(codeOf(await store.onSite.addSample(audit, named))).toBe('sample.citizen-number')
}

export async function raiseFindings(
  { store }: YearDevice,
  audit: string,
  on: LocalDate,
  found: readonly FoundHere[],
): Promise<readonly string[]> {
  const raised: string[] = []
  for (const { grade, item, facts } of found) {
    const isMissed = grade === 'major' || grade === 'minor'
    const due = grade === 'major' ? 15 : 30
    const dueOn = isMissed ? writtenDate(dayText(on, due)) : null
    const requirement = isMissed ? 'TCVN ISO 9001:2015, 8.5.1; QT-05' : ''
    const finding = {
      item,
      grade,
      clause,
      facts,
      requirement,
      objectiveEvidence: 'HS-2026/3',
      department: fields[0],
      dueOn,
    }
    raised.push(valueOf(await store.audits.saveFinding(audit, finding)))
  }
  return raised
}

const dayText = (on: LocalDate, days: number): string => {
  const date = new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
  return date.split('-').reverse().join('/')
}

/** Meetings, the words of the report, and the seal. */
export async function conclude(leader: YearDevice, audit: string, on: LocalDate, hasMajor: boolean): Promise<void> {
  const { onSite, audits } = leader.store
  for (const type of ['opening', 'closing'] as const) {
    const times = type === 'opening' ? { from: '08:00', to: '08:30' } : { from: '16:00', to: '16:30' }
    const known = (await audits.get(audit))?.meetings.find((meeting) => meeting.type === type)
    const meeting = { type, on, ...times, place: 'Trụ sở', notes: '', ...(known && { id: known.id }) }
    const id = valueOf(await onSite.saveMeeting(audit, meeting))
    const people = [
      { name: 'Trưởng đoàn', post: 'Công chức', side: 'auditor', isPresent: true },
      { name: 'Đại diện xã', post: 'Chủ tịch', side: 'auditee', isPresent: true },
    ] as const
    for (const person of people) valueOf(await onSite.saveAttendance(audit, id, person))
  }
  const words = { process: 'Theo kế hoạch', strengths: 'Sổ sách rõ', effectiveness: 'Có hiệu lực' }
  valueOf(await onSite.saveWords(audit, { ...words, recommendations: 'Duy trì', proposals: '' }))
  if (hasMajor) {
    const contradicts = await onSite.saveWords(audit, { conclusion: 'fit' })
    const sealed = contradicts.ok ? await audits.conclude(audit) : contradicts
    expect(codeOf(sealed)).toBe('audit.conclusion-contradicts')
  }
  valueOf(await onSite.saveWords(audit, { conclusion: hasMajor ? 'fit-after-correction' : 'fit' }))
  valueOf(await audits.conclude(audit))
}

/** One side signs the report as it is on this device. */
export async function signReport(
  { store }: YearDevice,
  unit: string,
  audit: string,
  on: LocalDate,
  side: 'auditor' | 'auditee',
): Promise<void> {
  const report = await store.audits.reportOf(unit, audit)
  const record = {
    unit,
    feed: `${unit}/pub`,
    of: report?.id ?? '',
    ofKind: 'audit-report',
    sha256: report?.sha256 ?? '',
  } as const
  const given = { side, name: side === 'auditor' ? 'Trưởng đoàn' : 'Đại diện xã', post: 'Công chức', on, strokes }
  valueOf(await store.signatures.sign(record, given))
}
