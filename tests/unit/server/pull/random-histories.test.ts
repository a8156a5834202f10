// Random lives of an office: grants, deputising, ends, revocations, disabling, leaving, days and a merger, against real
// ingest and pull. What may be read and written at each moment is computed here from the matrix written by hand and from
// nothing of the program's own rules; one wrong delivery, one wrong acceptance or one wrong refusal fails.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Role, roles } from '#domain/access/role.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { packBatch } from '#protocol/batch.ts'
import { unpackOps } from '#protocol/unpack.ts'
import { loadCaller } from '#server/identity/caller.ts'
import { changeUnits } from '#server/identity/change-units.ts'
import { saveGrant } from '#server/identity/change-grants.ts'
import { grantsOf } from '#server/identity/grants-of.ts'
import { letLeave } from '#server/identity/leaving.ts'
import { openLiveDirectory } from '#server/identity/live-directory.ts'
import { answerSync } from '#server/ingest/answer-sync.ts'
import { takeIn } from '#server/ingest/take-in.ts'
import { mayByMatrix } from '#support/access/access-matrix.ts'
import { openClaimStore } from '#support/endpoint/claim-world.ts'
import { DAY, NOW } from '#support/endpoint/edges.ts'
import { AREA, COMMUNE, FAR, idOf, NEIGHBOUR, PROVINCE } from '#support/endpoint/place-fixture.ts'
import { sealedFields } from '#support/sealed-fields.ts'

const communes = [COMMUNE, NEIGHBOUR, FAR]
const audiences = ['self', 'audit', 'pub'] as const
const allFeeds = [...communes.flatMap((id) => audiences.map((audience) => `${id}/${audience}`)), `${PROVINCE}/plan`]
const communesBelow: Readonly<Record<string, readonly string[]>> = {
  [PROVINCE]: communes,
  [AREA]: [COMMUNE, NEIGHBOUR],
  'area-181': [FAR],
  [COMMUNE]: [COMMUNE],
  [NEIGHBOUR]: [NEIGHBOUR],
  [FAR]: [FAR],
}
const scopes = Object.keys(communesBelow)
/** What is tried in the feeds of an audience: with the field that decides, where one does. */
const attempts: Readonly<Record<string, readonly (readonly [what: string, f: object])[]>> = {
  self: [['answer', {}]],
  audit: [['finding', {}]],
  pub: [
    ['submission', sealedFields()],
    ['visit', {}],
    ['stage-event/declared-done', { type: ['declared-done'] }],
    ['stage-event/confirmed', { type: ['confirmed'] }],
  ],
  plan: [['plan', {}]],
}
const tried = allFeeds.flatMap((feed) =>
  (attempts[feed.split('/')[1] ?? ''] ?? []).map(([what, f]) => ({ feed, what, f })),
)

const dayOf = (ms: number) => new Date(ms + 7 * 3_600_000).toISOString().slice(0, 10) as LocalDate

interface Held {
  readonly account: string
  readonly role: Role
  readonly scope: string
  readonly from: LocalDate
  readonly to: LocalDate | null
  readonly deputyFor?: string
}

