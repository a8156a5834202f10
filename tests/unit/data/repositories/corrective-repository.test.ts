// Corrective action requests in the local store, and two people who move the same one offline.
import { describe, expect, it } from 'vitest'
import type { NewMove } from '#data/contract/corrective-contract.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { Role } from '#domain/access/role.ts'
import { registersOfOp } from '#domain/change/entity-state.ts'
import { refusalOfArrival } from '#domain/corrective-action/moved-meanwhile.ts'
import type { RequestContent } from '#domain/corrective-action/request.ts'
import { storedMove } from '#domain/corrective-action/stored-move.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { readFacts } from '#features/today/commune-facts.ts'
import { stageByCode } from '#domain/pilot/pilot-stages.ts'
import { MemoryRelay, syncAll } from '#support/store/memory-relay.ts'
import { answer, receive, receivePlan } from '#support/store/receive.ts'
import {
  aClock,
  anIdentity,
  aPhoto,
  aPlan,
  aStore,
  codeOf,
  NOW,
  type TestClock,
  TODAY,
  UNIT,
  valueOf,
} from '#support/store/test-store.ts'

const PUB = `${UNIT}/pub`
const DAY = 86_400_000
const request: RequestContent = {
  unit: UNIT,
  source: 'internal-audit',
  of: 'fnd-1',
  grade: 'minor',
  clause: '8.5.1',
  department: 'Văn phòng',
  description: 'Hai quy trình cũ còn ở quầy',
  requirement: 'Quy trình kiểm soát tài liệu',
  evidence: 'Quầy số 2',
  dueOn: writtenDate('21/12/2026'),
  inspection: null,
}
const analysis: NewMove = {
  name: 'submit-analysis',
  whys: ['Vì sao còn bản cũ?', ' ', 'Vì không ai được giao thu hồi'],
  correction: 'Đã thu hồi hai bản',
  action: 'Giao văn thư thu hồi khi ban hành',
  responsible: 'Văn thư',
  dueOn: writtenDate('10/12/2026'),
}

async function storeOf(account: string, replica: string, clock: TestClock = aClock(), role: Role = 'iso-secretary') {
  const identity = anIdentity(replica, account)
  const grants = identity.grants.map((grant) => ({ ...grant, role }))
  return aStore({ storeId: replica, identity: { ...identity, grants }, clock })
}

const moved = async (store: OpenedPersonStore, id: string, ...moves: readonly NewMove[]): Promise<void> => {
  for (const move of moves) valueOf(await store.corrective.move(UNIT, id, move))
}

const allAttested = (stage: string) =>
  (stageByCode(stage)?.deliverables ?? []).map((one) => ({
    deliverable: one.id,
    evidenceId: null,
    attestation: 'Bản giấy ở tủ số 2',
  }))

const doneByColleague = (store: OpenedPersonStore, of: string): Promise<void> =>
  receive(store, {
    feed: PUB,
    kind: 'corrective-move',
    entity: `done-${of}`,
    fields: { of, name: 'report-done', on: '2026-11-21', words: 'x' },
    at: NOW + 60_000,
  })

