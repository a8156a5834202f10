import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { DeclarationDraft } from '#domain/declaration/declaration.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { addMonths, type LocalDate } from '#domain/kernel/local-date.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'
import { aMove } from '#support/corrective-action-moves.ts'
import { receive, receivePlan } from '#support/store/receive.ts'
import { aPlan, aStore, codeOf, NOW, OTHER_UNIT, sha256, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'

const PUB = `${UNIT}/pub`
const REASON = 'Theo chỉ đạo của UBND tỉnh, sẽ bổ sung'

const draft = (more: Partial<DeclarationDraft> = {}): DeclarationDraft => ({
  unit: UNIT,
  type: 'declaration',
  number: '12/QĐ-UBND',
  on: '21/11/2026',
  edition: '2015',
  scope: 'Hộ tịch',
  address: '',
  signer: 'Chủ tịch UBND xã',
  signerName: '',
  body: '',
  expiresOn: '',
  overrideReason: '',
  ...more,
})

const finding = (store: OpenedPersonStore, grade: string) =>
  receive(store, { feed: PUB, kind: 'finding', entity: `fin-${grade}`, fields: { unit: UNIT, grade, number: '1' } })

const declared = async (store: OpenedPersonStore, more: Partial<DeclarationDraft> = {}): Promise<string> =>
  valueOf(await store.declarations.declare(draft({ overrideReason: REASON, ...more })))

describe('declaring conformity on the device', () => {
  it('DEC-4, DEC-5: blocked by what the records say; overridden with a reason that is sealed with it', async () => {
    const store = await aStore()
    await receivePlan(store, aPlan())
    await finding(store, 'major')
    const refused = await store.declarations.declare(draft())
    expect(refused).toMatchObject({ ok: false, error: { code: 'declaration.blocked', params: { count: 5 } } })
    expect(await store.declarations.list([UNIT])).toEqual([])
    const id = await declared(store)
    const view = await store.declarations.get(UNIT, id)
    expect(view?.content.unmet.map(({ code }) => code)).toEqual([
      'open-major',
      'no-audit',
      'no-review',
      'trial-short',
      'not-ready',
    ])
    expect(view).toMatchObject({ state: 'in-force', content: { overrideReason: REASON, replaces: null } })
    expect(sha256(utf8Bytes(canonicalJson(view!.content)))).toBe(view!.sha256)
  })

  it('DEC-8: says to replace none that was withdrawn, and none of a later day', async () => {
    const store = await aStore()
    const first = await declared(store, { on: '20/11/2026' })
    const replaces = async (id: string) => (await store.declarations.get(UNIT, id))?.content.replaces
    const earlier = await declared(store, { on: '10/11/2026' })
    expect(await replaces(earlier)).toBeNull()
    const second = await declared(store)
    expect(await replaces(second)).toBe(first)
    valueOf(await store.declarations.addEvent(UNIT, second, 'withdrawn', TODAY, 'Ban hành nhầm'))
    const third = await declared(store)
    expect(await replaces(third)).toBe(first)
  })

  it('DEC-2: a corrective action that is closed opens the way again', async () => {
    const store = await aStore()
    await finding(store, 'major')
    const openMajor = async () => (await store.declarations.outlook(UNIT)).facts.openMajor
    expect(await openMajor()).toBe(1)
    const request = { unit: UNIT, number: 'x', of: 'fin-major', grade: 'major', source: 'internal-audit' }
    await receive(store, { feed: PUB, kind: 'corrective-action', entity: 'car-1', fields: request })
    expect(await openMajor()).toBe(1)
    const names = ['start-analysis', 'submit-analysis', 'approve', 'report-done', 'accept'] as const
    for (const [at, name] of names.entries()) {
      const { by, id, ...move } = aMove(name, at + 1)
      const fields = { ...move, unit: UNIT, of: 'car-1' } as never
      await receive(store, { feed: PUB, kind: 'corrective-move', entity: id, fields, by, at: NOW + at * 1000 })
    }
    expect(await openMajor()).toBe(0)
  })

  it('DEC-2, AUD-17: a minor finding that was graded major after its audit is open as a major one', async () => {
    const store = await aStore()
    await finding(store, 'minor')
    const openMajor = async () => (await store.declarations.outlook(UNIT)).facts.openMajor
    expect(await openMajor()).toBe(0)
    const step = {
      of: 'fin-minor',
      agrees: true,
      words: 'Lỗi lặp lại ở nhiều hồ sơ',
      name: 'A',
      post: 'B',
      on: '2026-11-21',
    }
    const fields = { ...step, grade: 'major' }
    await receive(store, { feed: PUB, kind: 'finding-response', entity: 'res-1', fields, at: NOW + 1000 })
    expect(await openMajor()).toBe(1)
  })

  it('DEC-2, CA-24: a closing that the endpoint kept aside closes nothing here either, unless it was entered', async () => {
    const store = await aStore()
    await finding(store, 'major')
    const request = { unit: UNIT, number: 'x', of: 'fin-major', grade: 'major', source: 'internal-audit' }
    await receive(store, { feed: PUB, kind: 'corrective-action', entity: 'car-1', fields: request })
    const names = ['start-analysis', 'submit-analysis', 'approve', 'report-done', 'accept'] as const
    for (const [at, name] of names.entries()) {
      const { by, id: _id, ...move } = aMove(name, at + 1)
      const fields = { ...move, unit: UNIT, of: 'car-1' } as never
      await receive(store, { feed: PUB, kind: 'corrective-move', entity: name, fields, by, at: NOW + at * 1000 })
    }
    const openMajor = async () => (await store.declarations.outlook(UNIT)).facts.openMajor
    expect(await openMajor()).toBe(0)
    const said = {
      unit: UNIT,
      of: 'car-1',
      move: 'accept',
      name: 'accept',
      by: 'acc-auditor',
      on: '2026-11-21',
      at: NOW,
    }
    const tell = (outcome: string | null, at: number) => {
      const fields = { ...said, reason: 'corrective.moved-meanwhile', outcome }
      return receive(store, { feed: PUB, kind: 'kept-aside', entity: 'kad.accept', fields, at })
    }
    await tell(null, NOW + 60_000)
    expect(await openMajor()).toBe(1)
    await tell('entered', NOW + 120_000)
    expect(await openMajor()).toBe(0)
  })

  it('DEC-8: the next one replaces the one before and says so', async () => {
    const store = await aStore()
    const first = await declared(store, { on: '20/11/2026' })
    const second = await declared(store)
    const states = (await store.declarations.list([UNIT])).map(({ id, state, content }) => [
      id,
      state,
      content.replaces,
    ])
    expect(states).toEqual([
      [second, 'in-force', first],
      [first, 'replaced', null],
    ])
  })

  it('DEC-7, DEC-12: suspended, resumed, withdrawn, each with its reason and only where it fits', async () => {
    const store = await aStore()
    const id = await declared(store)
    const step = (type: 'withdrawn' | 'suspended' | 'resumed', reason = 'Vì') =>
      store.declarations.addEvent(UNIT, id, type, TODAY, reason)
    expect(codeOf(await step('resumed'))).toBe('declaration.event-not-possible')
    expect(codeOf(await step('suspended', ''))).toBe('declaration.reason-missing')
    valueOf(await step('suspended'))
    expect((await store.declarations.get(UNIT, id))?.state).toBe('suspended')
    valueOf(await step('withdrawn'))
    expect(codeOf(await step('resumed'))).toBe('declaration.event-not-possible')
  })

  it('DEC-7: a resumption written apart from a withdrawal is kept and marked', async () => {
    const store = await aStore()
    const id = await declared(store)
    valueOf(await store.declarations.addEvent(UNIT, id, 'withdrawn', TODAY, 'Sáp nhập'))
    const fields = { unit: UNIT, of: id, type: 'resumed', on: TODAY, reason: 'Đủ điều kiện' }
    await receive(store, { feed: PUB, kind: 'declaration-event', entity: 'e-other', fields, at: NOW + 9000 })
    const view = await store.declarations.get(UNIT, id)
    expect([view?.state, view?.events.map(({ isTaken }) => isTaken)]).toEqual(['withdrawn', [true, false]])
  })

  it('DEC-9: the plan that asks for another edition asks for a new declaration', async () => {
    const store = await aStore()
    await receivePlan(store, aPlan())
    const id = await declared(store, { edition: '2008' })
    expect((await store.declarations.get(UNIT, id))?.redeclare).toEqual(['edition'])
  })
})

describe('decay seen from the device', () => {
  const oldPlan = () => ({ ...aPlan(), start: addMonths(TODAY, -20) as LocalDate })

  it('DEC-11: the commune and whoever follows it see the same reasons, each commune its own', async () => {
    const store = await aStore()
    await receivePlan(store, oldPlan())
    const fields = { unit: UNIT, audit: 'a', title: '', answered: 1, total: 1, findings: 0, concludedAt: NOW }
    await receive(store, { feed: PUB, kind: 'audit-progress', entity: 'a', fields })
    const decay = await store.declarations.decay([UNIT, OTHER_UNIT])
    const signs = decay.map(({ unit, reasons }) => [unit, reasons.map(({ sign }) => sign).join(' ')])
    expect(signs).toEqual([
      [UNIT, 'review report'],
      [OTHER_UNIT, 'audit review record report'],
    ])
  })

  it('DEC-11: a visit of the monitor is no record of the commune', async () => {
    const store = await aStore()
    await receivePlan(store, oldPlan())
    const long = NOW - 500 * 86_400_000
    const stage = { unit: UNIT, plan: 'plan-demo', stage: 'G0', type: 'started', on: '2025-07-10' }
    await receive(store, { feed: PUB, kind: 'stage-event', entity: 'e1', fields: stage, at: long })
    await receive(store, { feed: PUB, kind: 'visit', entity: 'v1', fields: { unit: UNIT } })
    const [decay] = await store.declarations.decay([UNIT])
    expect(decay?.reasons.map(({ sign }) => sign)).toContain('record')
  })
})
