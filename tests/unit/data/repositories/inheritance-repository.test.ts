import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { Place, StoredIdentity } from '#data/contract/store-contract.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { answer, receive } from '#support/store/receive.ts'
import {
  aStore,
  anIdentity,
  codeOf,
  OTHER_UNIT,
  storeOptions,
  TODAY,
  UNIT,
  valueOf,
} from '#support/store/test-store.ts'

const OLD = 'ls17-05998'
const gone = (successors: readonly string[]): Place => ({
  id: OLD,
  parent: 'area-180',
  kind: 'commune',
  name: 'xã cũ',
  code: '05998',
  until: '2025-06-30',
  successors,
})

const identityWith = (successors: readonly string[], replica = 'a1'): StoredIdentity => {
  const identity = anIdentity(replica)
  return { ...identity, places: [...identity.places, gone(successors)] }
}

const storeWith = (successors: readonly string[] = [UNIT]) => aStore({ identity: identityWith(successors) })

const request = (store: OpenedPersonStore, entity: string, dueOn: string) =>
  receive(store, {
    feed: `${OLD}/pub`,
    kind: 'corrective-action',
    entity,
    fields: {
      unit: OLD,
      number: `PKP-${entity}`,
      issuedOn: '2025-05-10',
      source: 'internal-audit',
      of: null,
      grade: 'minor',
      clause: '8.5.1',
      department: 'Văn phòng',
      description: `Việc còn mở ${entity}`,
      requirement: 'Trả kết quả đúng hẹn',
      evidence: '',
      dueOn: { ...writtenDate(dueOn) },
    },
  })

const procedure = (store: OpenedPersonStore, state = 'in-use') =>
  receive(store, {
    feed: `${OLD}/pub`,
    kind: 'procedure',
    entity: `prc-${state}`,
    fields: { unit: OLD, code: 'QT-01', name: 'Đăng ký khai sinh', field: 'Hộ tịch', days: 1, state },
  })

const declaration = (store: OpenedPersonStore) =>
  receive(store, {
    feed: `${OLD}/pub`,
    kind: 'declaration',
    entity: 'dec-1',
    fields: {
      unit: OLD,
      type: 'declaration',
      number: '12/QĐ-UBND',
      on: '2024-12-01',
      edition: '2015',
      expiresOn: null,
      content: { unit: OLD, number: '12/QĐ-UBND', on: '2024-12-01', edition: '2015', scope: ['Hộ tịch'], unmet: [] },
      sha256: 'x',
    },
  })

const standings = async (store: OpenedPersonStore, unit = UNIT) =>
  (await store.inheritances.list([unit])).map(({ id, standing, proposed }) => [id, standing, proposed])