describe('corrective action requests on the device', () => {
  it('CA-15, CA-16: a request is written with a number of its own, and only whole', async () => {
    const store = await storeOf('acc-secretary', 'a1')
    expect(codeOf(await store.corrective.open({ ...request, requirement: ' ' }))).toBe('corrective.requirement-missing')
    const id = valueOf(await store.corrective.open(request))
    expect(await store.corrective.get(UNIT, id)).toMatchObject({
      number: 'PKP/06001/2026/a1-001',
      issuedOn: '2026-11-21',
      source: 'internal-audit',
      course: { state: 'proposed', dueOn: '2026-12-21', promised: null },
      by: 'acc-secretary',
      location: 'on-device',
    })
    valueOf(await store.corrective.open({ ...request, of: null }))
    expect((await store.corrective.list([UNIT])).map(({ number }) => number)).toContain('PKP/06001/2026/a1-002')
    expect(await store.corrective.openedFrom(UNIT, 'fnd-1')).toHaveLength(1)
    expect(await store.corrective.get(UNIT, 'elsewhere')).toBeNull()
  })

  it('CA-1, CA-8: the way to the verifier; whoever did the work is refused as verifier, and nothing is written', async () => {
    const store = await storeOf('acc-secretary', 'a1')
    const id = valueOf(await store.corrective.open(request))
    expect(codeOf(await store.corrective.move(UNIT, id, analysis))).toBe('corrective.not-possible')
    expect(codeOf(await store.corrective.move(UNIT, 'elsewhere', analysis))).toBe('corrective.not-found')
    await moved(store, id, { name: 'start-analysis' }, analysis, { name: 'approve' })
    await moved(store, id, { name: 'report-done', words: 'Đã thu hồi và giao việc' })
    expect(codeOf(await store.corrective.move(UNIT, id, { name: 'accept' }))).toBe('corrective.own-work')
    const view = await store.corrective.get(UNIT, id)
    expect(view?.course).toMatchObject({ state: 'verifying', dueOn: '2026-12-10', doer: 'acc-secretary', refused: [] })
    expect(view?.course.analysis).toMatchObject({ whys: ['Vì sao còn bản cũ?', 'Vì không ai được giao thu hồi'] })
  })

  it('CA-8: nor after their report was sent back and a colleague reported since', async () => {
    const store = await storeOf('acc-secretary', 'a1')
    const id = valueOf(await store.corrective.open(request))
    await moved(store, id, { name: 'start-analysis' }, analysis, { name: 'approve' })
    await moved(store, id, { name: 'report-done', words: 'Đã thu hồi và giao việc' })
    const [of, on, words, dueOn] = [id, '2026-11-21', 'x', { text: '15/12/2026', date: '2026-12-15' }]
    const send = (name: string, at: number) =>
      receive(store, { feed: PUB, kind: 'corrective-move', entity: name, fields: { of, name, on, words, dueOn }, at })
    await send('reject', NOW + 60_000)
    await send('report-done', NOW + 120_000)
    expect((await store.corrective.get(UNIT, id))?.course).toMatchObject({ state: 'verifying', doer: 'acc-colleague' })
    expect(codeOf(await store.corrective.move(UNIT, id, { name: 'accept' }))).toBe('corrective.own-work')
  })

  it('CA-13: the official number comes beside the first one, once, and never twice in a commune', async () => {
    const store = await storeOf('acc-secretary', 'a1')
    const [one, other] = [valueOf(await store.corrective.open(request)), valueOf(await store.corrective.open(request))]
    const register = (id: string, officialNumber: string) =>
      store.corrective.move(UNIT, id, { name: 'register', officialNumber })
    valueOf(await register(one, ' 05/PKP-UBND '))
    expect(codeOf(await register(one, '06/PKP-UBND'))).toBe('corrective.registered')
    expect(codeOf(await register(other, '05/pkp-ubnd'))).toBe('corrective.number-taken')
    expect(await store.corrective.get(UNIT, one)).toMatchObject({
      number: 'PKP/06001/2026/a1-001',
      course: { officialNumber: '05/PKP-UBND', state: 'proposed' },
    })
  })

  it('CA-13, CA-27: a closed request gets its number later; a late promise without a reason writes nothing', async () => {
    const store = await storeOf('acc-secretary', 'a1')
    const id = valueOf(await store.corrective.open({ ...request, grade: 'major' }))
    await moved(store, id, { name: 'start-analysis' })
    expect(codeOf(await store.corrective.move(UNIT, id, analysis))).toBe('corrective.promise-reason')
    expect((await store.corrective.get(UNIT, id))?.course.state).toBe('analysing')
    await moved(store, id, { ...analysis, words: 'Chờ kỳ họp' }, { name: 'approve' })
    await doneByColleague(store, id)
    await moved(store, id, { name: 'accept' }, { name: 'register', officialNumber: '05/PKP-UBND' })
    expect((await store.corrective.get(UNIT, id))?.course).toMatchObject({
      state: 'closed',
      officialNumber: '05/PKP-UBND',
      refused: [],
    })
  })

  it('CA-17: carrying over writes the new request and the move together, and nothing where one of them lacks something', async () => {
    const store = await storeOf('acc-secretary', 'a1')
    const id = valueOf(await store.corrective.open(request))
    await moved(store, id, { name: 'start-analysis' }, analysis, { name: 'approve' })
    await doneByColleague(store, id)
    const carry = (successor: RequestContent) =>
      store.corrective.move(UNIT, id, { name: 'carry-over', words: 'Chưa xong trong năm', successor })
    expect(codeOf(await carry({ ...request, description: '' }))).toBe('corrective.description-missing')
    expect(await store.corrective.list([UNIT])).toHaveLength(1)
    const next = valueOf(await carry(request))
    expect(await store.corrective.get(UNIT, next)).toMatchObject({ of: id, source: 'carried-over' })
    expect(await store.corrective.get(UNIT, id)).toMatchObject({ course: { state: 'carried-over', next } })
  })

  it('CA-18: lists what is open by its day, then what has ended', async () => {
    const store = await storeOf('acc-secretary', 'a1')
    const later = valueOf(await store.corrective.open(request))
    const sooner = valueOf(await store.corrective.open({ ...request, dueOn: writtenDate('25/11/2026') }))
    const ended = valueOf(await store.corrective.open({ ...request, dueOn: writtenDate('22/11/2026') }))
    await moved(store, ended, { name: 'start-analysis' }, { ...analysis, dueOn: writtenDate('22/11/2026') })
    await moved(store, ended, { name: 'approve' }, { name: 'report-done', words: 'x' })
    await receive(store, {
      feed: PUB,
      kind: 'corrective-move',
      entity: 'accepted',
      fields: { of: ended, name: 'accept', on: '2026-11-22' },
      at: NOW + DAY,
    })
    expect((await store.corrective.list([UNIT])).map(({ id }) => id)).toEqual([sooner, later, ended])
  })

  it('CA-29: lists published findings that call for one and have none, those that wait longest first', async () => {
    const store = await storeOf('acc-secretary', 'a1')
    const publish = (entity: string, grade: string, days: number) => {
      const fields = { unit: UNIT, number: entity, audit: 'a', grade, facts: `Việc ${entity}` }
      return receive(store, { feed: PUB, kind: 'finding', entity, fields, at: NOW - days * DAY })
    }
    const regrade = (of: string, grade: string | null, days: number) => {
      const fields = { of, agrees: true, words: 'x', name: 'A', post: 'B', on: TODAY, grade }
      const entity = `${of}-${days}`
      return receive(store, { feed: PUB, kind: 'finding-response', entity, fields, at: NOW - days * DAY })
    }
    await publish('fnd-1', 'minor', 3)
    await publish('raised', 'observation', 30)
    await regrade('raised', 'major', 8)
    await publish('lowered', 'major', 20)
    await regrade('lowered', 'observation', 2)
    await publish('strong', 'strength', 9)
    await publish('answered', 'major', 12)
    await regrade('answered', null, 11)
    const listed = async () =>
      (await store.corrective.unrequested([UNIT])).map(({ id, grade, since }) => [id, grade, since])
    expect(await listed()).toEqual([
      ['answered', 'major', '2026-11-09'],
      ['raised', 'major', '2026-11-13'],
      ['fnd-1', 'minor', '2026-11-18'],
    ])
    valueOf(await store.corrective.open(request))
    expect((await listed()).map(([id]) => id)).toEqual(['answered', 'raised'])
    expect(await store.corrective.unrequested(['ls25-09999'])).toEqual([])
  })

  it('PIL-13: a major finding holds the stage of the audit back until its corrective action is closed', async () => {
    const store = await storeOf('acc-secretary', 'a1')
    await receivePlan(store, aPlan())
    const major = { unit: UNIT, number: 'KPH', audit: 'a', grade: 'major' }
    await receive(store, { feed: PUB, kind: 'finding', entity: 'fnd-1', fields: major })
    const declare = () =>
      store.pilot.declare({ unitId: UNIT, stage: 'G7', on: TODAY, note: '', deliverables: allAttested('G7') })
    expect(codeOf(await declare())).not.toBeUndefined()
    const id = valueOf(await store.corrective.open({ ...request, grade: 'major' }))
    await moved(store, id, { name: 'start-analysis' }, { ...analysis, words: 'Chờ kỳ họp' }, { name: 'approve' })
    await doneByColleague(store, id)
    expect(codeOf(await declare())).not.toBeUndefined()
    valueOf(await store.corrective.move(UNIT, id, { name: 'accept' }))
    expect(codeOf(await declare())).toBeUndefined()
  })

  it('CA-19, CA-20: a finding with a corrective action leaves the tasks of today, and the figures once that is closed', async () => {
    const store = await storeOf('acc-secretary', 'a1')
    await receivePlan(store, aPlan())
    const minor = { unit: UNIT, number: 'KPH', audit: 'a', grade: 'minor' }
    await receive(store, { feed: PUB, kind: 'finding', entity: 'fnd-1', fields: minor })
    expect((await readFacts(store, UNIT, TODAY)).findings).toHaveLength(1)
    const open = async () => (await store.communes.get(UNIT))?.summary?.openFindings.minor
    const id = valueOf(await store.corrective.open(request))
    await moved(store, id, { name: 'start-analysis' }, analysis, { name: 'approve' })
    await doneByColleague(store, id)
    expect((await readFacts(store, UNIT, TODAY)).findings).toEqual([])
    expect(await open()).toBe(1)
    valueOf(await store.corrective.move(UNIT, id, { name: 'accept' }))
    expect(await open()).toBe(0)
  })

  it('EVI-4: a photo of a move is taken before it is made, and stays after it', async () => {
    const store = await storeOf('acc-secretary', 'a1')
    const id = valueOf(await store.corrective.open(request))
    await moved(store, id, { name: 'start-analysis' }, analysis, { name: 'approve' })
    const move = await store.corrective.nextId()
    const photo = valueOf(await store.evidence.add({ feed: PUB, of: move, caption: '', photo: aPhoto('x') }))
    await moved(store, id, { name: 'report-done', id: move, words: 'Đã làm' })
    expect((await store.corrective.get(UNIT, id))?.course.taken.at(-1)?.id).toBe(move)
    expect((await store.evidence.remove(PUB, photo.id)).ok).toBe(false)
  })
})