const people = ['first', 'second', 'third'] as const
const idsOf = people.map((name) => `acc.${name}`)
const pick = fc.nat(people.length - 1)

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('grant' as const),
      who: pick,
      role: fc.constantFrom(...roles),
      scope: fc.constantFrom(...scopes),
      from: fc.integer({ min: -2, max: 1 }),
      days: fc.option(fc.nat({ max: 4 }), { freq: 2 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('push' as const), who: pick, isFile: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('pull' as const), who: pick, bytes: fc.constantFrom(300, 500_000) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('day' as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('deputise' as const), who: pick, for: pick, days: fc.nat(4) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('end' as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('revoke' as const), who: pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('disable' as const), who: pick, isOff: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), who: pick, successor: fc.option(pick) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** How often each kind of step was really played, so that a history in which nothing happens proves nothing. */
const played = new Map<string, number>()
const count = (name: string, by = 1) => played.set(name, (played.get(name) ?? 0) + by)

/** The office as these tests see it. */
class Model {
  readonly given = new Map<string, Held>()
  readonly revoked = new Set<string>()
  readonly disabledFrom = new Map<string, LocalDate>()
  mergedOn: LocalDate | null = null

  save(held: Held): void {
    const key = `${held.account} ${held.scope} ${held.role} ${held.from}`
    const known = this.given.get(key)
    this.given.set(key, known ? { ...known, to: held.to } : held)
  }

  isOff(account: string, on: LocalDate): boolean {
    return this.revoked.has(account) || (this.disabledFrom.get(account) ?? '9999') <= on
  }

  /** Whoever acts for another has nothing on a day on which the other has not. */
  active(account: string, on: LocalDate): readonly Held[] {
    const all = [...this.given.values()].filter(({ from, to }) => from <= on && (to === null || on <= to))
    return all.filter(
      (held) =>
        held.account === account &&
        (held.deputyFor === undefined ||
          all.some(
            ({ account: other, deputyFor, role, scope }) =>
              other === held.deputyFor && deputyFor === undefined && role === held.role && scope === held.scope,
          )),
    )
  }

  isGone(commune: string, on: LocalDate): boolean {
    return commune === NEIGHBOUR && this.mergedOn !== null && this.mergedOn <= on
  }

  reads(account: string, on: LocalDate): readonly string[] {
    if (this.isOff(account, on)) return []
    const feeds = new Set<string>()
    for (const { role, scope } of this.active(account, on)) {
      const below = communesBelow[scope] ?? []
      const all = below.includes(COMMUNE) && this.isGone(NEIGHBOUR, on) ? [...below, NEIGHBOUR] : below
      if (mayByMatrix(role, 'read plan')) feeds.add(`${PROVINCE}/plan`)
      for (const audience of audiences)
        if (mayByMatrix(role, `read ${audience}`)) for (const commune of all) feeds.add(`${commune}/${audience}`)
    }
    return [...feeds].sort()
  }

  writes(account: string, on: LocalDate, what: string, feed: string): boolean {
    const [place = '', audience = ''] = feed.split('/')
    if (this.isOff(account, on) || this.isGone(place, on)) return false
    return this.active(account, on).some(
      ({ role, scope }) =>
        mayByMatrix(role, `write ${what} ${audience}`) &&
        (audience === 'plan' || (communesBelow[scope] ?? []).includes(place)),
    )
  }
}

async function oneHistory(steps: readonly Step[]): Promise<void> {
  const store = await openClaimStore()
  const directory = await openLiveDirectory(store)
  const office = { store, directory }
  const model = new Model()
  let nowMs = NOW
  await store.saveAccounts(
    people.map((name, i) => ({
      id: idsOf[i] ?? '',
      username: name,
      displayName: name,
      isIllustrative: true,
      passwordHash: 'x',
    })),
    [],
  )
  const enrol = (who: string, id: string) =>
    store.enrolDevice({ account: who, label: '', publicKey: '', nowMs: NOW, idOf: () => id })
  const writer = await enrol(idOf('administrator'), 'writer')
  const opIn = (d: string, u: string, n: number, feed: string, k: string, f: object): Op =>
    ({ d, n, h: hlcAt(nowMs) + n, s: feed, k, e: `${feed} ${d} ${n}`, u, sv: 1, f: { ...f, text: [feed] } }) as Op
  const first = allFeeds.map((feed, i) => opIn(writer.id, idOf('administrator'), i + 1, feed, 'of-any-kind', {}))
  await store.ingest({ device: writer.id, ops: first, nowMs: NOW, judge: () => null })
  const replicas = await Promise.all(idsOf.map((account, i) => enrol(account, `replica-${i}`)))
  const administrator = await loadCaller(store, idOf('administrator'), writer, nowMs)
  if (!administrator) throw new Error('no administrator')
  const asAdministrator = () => ({ ...administrator, today: dayOf(nowMs) })
  const states = replicas.map(() => ({
    n: 0,
    inc: '',
    cur: new Map<string, number>(),
    pages: new Map<string, string>(),
  }))

  const sync = async (who: number, maxBytes: number, ops: readonly Op[]) => {
    const [replica, state, account = ''] = [replicas[who], states[who], idsOf[who]]
    const device = replica && (await store.deviceById(replica.id))
    await directory.refresh()
    const caller = device && (await loadCaller(store, account, device, nowMs))
    if (!caller || !state) throw new Error('the person is gone')
    const lists = { cur: Object.fromEntries(state.cur), pages: Object.fromEntries(state.pages) }
    const push = ops.length === 0 ? null : packBatch(ops)
    const request = { v: 1, dev: device.id, inc: state.inc, now: nowMs, push, maxBytes, ...lists }
    const answer = await answerSync({ store, directory, caller, nowMs }, request)
    if (!answer.ok) throw new Error(answer.error.code)
    const may = model.reads(account, dayOf(nowMs))
    for (const [feed, { ops: batch, snap, after, to }] of Object.entries(answer.value.feeds)) {
      expect(may, 'a feed was delivered to somebody without a grant').toContain(feed)
      const told = [...(batch ? unpackOps(batch) : []).map((op) => op.s), ...(snap ?? []).map((entity) => entity.feed)]
      for (const origin of told) expect(origin).toBe(feed)
      count('records delivered', told.length)
      state.pages.delete(feed)
      if (after === null) state.cur.set(feed, to)
      else state.pages.set(feed, after)
    }
    for (const feed of answer.value.gone) {
      expect(may, 'a feed was taken away from somebody with a grant').not.toContain(feed)
      for (const map of [state.cur, state.pages]) map.delete(feed)
    }
    const kept = [...state.cur.keys(), ...state.pages.keys()]
    expect(
      kept.filter((feed) => !may.includes(feed)),
      'kept without a grant',
    ).toEqual([])
    state.inc = answer.value.inc
    return answer.value
  }

  /** By the network, or in a file that somebody else brought: the same rights either way. */
  const push = async (who: number, isFile = false): Promise<void> => {
    const [replica, state, account = ''] = [replicas[who], states[who], idsOf[who]]
    if (!replica || !state) throw new Error('the person is gone')
    const ops = tried.map(({ feed, what, f }, i) =>
      opIn(replica.id, account, state.n + i + 1, feed, what.split('/')[0] ?? what, f),
    )
    if (isFile) {
      await directory.refresh()
      const device = await store.deviceById(replica.id)
      if (device) await takeIn({ store, directory, nowMs }, { device, grants: await grantsOf(store, account) }, ops)
    } else await sync(who, 1, ops)
    const refused = new Set((await store.quarantineOf(replica.id)).map(({ n }) => n))
    for (const [i, { feed, what }] of tried.entries()) {
      const isTaken: boolean = !refused.has(state.n + i + 1)
      const may = model.writes(account, dayOf(nowMs), what, feed)
      if (isTaken !== may) expect.fail(`${account} ${what} in ${feed} on ${dayOf(nowMs)}: taken ${isTaken}, may ${may}`)
      count(may ? 'operations taken' : 'operations refused')
    }
    state.n += ops.length
  }

  const play = async (one: Step): Promise<boolean> => {
    const today = dayOf(nowMs)
    const [account = ''] = 'who' in one ? [idsOf[one.who]] : []
    switch (one.do) {
      case 'grant': {
        const from = dayOf(nowMs + one.from * DAY)
        const to = one.days === null ? null : dayOf(nowMs + (one.from + one.days) * DAY)
        const held: Held = { account, role: one.role, scope: one.scope, from, to }
        const saved = await saveGrant(office, asAdministrator(), held)
        if (saved.ok) model.save(held)
        return saved.ok
      }
      case 'deputise': {
        const [own] = model.active(idsOf[one.for] ?? '', today).filter(({ deputyFor }) => deputyFor === undefined)
        if (!own) return false
        const held: Held = { ...own, account, from: today, to: dayOf(nowMs + one.days * DAY), deputyFor: own.account }
        const saved = await saveGrant(office, asAdministrator(), held)
        if (saved.ok) model.save(held)
        return saved.ok
      }
      case 'end': {
        const held = [...model.given.values()][one.which]
        if (!held || held.from > today) return false
        const saved = await saveGrant(office, asAdministrator(), { ...held, to: today })
        if (saved.ok) model.save({ ...held, to: today })
        return saved.ok
      }
      case 'day':
        nowMs += DAY
        return true
      case 'push':
        await push(one.who, one.isFile)
        return true
      case 'pull':
        await sync(one.who, one.bytes, [])
        return true
      case 'revoke':
        model.revoked.add(account)
        return store.revokeDevice(replicas[one.who]?.id ?? '')
      case 'disable': {
        if (one.isOff) model.disabledFrom.set(account, today)
        else model.disabledFrom.delete(account)
        return store.updateAccount(account, { disabledFrom: one.isOff ? today : null })
      }
      case 'leave':
        return leave(account, one.successor === null ? null : (idsOf[one.successor] ?? null))
      case 'merge':
        return merge()
    }
  }

  /** Everything of the one who leaves ends today; the successor goes on tomorrow. */
  const leave = async (account: string, successor: string | null): Promise<boolean> => {
    const [on, next] = [dayOf(nowMs), dayOf(nowMs + DAY)]
    const left = await letLeave(office, asAdministrator(), { account, on, successor })
    if (!left.ok) return false
    const before = [...model.given.values()]
    for (const held of before) {
      if ((held.account !== account && held.deputyFor !== account) || (held.to !== null && held.to <= on)) continue
      if (held.to !== null && held.to < held.from) continue
      model.save({ ...held, to: held.from <= on ? on : dayOf(Date.parse(`${held.from}T00:00:00+07:00`) - DAY) })
      if (held.account !== account || held.deputyFor !== undefined || successor === null) continue
      const hasIt = before.some(
        (own) => own.account === successor && own.scope === held.scope && own.role === held.role && own.to === null,
      )
      if (!hasIt) model.save({ ...held, account: successor, from: held.from > next ? held.from : next })
    }
    model.disabledFrom.set(account, next)
    return true
  }

  /** From tomorrow on the neighbour is a part of the commune, with its people. */
  const merge = async (): Promise<boolean> => {
    if (model.mergedOn !== null) return false
    const on = dayOf(nowMs + DAY)
    await directory.refresh()
    const successors = [{ id: COMMUNE, name: '', code: '', parent: '' }]
    const changed = await changeUnits(office, asAdministrator(), { predecessors: [NEIGHBOUR], successors, on })
    if (!changed.ok) throw new Error(changed.error.code)
    const before = [...model.given.values()]
    for (const held of before) {
      if (held.scope !== NEIGHBOUR || (held.to !== null && held.to < on)) continue
      const last = held.from <= dayOf(nowMs) ? nowMs : Date.parse(`${held.from}T00:00:00+07:00`) - DAY
      model.save({ ...held, to: dayOf(last) })
      model.save({ ...held, scope: COMMUNE, from: held.from > on ? held.from : on })
    }
    model.mergedOn = on
    return true
  }

  for (const one of steps) count(`${one.do}${(await play(one)) ? '' : ' (nothing to do)'}`)
  for (const [who] of people.entries()) {
    await push(who)
    for (let i = 0; (await sync(who, 500_000, [])).more && i < 50; i++);
    const may = model.reads(idsOf[who] ?? '', dayOf(nowMs))
    expect([...(states[who]?.cur.keys() ?? [])].sort()).toEqual(may)
  }
  await store.close()
}

describe('random lives of an office', () => {
  it('END-5, ACC-16: no operation of a feed is ever delivered to, or accepted from, somebody without a grant at that moment', async () => {
    const history = fc.array(step, { minLength: 12, maxLength: 40 })
    await fc.assert(fc.asyncProperty(history, oneHistory), { numRuns: 40 })
    const kinds = ['grant', 'deputise', 'end', 'day', 'push', 'pull', 'revoke', 'disable', 'leave', 'merge']
    const never = [...kinds, 'records delivered', 'operations taken', 'operations refused'].filter(
      (name) => (played.get(name) ?? 0) === 0,
    )
    expect(never, 'never happened in any history').toEqual([])
  }, 60_000)
})