describe('what a unit that is gone left behind', () => {
  it('INH-1, INH-2, INH-3: what is open is pending in the list of the only heir, which is proposed', async () => {
    const store = await storeWith()
    await request(store, 'car-1', '31/12/2026')
    await procedure(store)
    await procedure(store, 'dropped')
    await declaration(store)
    expect(await standings(store)).toEqual([
      ['car-1', 'pending', UNIT],
      ['dec-1', 'pending', UNIT],
      ['prc-in-use', 'pending', UNIT],
    ])
    expect(await store.inheritances.list([OTHER_UNIT])).toEqual([])
    expect(await store.inheritances.of(OLD, 'car-1')).toMatchObject({ dueOn: '2026-12-31', from: { name: 'xã cũ' } })
  })

  it('INH-7, INH-9: taking over opens a request of the heir that names the former, in one gesture', async () => {
    const store = await storeWith()
    await request(store, 'car-1', '31/12/2026')
    const receipt = valueOf(await store.inheritances.decide(OLD, 'car-1', { decision: 'taken-over', heir: UNIT }))
    expect(receipt.lastN).toBeGreaterThan(receipt.firstN)
    const [view] = await store.corrective.list([UNIT])
    expect(view).toMatchObject({
      unit: UNIT,
      source: 'carried-over',
      of: 'car-1',
      description: 'Việc còn mở car-1',
      dueOn: { date: '2026-12-31' },
    })
    expect(view?.number).not.toBe('PKP-car-1')
    const taken = await store.inheritances.of(OLD, 'car-1')
    expect(taken).toMatchObject({ standing: 'taken-over', decisions: [{ unit: UNIT, to: view?.id }] })
    expect(await store.inheritances.originOf(UNIT, view?.id ?? '')).toMatchObject({
      from: { name: 'xã cũ' },
      number: 'PKP-car-1',
    })
    expect(await store.inheritances.originOf(UNIT, 'other')).toBeNull()
  })

  it('INH-7: a request whose day has passed asks for a new one', async () => {
    const store = await storeWith()
    await request(store, 'car-1', '30/06/2025')
    const take = (dueOn?: string) =>
      store.inheritances.decide(OLD, 'car-1', {
        decision: 'taken-over',
        heir: UNIT,
        dueOn: dueOn === undefined ? null : writtenDate(dueOn),
      })
    expect(codeOf(await take())).toBe('inheritance.day-missing')
    expect(await store.corrective.list([UNIT])).toEqual([])
    valueOf(await take('15/12/2026'))
    expect((await store.corrective.list([UNIT]))[0]?.dueOn?.date).toBe('2026-12-15')
  })

  it('INH-8: a procedure goes into the register of the heir, a declaration stays that of the old unit', async () => {
    const store = await storeWith()
    await procedure(store)
    await declaration(store)
    valueOf(await store.inheritances.decide(OLD, 'prc-in-use', { decision: 'taken-over', heir: UNIT }))
    valueOf(await store.inheritances.decide(OLD, 'dec-1', { decision: 'taken-over', heir: UNIT }))
    const taken = await store.inheritances.list([UNIT])
    expect(taken.map(({ decisions }) => decisions[0]?.to !== null)).toEqual([false, true])
    expect(await store.declarations.list([UNIT])).toEqual([])
  })

  it('INH-5, INH-6, INH-10: ending says why, and can be followed by taking over', async () => {
    const store = await storeWith()
    await request(store, 'car-1', '31/12/2026')
    const end = (reason: string) =>
      store.inheritances.decide(OLD, 'car-1', { decision: 'ended', heirs: [UNIT], reason })
    expect(codeOf(await end('xong'))).toBe('inheritance.reason-missing')
    valueOf(await end('Đã làm xong trước khi sáp nhập'))
    expect(await standings(store)).toEqual([['car-1', 'ended', UNIT]])
    valueOf(await store.inheritances.decide(OLD, 'car-1', { decision: 'taken-over', heir: UNIT }))
    expect(codeOf(await store.inheritances.decide(OLD, 'car-1', { decision: 'taken-over', heir: UNIT }))).toBe(
      'inheritance.not-found',
    )
    valueOf(await end('Nhận nhầm, hồ sơ đã đóng từ trước'))
    valueOf(await store.inheritances.decide(OLD, 'car-1', { decision: 'taken-over', heir: UNIT }))
    expect(await store.corrective.list([UNIT])).toHaveLength(1)
  })

  it('INH-2, INH-4: of a divided unit nobody is proposed, and two heirs that took over are a dispute', async () => {
    const store = await storeWith([UNIT, OTHER_UNIT])
    await request(store, 'car-1', '31/12/2026')
    expect(await standings(store)).toEqual([['car-1', 'pending', null]])
    expect(codeOf(await store.inheritances.decide(OLD, 'car-1', { decision: 'taken-over', heir: null }))).toBe(
      'inheritance.heir-missing',
    )
    valueOf(await store.inheritances.decide(OLD, 'car-1', { decision: 'taken-over', heir: UNIT }))
    const theirs = { unit: OTHER_UNIT, of: 'car-1', ofKind: 'corrective-action', from: OLD, on: TODAY, reason: '' }
    const inheritance = { feed: `${OTHER_UNIT}/pub`, kind: 'inheritance', entity: 'inh.car-1' }
    await receive(store, { ...inheritance, fields: { ...theirs, decision: 'taken-over' } })
    expect(await standings(store)).toEqual([['car-1', 'disputed', null]])
    await receive(store, { ...inheritance, fields: { ...theirs, decision: 'merged-by-a-newer-version' } })
  })

  it('INH-11: what is written goes into the feed of the heir alone and merges on another device', async () => {
    const [mine, theirs] = [
      await storeWith(),
      await aStore({ ...storeOptions(), identity: identityWith([UNIT], 'a2') }),
    ]
    for (const store of [mine, theirs]) await request(store, 'car-1', '31/12/2026')
    valueOf(await mine.inheritances.decide(OLD, 'car-1', { decision: 'taken-over', heir: UNIT }))
    const ops = await mine.syncCentre.unsentOps()
    expect(new Set(ops.map(({ s }) => s))).toEqual(new Set([`${UNIT}/pub`]))
    await answer(theirs, { feeds: [{ feed: `${UNIT}/pub`, ops, snap: null, after: null, to: ops.length }] })
    expect(await standings(theirs)).toEqual([['car-1', 'taken-over', UNIT]])
    expect((await theirs.corrective.list([UNIT]))[0]?.of).toBe('car-1')
  })

  it('INH-3: where no unit ever merged there is nothing to decide', async () => {
    const store = await aStore()
    expect(await store.inheritances.list([UNIT])).toEqual([])
    expect(await store.inheritances.of(UNIT, 'car-1')).toBeNull()
    expect(codeOf(await store.inheritances.decide(UNIT, 'car-1', { decision: 'taken-over', heir: UNIT }))).toBe(
      'inheritance.not-found',
    )
  })
})