/** The endpoint's rule on a relay in memory. */
function relayThatGuards(): MemoryRelay {
  const relay = new MemoryRelay()
  relay.refuse = (op) => {
    const move = op.k === 'corrective-move' ? storedMove(op.e, registersOfOp(op)) : null
    const stored = [...(relay.ents.get(op.s)?.values() ?? [])].filter(({ kind }) => kind === 'corrective-move')
    const all = stored.flatMap(({ entity, regs }) => storedMove(entity, regs) ?? [])
    return (move && refusalOfArrival(move, all)) ?? undefined
  }
  return relay
}

async function twoVerifiers(auditorsMinute: number, monitorsMinute: number) {
  const [relay, feeds] = [relayThatGuards(), [PUB]]
  const [mine, theirs] = [aClock(NOW), aClock(NOW)]
  const secretary = await storeOf('acc-secretary', 'a1')
  const [auditor, monitor] = [await storeOf('acc-auditor', 'b1', mine), await storeOf('acc-monitor', 'c1', theirs)]
  const id = valueOf(await secretary.corrective.open(request))
  await moved(
    secretary,
    id,
    { name: 'start-analysis' },
    analysis,
    { name: 'approve' },
    { name: 'report-done', words: 'x' },
  )
  for (const store of [secretary, auditor, monitor]) await syncAll(store.sync, relay, feeds)
  mine.at = NOW + auditorsMinute * 60_000
  theirs.at = NOW + monitorsMinute * 60_000
  await moved(auditor, id, { name: 'accept' })
  await moved(monitor, id, { name: 'reject', words: 'Còn một bản cũ', dueOn: writtenDate('20/12/2026') })
  const all = [monitor, auditor, monitor, secretary]
  const sync = async () => {
    for (const store of all) await syncAll(store.sync, relay, feeds)
  }
  await sync()
  return { id, secretary, auditor, monitor, sync }
}

