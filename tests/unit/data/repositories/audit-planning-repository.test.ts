import { describe, expect, it } from 'vitest'
import type { AuditorPatch, NewSession } from '#data/contract/audit-planning-contract.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { approvalState } from '#domain/audit-planning/approval.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { receive } from '#support/store/receive.ts'
import { aStore, codeOf, NOW, OTHER_UNIT, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'

const PUB = `${UNIT}/pub`
const day = (text: string): LocalDate => text as LocalDate

const lan: AuditorPatch = {
  name: 'Đánh giá viên A',
  post: '',
  account: null,
  fields: ['Hộ tịch'],
  since: day('2026-01-01'),
  until: null,
}

async function planned(): Promise<{ store: OpenedPersonStore; a: string; b: string; plan: string }> {
  const store = await aStore()
  const { auditPlanning } = store
  const a = valueOf(await auditPlanning.saveAuditor(UNIT, null, lan))
  const b = valueOf(await auditPlanning.saveAuditor(UNIT, null, { ...lan, name: 'Đánh giá viên B', fields: [] }))
  const first = { programme: null, from: day('2026-12-01'), to: day('2026-12-02'), round: 1, leader: a, members: [b] }
  return { store, a, b, plan: valueOf(await auditPlanning.startPlan(UNIT, first)) }
}

const session = (plan: string, auditors: readonly string[], more: Partial<NewSession> = {}): NewSession => ({
  id: null,
  unit: UNIT,
  plan,
  type: 'field',
  on: day('2026-12-01'),
  from: '08:00',
  to: '09:00',
  place: '',
  field: 'Đất đai',
  clauses: ['8.5.1'],
  auditors,
  auditee: '',
  ...more,
})

describe('planning on the device', () => {
  it('AP-1: keeps an auditor and refuses one without a name', async () => {
    const { store, a } = await planned()
    expect(codeOf(await store.auditPlanning.saveAuditor(UNIT, null, { ...lan, name: '' }))).toBe('auditor.name-missing')
    expect((await store.auditPlanning.auditors([UNIT])).map(({ id }) => id)).toContain(a)
  })

  it('AP-3: a line of the programme opens its year, and no field stands in it twice', async () => {
    const { auditPlanning } = await aStore()
    const line = { id: null, field: 'Đất đai', months: [3], risk: 'high' } as const
    valueOf(await auditPlanning.saveSlot(UNIT, 2027, line))
    expect(codeOf(await auditPlanning.saveSlot(UNIT, 2027, line))).toBe('programme.field-twice')
    valueOf(await auditPlanning.saveSlot(UNIT, 2028, line))
    const board = await auditPlanning.programme(UNIT, 2027)
    expect(board).toMatchObject({ isKept: true, programme: { year: 2027 }, slots: [{ field: 'Đất đai', months: [3] }] })
    valueOf(await auditPlanning.removeSlot(UNIT, board.slots[0]?.id ?? ''))
    expect((await auditPlanning.programme(UNIT, 2027)).slots).toEqual([])
  })

  it('AP-6: refuses an end before the beginning and keeps the other changes of the plan', async () => {
    const { store, plan } = await planned()
    expect(codeOf(await store.auditPlanning.savePlan(UNIT, plan, { to: day('2026-11-30') }))).toBe(
      'audit-plan.days-reversed',
    )
    valueOf(await store.auditPlanning.savePlan(UNIT, plan, { scope: 'Một cửa' }))
    expect((await store.auditPlanning.plan(UNIT, plan))?.plan).toMatchObject({ scope: 'Một cửa', to: '2026-12-02' })
    expect(codeOf(await store.auditPlanning.savePlan(UNIT, 'nowhere', { scope: '' }))).toBe('audit-plan.not-possible')
  })

  it('AP-9, AP-11, AP-13: refuses a session whole, and nothing of it is kept', async () => {
    const { store, a, b, plan } = await planned()
    const save = async (more: Partial<NewSession>, who = [b]) =>
      codeOf(await store.auditPlanning.saveSession(session(plan, who, more)))
    expect(await save({ on: day('2026-12-03') })).toBe('audit-session.outside-plan')
    expect(await save({ field: 'Hộ tịch' }, [a])).toBe('audit-session.own-field')
    expect(await save({})).toBeUndefined()
    expect(await save({ from: '08:30', to: '09:30' })).toBe('audit-session.same-time')
    expect((await store.auditPlanning.plan(UNIT, plan))?.sessions).toHaveLength(1)
  })

  it('AP-13: refuses the same person on the same day in another commune', async () => {
    const { store, b, plan } = await planned()
    valueOf(await store.auditPlanning.saveAuditor(OTHER_UNIT, b, { ...lan, fields: [] }))
    const there = valueOf(
      await store.auditPlanning.startPlan(OTHER_UNIT, {
        programme: null,
        from: day('2026-12-01'),
        to: day('2026-12-01'),
      }),
    )
    valueOf(await store.auditPlanning.saveSession(session(plan, [b])))
    const other = session(there, [b], { unit: OTHER_UNIT, from: '14:00', to: '15:00' })
    expect(codeOf(await store.auditPlanning.saveSession(other))).toBe('audit-session.two-communes')
  })

  it('AP-14: keeps what a colleague booked meanwhile, and shows the clash at both sessions', async () => {
    const { store, b, plan } = await planned()
    valueOf(await store.auditPlanning.saveSession(session(plan, [b])))
    const { id: _id, ...fields } = session(plan, [b], { from: '08:30', to: '10:00' })
    const written = { ...fields, clauses: [...fields.clauses], auditors: [...fields.auditors] }
    await receive(store, { feed: PUB, kind: 'audit-session', entity: 'theirs', fields: written, at: NOW + 5000 })
    const board = await store.auditPlanning.plan(UNIT, plan)
    expect(board?.sessions).toHaveLength(2)
    expect(board?.clashes.size).toBe(2)
    expect(board?.clashes.get('theirs')?.[0]).toMatchObject({ kind: 'same-time', name: 'Đánh giá viên B' })
  })

  it('AP-16: moves a session, and a plan with all its sessions, writing only the days', async () => {
    const { store, b, plan } = await planned()
    valueOf(await store.auditPlanning.saveSession(session(plan, [b])))
    const id = (await store.auditPlanning.plan(UNIT, plan))?.sessions[0]?.id ?? ''
    valueOf(await store.auditPlanning.moveSession(UNIT, id, day('2026-12-02')))
    expect(codeOf(await store.auditPlanning.moveSession(UNIT, id, day('2026-12-03')))).toBe(
      'audit-session.outside-plan',
    )
    valueOf(await store.auditPlanning.shiftPlan(UNIT, plan, 7))
    expect(await store.auditPlanning.plan(UNIT, plan)).toMatchObject({
      plan: { from: '2026-12-08', to: '2026-12-09' },
      sessions: [{ on: '2026-12-09', from: '08:00' }],
    })
    const unsent = await store.syncCentre.unsentOps()
    expect(unsent.slice(-2).map(({ k, f }) => [k, Object.keys(f)])).toEqual([
      ['audit-plan', ['from', 'to']],
      ['audit-session', ['on']],
    ])
  })

  it('AP-17, AP-18: an approval covers what stood there, until somebody changes it', async () => {
    const { store, plan } = await planned()
    const { auditPlanning } = store
    const before = await auditPlanning.plan(UNIT, plan)
    const step = { unit: UNIT, of: plan, ofKind: 'audit-plan', sha256: before?.sha256 ?? '', note: '' }
    valueOf(await auditPlanning.decide({ ...step, decision: 'approved' }))
    expect(codeOf(await auditPlanning.decide({ ...step, decision: 'returned' }))).toBe('approval.note-missing')
    const stateNow = async () =>
      approvalState(await auditPlanning.approvals(UNIT, plan), (await auditPlanning.plan(UNIT, plan))?.sha256 ?? '')
    expect(await stateNow()).toBe('approved')
    valueOf(await auditPlanning.savePlan(UNIT, plan, { sentOn: TODAY }))
    expect(await stateNow()).toBe('approved')
    valueOf(await auditPlanning.savePlan(UNIT, plan, { scope: 'Thêm một lĩnh vực' }))
    expect(await stateNow()).toBe('outdated')
  })

  it('AP-20: keeps a plan that a colleague approved, or that was sent, whatever the screen still offers', async () => {
    const { store, b, plan } = await planned()
    valueOf(await store.auditPlanning.saveSession(session(plan, [b])))
    const step = { of: plan, sha256: 'x', on: TODAY, note: 'Bổ sung' }
    const decide = (entity: string, decision: string, of = plan) =>
      receive(store, { feed: PUB, kind: 'approval', entity, fields: { ...step, of, decision }, at: NOW + 1000 })
    await decide('apr-other', 'approved', 'another-plan')
    await decide('apr-1', 'approved')
    await decide('apr-2', 'returned')
    expect(codeOf(await store.auditPlanning.removePlan(UNIT, plan))).toBe('audit-plan.stays')
    expect((await store.auditPlanning.plan(UNIT, plan))?.sessions).toHaveLength(1)
    const second = await planned()
    valueOf(await second.store.auditPlanning.savePlan(UNIT, second.plan, { sentOn: TODAY }))
    expect(codeOf(await second.store.auditPlanning.removePlan(UNIT, second.plan))).toBe('audit-plan.stays')
  })

  it('takes a plan away with its sessions, and lists what is left', async () => {
    const { store, b, plan } = await planned()
    valueOf(await store.auditPlanning.saveSession(session(plan, [b])))
    expect((await store.auditPlanning.board([UNIT])).sessions).toHaveLength(1)
    valueOf(await store.auditPlanning.removePlan(UNIT, plan))
    expect(await store.auditPlanning.board([UNIT])).toMatchObject({ plans: [], sessions: [] })
    expect(await store.auditPlanning.plan(UNIT, plan)).toBeNull()
  })
})
