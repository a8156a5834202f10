/** The first quarter: programmes, auditors, plans, what the planner refuses and what two planners double unseen. */
import { expect } from 'vitest'
import { addDays, type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { allClashes } from '#domain/audit-planning/double-booking.ts'
import type { AuditorPatch } from '#data/contract/audit-planning-contract.ts'
import { codeOf, valueOf } from '#support/store/test-store.ts'
import { cast, communes, fields } from './cast.ts'
import type { YearDevice } from './year-world.ts'

const YEAR = 2026

/** What each auditor does at their own desk, in every commune of the story. */
const ownField = { [cast.first]: fields[0], [cast.second]: fields[1], [cast.third]: fields[2] }
const auditors = [cast.first, cast.second, cast.third] as const

export type AuditorIds = Readonly<Record<(typeof auditors)[number], string>>

/** The same three people in each commune; answers their ids by commune. */
export async function nameAuditors({ store }: YearDevice): Promise<ReadonlyMap<string, AuditorIds>> {
  const known = new Map<string, AuditorIds>()
  const first: Partial<Record<string, string>> = {}
  for (const unit of communes) {
    const ids: Partial<Record<string, string>> = {}
    for (const username of auditors) {
      const auditor: AuditorPatch = {
        name: username,
        post: 'Công chức',
        account: `acc.${username}`,
        fields: [ownField[username]],
        since: '2025-06-01' as LocalDate,
        until: null,
      }
      const id = valueOf(await store.auditPlanning.saveAuditor(unit, first[username] ?? null, auditor))
      first[username] ??= id
      ids[username] = id
    }
    known.set(unit, ids as AuditorIds)
  }
  return known
}

/** Objectives, fields by month, and the leader; still to be approved. */
export async function writeProgrammes({ store }: YearDevice, ids: ReadonlyMap<string, AuditorIds>): Promise<void> {
  for (const unit of communes) {
    const patch = {
      objectives: 'Kiểm tra việc áp dụng từng lĩnh vực',
      edition: '2015',
      scope: 'Thủ tục hành chính của xã',
      frequency: 'Mỗi năm một lần',
      risks: 'Một người kiêm nhiều việc',
      leader: ids.get(unit)?.[cast.first] ?? null,
    }
    valueOf(await store.auditPlanning.saveProgramme(unit, YEAR, patch))
    for (const field of fields)
      valueOf(await store.auditPlanning.saveSlot(unit, YEAR, { id: null, field, months: [4], risk: 'middle' }))
  }
}

/** The head approves what stands there now; a line added afterwards is no longer covered. */
export async function approveProgrammes({ store }: YearDevice): Promise<void> {
  for (const unit of communes) {
    const { programme, sha256 } = await store.auditPlanning.programme(unit, YEAR)
    const approval = {
      unit,
      of: programme.id,
      ofKind: 'audit-programme',
      sha256,
      decision: 'approved',
      note: '',
    } as const
    valueOf(await store.auditPlanning.decide(approval))
  }
}

/** One day a commune, one commune after the other. */
export const auditDay = (at: number): LocalDate => addDays('2026-04-06' as LocalDate, at)

export interface PlannedAudit {
  readonly unit: string
  readonly plan: string
  readonly on: LocalDate
}

/** Opening at eight, two fields, closing at four; nobody in their own field. */
export async function writePlans(
  { store }: YearDevice,
  ids: ReadonlyMap<string, AuditorIds>,
): Promise<readonly PlannedAudit[]> {
  const planned: PlannedAudit[] = []
  for (const [at, unit] of communes.entries()) {
    const on = auditDay(at)
    const team = ids.get(unit) as AuditorIds
    const [one, two, three] = [team[cast.first], team[cast.second], team[cast.third]]
    const first = {
      programme: `apr.${unit}.${YEAR}`,
      decisionNumber: `0${at + 1}/QĐ-UBND`,
      decidedOn: writtenDate('16/03/2026'),
      round: 1,
      purpose: 'Đánh giá sự phù hợp và hiệu lực',
      scope: 'Ba lĩnh vực',
      edition: '2015',
      from: on,
      to: on,
      leader: one,
      members: [two, three],
    }
    const plan = valueOf(await store.auditPlanning.startPlan(unit, first))
    const session = { id: null, unit, plan, on, place: 'Trụ sở', clauses: ['8.5'], auditee: 'Công chức phụ trách' }
    const save = store.auditPlanning.saveSession
    const meeting = { ...session, field: '', clauses: [], auditee: '', auditors: [one, two, three] }
    valueOf(await save({ ...meeting, type: 'opening', from: '08:00', to: '08:30' }))
    valueOf(await save({ ...session, type: 'field', from: '08:30', to: '11:00', field: fields[1], auditors: [one] }))
    valueOf(
      await save({ ...session, type: 'field', from: '08:30', to: '11:00', field: fields[0], auditors: [two, three] }),
    )
    valueOf(await save({ ...meeting, type: 'closing', from: '16:00', to: '16:30' }))
    const own = { ...session, type: 'field' as const, from: '13:00', to: '14:00', field: fields[0], auditors: [one] }
    expect(codeOf(await save(own))).toBe('audit-session.own-field')
    const twice = { ...own, field: fields[2], from: '09:00', to: '10:00' }
    expect(codeOf(await save(twice))).toMatch(/^audit-session\./)
    planned.push({ unit, plan, on })
  }
  return planned
}

/** Two planners who cannot know of each other book one auditor in two communes on one day. */
export async function bookTwice(
  office: YearDevice,
  department: YearDevice,
  [one, two]: readonly [PlannedAudit, PlannedAudit],
  ids: ReadonlyMap<string, AuditorIds>,
): Promise<string> {
  const extra = (audit: PlannedAudit, on: LocalDate) => ({
    id: null,
    unit: audit.unit,
    plan: audit.plan,
    type: 'field' as const,
    on,
    from: '13:30',
    to: '15:00',
    place: 'Trụ sở',
    field: 'Một cửa',
    clauses: ['8.2'],
    auditors: [ids.get(audit.unit)?.[cast.third] ?? ''],
    auditee: 'Công chức một cửa',
  })
  const day = addDays(two.on, 10)
  for (const [device, audit] of [
    [office, one],
    [department, two],
  ] as const) {
    valueOf(await device.store.auditPlanning.savePlan(audit.unit, audit.plan, { to: day }))
    valueOf(await device.store.auditPlanning.saveSession(extra(audit, day)))
  }
  return day
}

/** Both see it at both sessions. */
export async function expectClash(devices: readonly YearDevice[]): Promise<void> {
  for (const { store } of devices) {
    const { sessions, auditors: people, clashes } = await store.auditPlanning.board(communes)
    expect(clashes).toEqual(allClashes(sessions, people))
    const kinds = [...clashes.values()].flat().map(({ kind }) => kind)
    expect(kinds).toEqual(['two-communes', 'two-communes'])
  }
}