describe('a doubled request on the device', () => {
  it('CA-21, CA-22: ends in another that is there, both lead to each other, and no third one can end in it', async () => {
    const store = await storeOf('acc-secretary', 'a1')
    const open = async (more: Partial<RequestContent> = {}) =>
      valueOf(await store.corrective.open({ ...request, ...more }))
    const [id, other, lesser] = [await open(), await open(), await open({ grade: 'observation' })]
    const end = (of: string, next: string | null) =>
      store.corrective.move(UNIT, of, { name: 'end-double', words: 'Cùng một việc', next })
    expect(codeOf(await end(id, null))).toBe('corrective.double-missing')
    expect(codeOf(await end(id, lesser))).toBe('corrective.double-grade')
    expect(codeOf(await end(id, 'elsewhere'))).toBe('corrective.double-gone')
    expect(valueOf(await end(id, other))).toBe(id)
    expect((await store.corrective.get(UNIT, id))?.course).toMatchObject({ state: 'carried-over', next: other })
    expect(codeOf(await end(other, id))).toBe('corrective.double-loop')
    expect(await store.corrective.list([UNIT])).toHaveLength(3)
  })
})

describe('a notice of a move kept aside on the device', () => {
  const kept = (of: string, move: string, outcome: string | null = null) => ({
    unit: UNIT,
    of,
    move,
    name: 'report-done',
    by: 'acc-monitor',
    on: '2026-11-21',
    reason: 'corrective.moved-meanwhile',
    at: NOW,
    outcome,
  })
  const tell = (store: OpenedPersonStore, fields: ReturnType<typeof kept>, at = NOW + 60_000) =>
    receive(store, { feed: PUB, kind: 'kept-aside', entity: `kad.${fields.move}`, fields, at })

  it('CA-24: stands with its request, and a move that came by file counts no more', async () => {
    const store = await storeOf('acc-secretary', 'a1')
    const id = valueOf(await store.corrective.open(request))
    await moved(store, id, { name: 'start-analysis' }, analysis, { name: 'approve' })
    await doneByColleague(store, id)
    await tell(store, kept(id, `done-${id}`))
    await tell(store, kept('another', 'elsewhere'))
    const view = await store.corrective.get(UNIT, id)
    expect(view?.keptAside).toMatchObject([{ move: `done-${id}`, by: 'acc-monitor', at: NOW, outcome: null }])
    expect(view?.course).toMatchObject({
      state: 'in-progress',
      refused: [{ problem: { code: 'corrective.moved-meanwhile' } }],
    })
    valueOf(await store.corrective.move(UNIT, id, { name: 'report-done', words: 'x' }))
  })

  it('CA-24: a move that was entered after all counts as before', async () => {
    const store = await storeOf('acc-secretary', 'a1')
    const id = valueOf(await store.corrective.open(request))
    await moved(store, id, { name: 'start-analysis' }, analysis, { name: 'approve' })
    await doneByColleague(store, id)
    await tell(store, kept(id, `done-${id}`, 'entered'))
    expect((await store.corrective.get(UNIT, id))?.course).toMatchObject({ state: 'verifying', refused: [] })
  })

  it('CA-11: a move of a newer version is kept and judged by nobody', async () => {
    const store = await storeOf('acc-secretary', 'a1')
    const id = valueOf(await store.corrective.open(request))
    const fields = { of: id, name: 'from-a-newer-version', on: '2026-11-21' }
    await receive(store, { feed: PUB, kind: 'corrective-move', entity: 'new', fields, at: NOW })
    await tell(store, { ...kept(id, 'm'), name: 'from-a-newer-version' })
    expect(await store.corrective.get(UNIT, id)).toMatchObject({
      course: { state: 'proposed', taken: [], refused: [] },
      keptAside: [{ name: null }],
    })
  })
})

describe('two people who move one request offline in different directions', () => {
  it('CA-11: the later move is kept and shown on every device as not counted, with its reason', async () => {
    const { id, ...stores } = await twoVerifiers(9, 5)
    for (const store of [stores.secretary, stores.auditor, stores.monitor]) {
      const course = (await store.corrective.get(UNIT, id))?.course
      expect(course).toMatchObject({ state: 'in-progress', dueOn: '2026-12-20' })
      expect(course?.refused).toMatchObject([
        { move: { name: 'accept', by: 'acc-auditor' }, problem: { code: 'corrective.not-possible' } },
      ])
    }
  })

  it('CA-14: one that was made earlier but came later counts on no device, its author is told and may make it again', async () => {
    const { id, secretary, auditor, monitor, sync } = await twoVerifiers(5, 9)
    const courses = async () =>
      Promise.all([secretary, auditor, monitor].map(async (store) => (await store.corrective.get(UNIT, id))?.course))
    for (const course of await courses()) expect(course).toMatchObject({ state: 'in-progress', dueOn: '2026-12-20' })
    const [aside] = (await auditor.corrective.get(UNIT, id))?.course.refused ?? []
    expect(aside).toMatchObject({
      move: { name: 'accept', location: 'needs-attention' },
      problem: { code: 'corrective.moved-meanwhile' },
    })
    valueOf(await auditor.corrective.repeat(UNIT, aside?.move.id ?? ''))
    await sync()
    for (const course of await courses()) {
      expect(course?.state).toBe('in-progress')
      expect(course?.refused.map(({ problem }) => problem.code)).toContain('corrective.not-possible')
    }
    expect(codeOf(await monitor.corrective.repeat(UNIT, aside?.move.id ?? ''))).toBe('corrective.not-found')
  })

  it('CA-13: of two requests that got one number offline, the second is told, and keeps its first number', async () => {
    const [relay, feeds] = [relayThatGuards(), [PUB]]
    const [one, two] = [await storeOf('acc-secretary', 'a1'), await storeOf('acc-chairman', 'b1')]
    const [first, second] = [valueOf(await one.corrective.open(request)), valueOf(await two.corrective.open(request))]
    for (const [store, id] of [
      [one, first],
      [two, second],
    ] as const)
      await moved(store, id, { name: 'register', officialNumber: '1/PKP' })
    for (const store of [one, two, one]) await syncAll(store.sync, relay, feeds)
    expect((await two.corrective.get(UNIT, second))?.course).toMatchObject({
      officialNumber: null,
      refused: [{ problem: { code: 'corrective.number-taken' } }],
    })
    const numbers = (await one.corrective.list([UNIT])).map(({ number }) => number)
    expect(numbers.toSorted()).toEqual(['PKP/06001/2026/a1-001', 'PKP/06001/2026/b1-001'])
  })

  it('CA-14: what the endpoint refused for any other reason counts on its author’s device neither', async () => {
    const store = await storeOf('acc-secretary', 'a1')
    const id = valueOf(await store.corrective.open(request))
    await moved(store, id, { name: 'start-analysis' })
    await answer(store, { push: { ack: 2, safe: 0, expect: null, rejected: [{ n: 2, code: 'access.too-late' }] } })
    expect((await store.corrective.get(UNIT, id))?.course).toMatchObject({
      state: 'proposed',
      refused: [{ problem: { code: 'access.too-late' } }],
    })
  })
})
