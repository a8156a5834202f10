import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FeedPage, IncomingAnswer } from '#data/contract/sync-store-contract.ts'
import { cutSlice } from '#data/outbox.ts'
import { applyOp, type EntityState } from '#domain/change/entity-state.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import { holdOpen, rawRows } from '#support/store/raw-database.ts'
import { aFactory, aPhoto, aStore, codeOf, NOW, UNIT, valueOf } from '#support/store/test-store.ts'

const pub = `${UNIT}/pub`
const self = `${UNIT}/self`

const anAnswer = (more: Partial<IncomingAnswer> = {}): IncomingAnswer => ({
  inc: 'inc-1',
  push: { ack: 0, safe: 0, expect: null, rejected: [] },
  feeds: [],
  gone: [],
  blobsWanted: [],
  clockOffset: null,
  ...more,
})

const push = (ack: number, more: Partial<IncomingAnswer['push']> = {}): IncomingAnswer['push'] => ({
  ack,
  safe: 0,
  expect: null,
  rejected: [],
  ...more,
})

const visitOp = (n: number, done: string, device = 'b1', entity = 'visit-1'): Op => ({
  d: device,
  n,
  h: hlcAt(NOW, n),
  s: pub,
  k: 'visit',
  e: entity,
  u: 'acc-monitor',
  sv: 1,
  f: { unit: [UNIT], done: [done], on: [{ text: '20/11/2026', date: '2026-11-20' }] },
})

const opsPage = (ops: readonly Op[], to = ops.length): FeedPage => ({ feed: pub, ops, snap: null, after: null, to })
const stateOf = (...ops: readonly Op[]): EntityState => ({
  feed: pub,
  entity: ops[0]?.e ?? '',
  kind: 'visit',
  regs: ops.reduce(applyOp, {}),
})
const snapPage = (snap: readonly EntityState[], after: string | null, to: number): FeedPage => ({
  feed: pub,
  ops: null,
  snap,
  after,
  to,
})

async function aStoreWithAnswers(count: number) {
  const indexedDB = aFactory()
  const store = await aStore({ indexedDB })
  const id = valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
  const questions = ['Q01', 'Q02', 'Q03', 'Q04', 'Q05', 'Q06'].slice(0, count)
  for (const question of questions) valueOf(await store.assessments.saveAnswer(id, question, { score: 2 }))
  return { store, id, indexedDB }
}

describe('sending', () => {
  it('DAT-4: a record is on the device until acknowledged, then sent, then in a backup', async () => {
    const { store, id } = await aStoreWithAnswers(1)
    const location = async () => (await store.assessments.get(id))?.location
    const { lastN } = valueOf(await store.sync.position())
    expect(await location()).toBe('on-device')
    expect(await store.syncCentre.status()).toMatchObject({ pendingChanges: lastN })
    valueOf(await store.sync.applyAnswer(anAnswer({ push: push(lastN - 1) })))
    expect(await location()).toBe('on-device')
    valueOf(await store.sync.applyAnswer(anAnswer({ push: push(lastN) })))
    expect(await location()).toBe('sent')
    valueOf(await store.sync.applyAnswer(anAnswer({ push: push(lastN, { safe: lastN }) })))
    expect(await location()).toBe('backed-up')
    expect(await store.syncCentre.status()).toMatchObject({ pendingChanges: 0, safeN: lastN, quarantined: 0 })
  })

  it('offers own operations after the acknowledged ones in the order of n and never parts a gesture', async () => {
    const { store } = await aStoreWithAnswers(3)
    const all = valueOf(await store.sync.nextPush(1_000_000))
    expect(all.more).toBe(false)
    expect(all.ops.map(({ n }) => n)).toEqual(all.ops.map((_, i) => i + 1))
    const first = valueOf(await store.sync.nextPush(1))
    expect(first).toMatchObject({ more: true })
    expect(new Set(first.ops.map(({ g }) => g)).size).toBe(1)
    expect(first.ops).toHaveLength(2)
    valueOf(await store.sync.applyAnswer(anAnswer({ push: push(2) })))
    expect(valueOf(await store.sync.nextPush(1)).ops[0]?.n).toBe(3)
  })

  it('cuts a list of gestures of any sizes into whole gestures, at least one each time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 3000 }),
        (sizes, limit) => {
          let n = 0
          const ops = sizes.flatMap((size, at) =>
            Array.from({ length: size }, () => ({ ...visitOp(++n, 'x'), ...(size > 1 ? { g: `g${at}` } : {}) })),
          )
          const cut = cutSlice(ops, limit)
          expect(cut.length).toBeGreaterThan(0)
          const last = cut.at(-1)
          const next = ops[cut.length]
          expect(last?.g !== undefined && last.g === next?.g).toBe(false)
        },
      ),
    )
  })

  it('DAT-40: an answer that refuses nothing is stored while what goes next is still being read', async () => {
    const { store, indexedDB } = await aStoreWithAnswers(2)
    const { lastN } = valueOf(await store.sync.position())
    const reading = await holdOpen(indexedDB, 'own')
    const applied = store.sync.applyAnswer(anAnswer({ push: push(lastN) })).then(valueOf)
    expect(await Promise.race([applied, reading.givenUp])).toMatchObject({ acknowledged: lastN })
    reading.release()
  })

  it('sends again from the number the endpoint expects', async () => {
    const { store } = await aStoreWithAnswers(3)
    valueOf(await store.sync.applyAnswer(anAnswer({ push: push(6) })))
    valueOf(await store.sync.applyAnswer(anAnswer({ push: push(2, { expect: 3 }) })))
    expect(valueOf(await store.sync.nextPush(1_000_000)).ops[0]?.n).toBe(3)
  })

  it('does not take back an acknowledgement because of an older answer', async () => {
    const { store } = await aStoreWithAnswers(3)
    valueOf(await store.sync.applyAnswer(anAnswer({ push: push(6, { safe: 4 }) })))
    valueOf(await store.sync.applyAnswer(anAnswer({ push: push(2, { safe: 1 }) })))
    expect(valueOf(await store.sync.position())).toMatchObject({ ack: 6, safe: 4 })
  })

  it('reads weeks of work in pieces, and a gesture across two pieces stays whole', async () => {
    const store = await aStore()
    const id = valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    for (let i = 0; i < 130; i++)
      valueOf(await store.assessments.saveAnswer(id, 'Q4.1', { score: i % 2 === 0 ? 1 : null }))
    const { lastN } = valueOf(await store.sync.position())
    for (const limit of [1, 5_000, 30_000, 52_000, 53_000, 54_000]) {
      const sent: number[] = []
      for (let ack = 0; ack < lastN; ack = sent.at(-1) ?? lastN) {
        valueOf(await store.sync.applyAnswer(anAnswer({ inc: `inc-${limit}`, push: push(ack) })))
        valueOf(await store.sync.applyAnswer(anAnswer({ inc: `inc-${limit}`, push: push(ack) })))
        const slice = valueOf(await store.sync.nextPush(limit))
        expect(slice.more).toBe((slice.ops.at(-1)?.n ?? 0) < lastN)
        expect(slice.ops.every(({ n, g }) => g === undefined || n <= lastN)).toBe(true)
        const cut = slice.ops.at(-1)
        const next = (await store.syncCentre.unsentOps()).find(({ n }) => n === (cut?.n ?? 0) + 1)
        expect(cut?.g !== undefined && cut.g === next?.g).toBe(false)
        sent.push(...slice.ops.map(({ n }) => n))
      }
      expect(sent).toEqual(Array.from({ length: lastN }, (_, i) => i + 1))
    }
  })

  it('lists a refused operation once with its reason, and its record needs attention', async () => {
    const { store, id } = await aStoreWithAnswers(1)
    const { lastN } = valueOf(await store.sync.position())
    const refused = anAnswer({ push: push(lastN, { rejected: [{ n: 3, code: 'access.forbidden' }] }) })
    expect(valueOf(await store.sync.applyAnswer(refused)).newlyRejected).toBe(1)
    expect(valueOf(await store.sync.applyAnswer(refused)).newlyRejected).toBe(0)
    expect(await store.syncCentre.attention()).toMatchObject([{ n: 3, code: 'access.forbidden', kind: 'answer' }])
    expect((await store.assessments.get(id))?.answers.Q01?.location).toBe('needs-attention')
  })

  it('a new incarnation gets every own operation again and is read from the beginning', async () => {
    const { store } = await aStoreWithAnswers(2)
    const { lastN } = valueOf(await store.sync.position())
    valueOf(
      await store.sync.applyAnswer(
        anAnswer({ push: push(lastN, { safe: lastN }), feeds: [opsPage([visitOp(1, 'a')])] }),
      ),
    )
    const report = valueOf(
      await store.sync.applyAnswer(anAnswer({ inc: 'inc-2', push: push(1), feeds: [opsPage([], 9)] })),
    )
    expect(report.isNewIncarnation).toBe(true)
    const { inc, ack, safe, cur, pages } = valueOf(await store.sync.position())
    expect({ inc, ack, safe, pages }).toEqual({ inc: 'inc-2', ack: 0, safe: 0, pages: {} })
    expect(Object.values(cur)).toEqual(Object.keys(cur).map(() => 0))
    expect(await store.visits.list([UNIT])).toHaveLength(1)
  })
})

describe('receiving', () => {
  it('DAT-5: whatever the endpoint sends, own operations stay as they were', async () => {
    const { store, indexedDB } = await aStoreWithAnswers(3)
    const before = (await rawRows(indexedDB)).own
    const feeds = [opsPage([visitOp(1, 'a'), visitOp(2, 'b')])]
    valueOf(
      await store.sync.applyAnswer(
        anAnswer({ push: push(4, { rejected: [{ n: 3, code: 'op.malformed' }] }), feeds, gone: [self] }),
      ),
    )
    valueOf(await store.sync.applyAnswer(anAnswer({ inc: 'inc-2' })))
    expect((await rawRows(indexedDB)).own).toEqual(before)
  })

  it('applying an answer again changes nothing', async () => {
    const { store, indexedDB } = await aStoreWithAnswers(2)
    const answer = anAnswer({ push: push(2), feeds: [opsPage([visitOp(1, 'a'), visitOp(2, 'b')])] })
    valueOf(await store.sync.applyAnswer(answer))
    const once = await rawRows(indexedDB)
    valueOf(await store.sync.applyAnswer(answer))
    expect(await rawRows(indexedDB)).toEqual(once)
  })

  it('keeps a snapshot under way apart from its cursor, and takes the cursor of the first page', async () => {
    const store = await aStore()
    valueOf(await store.sync.applyAnswer(anAnswer({ feeds: [snapPage([stateOf(visitOp(1, 'a'))], 'visit-1', 7)] })))
    expect(valueOf(await store.sync.position())).toMatchObject({ cur: {}, pages: { [pub]: 'visit-1' } })
    valueOf(
      await store.sync.applyAnswer(
        anAnswer({ feeds: [snapPage([stateOf(visitOp(2, 'b', 'b1', 'visit-2'))], null, 9)] }),
      ),
    )
    expect(valueOf(await store.sync.position())).toMatchObject({ cur: { [pub]: 7 }, pages: {} })
    expect(await store.visits.list([UNIT])).toHaveLength(2)
  })

  it('DAT-6: the summary row of a commune says the same as its records, whatever was written or received', async () => {
    const step = fc.record({
      device: fc.constantFrom('b1', 'b2'),
      visit: fc.constantFrom('visit-1', 'visit-2', 'visit-3'),
      isSnap: fc.boolean(),
      isOwn: fc.boolean(),
      isGone: fc.constantFrom(false, false, false, true),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const indexedDB = aFactory()
        const store = await aStore({ indexedDB })
        let n = 0
        for (const { device, visit, isSnap, isOwn, isGone } of steps) {
          n += 1
          if (isOwn) valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
          const op = visitOp(n, `${n}`, device, visit)
          const feeds = [isSnap ? snapPage([stateOf(op)], null, n) : opsPage([op], n)]
          valueOf(await store.sync.applyAnswer(anAnswer({ feeds, gone: isGone ? [pub] : [] })))
        }
        const raw = await rawRows(indexedDB)
        const counted = (raw.ent ?? []).filter(
          ({ feed, kind }) => feed === pub && (kind === 'visit' || kind === 'assessment-progress'),
        )
        const facts = (raw.summary?.[0]?.box as { facts: object } | undefined)?.facts ?? {}
        expect(Object.keys(facts).sort()).toEqual(counted.map(({ e }) => String(e)).sort())
      }),
      { numRuns: 20 },
    )
  })

  it('DAT-10: a lost feed is sent first, then its rows and its summary leave, and own operations once they are safe', async () => {
    const { store, id, indexedDB } = await aStoreWithAnswers(2)
    const { lastN } = valueOf(await store.sync.position())
    valueOf(await store.sync.applyAnswer(anAnswer({ gone: [self, pub] })))
    expect(await store.assessments.get(id)).not.toBeNull()
    expect(valueOf(await store.sync.nextPush(1_000_000)).ops).toHaveLength(lastN)
    valueOf(await store.sync.applyAnswer(anAnswer({ gone: [self, pub], push: push(lastN) })))
    expect(await store.assessments.get(id)).toBeNull()
    const raw = await rawRows(indexedDB)
    expect([raw.ent, raw.summary]).toEqual([[], []])
    expect(raw.own).toHaveLength(lastN)
    expect(valueOf(await store.sync.position())).toMatchObject({ cur: {}, anew: expect.arrayContaining([self, pub]) })
    valueOf(await store.sync.applyAnswer(anAnswer({ push: push(lastN, { safe: 2 }) })))
    expect((await rawRows(indexedDB)).own?.map(({ n }) => n)).toEqual([3, 4].slice(0, lastN - 2))
    valueOf(await store.sync.applyAnswer(anAnswer({ push: push(lastN, { safe: lastN }) })))
    expect((await rawRows(indexedDB)).own).toEqual([])
  })

  it('DAT-23: what is in a backup leaves but for the last five hundred, and the records stay', async () => {
    const { store, id, indexedDB } = await aStoreWithAnswers(1)
    for (let i = 0; i < 520; i++) valueOf(await store.assessments.saveAnswer(id, 'Q01', { note: `lần ${i}` }))
    const { lastN } = valueOf(await store.sync.position())
    const numbers = async () => ((await rawRows(indexedDB)).own ?? []).map(({ n }) => Number(n))
    valueOf(await store.sync.applyAnswer(anAnswer({ push: push(lastN, { safe: lastN - 510 }) })))
    expect((await numbers())[0]).toBe(1)
    valueOf(await store.sync.applyAnswer(anAnswer({ push: push(lastN, { safe: lastN }) })))
    expect(await numbers()).toHaveLength(500)
    expect((await numbers()).at(-1)).toBe(lastN)
    expect((await store.assessments.question(id, 'Q01'))?.answer?.note).toBe('lần 519')
    expect((await store.assessments.get(id))?.location).toBe('backed-up')
  })

  it('DAT-10: a feed that is regained shows own operations again, which nobody sends back', async () => {
    const { store, id } = await aStoreWithAnswers(2)
    const { lastN } = valueOf(await store.sync.position())
    valueOf(await store.sync.applyAnswer(anAnswer({ gone: [self], push: push(lastN) })))
    valueOf(
      await store.sync.applyAnswer(anAnswer({ feeds: [{ feed: self, ops: null, snap: [], after: null, to: 0 }] })),
    )
    const view = await store.assessments.get(id)
    expect(Object.keys(view?.answers ?? {})).toEqual(['Q01', 'Q02'])
    expect(view?.location).toBe('sent')
  })

  it('CHG-7: a remote clock far ahead does not move the stamps of this device', async () => {
    const store = await aStore()
    const ahead = { ...visitOp(1, 'a'), h: hlcAt(NOW + 10 * 365 * 86_400_000) }
    valueOf(await store.sync.applyAnswer(anAnswer({ feeds: [opsPage([ahead])] })))
    valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    expect(valueOf(await store.sync.nextPush(1_000_000)).ops[0]?.h).toBeLessThan(hlcAt(NOW + 60_000))
  })

  it('takes a page of 500 entities in one stroke', async () => {
    const store = await aStore()
    const snap = Array.from({ length: 500 }, (_, i) => stateOf(visitOp(i + 1, `${i}`, 'b1', `visit-${i}`)))
    expect(valueOf(await store.sync.applyAnswer(anAnswer({ feeds: [snapPage(snap, null, 500)] }))).entities).toBe(500)
    expect(await store.visits.list([UNIT])).toHaveLength(500)
  })
})

describe('photos', () => {
  it('queues thumbnails before photos and keeps the bytes after they were sent', async () => {
    const store = await aStore()
    const [first, second] = [aPhoto('one'), aPhoto('two')]
    valueOf(await store.evidence.add({ feed: self, of: 'ans.x.Q01', caption: '', photo: first }))
    valueOf(await store.evidence.add({ feed: self, of: 'ans.x.Q02', caption: '', photo: second }))
    const queue = valueOf(await store.sync.pendingBlobs(10))
    expect(queue.map(({ sha256, role, n }) => [sha256, role, n])).toEqual([
      [first.thumbnailSha256, 'thumbnail', 1],
      [second.thumbnailSha256, 'thumbnail', 2],
      [first.sha256, 'photo', 1],
      [second.sha256, 'photo', 2],
    ])
    expect(await store.syncCentre.status()).toMatchObject({ pendingPhotos: 4 })
    valueOf(await store.sync.markBlobSent(first.thumbnailSha256))
    expect(valueOf(await store.sync.pendingBlobs(10))).toHaveLength(3)
    expect(await store.evidence.bytes(first.thumbnailSha256)).toEqual(first.thumbnail)
  })

  it('queues again what the endpoint misses, where this device holds it', async () => {
    const store = await aStore()
    const photo = aPhoto('one')
    valueOf(await store.evidence.add({ feed: self, of: 'ans.x.Q01', caption: '', photo }))
    valueOf(await store.sync.markBlobSent(photo.sha256))
    valueOf(await store.sync.applyAnswer(anAnswer({ blobsWanted: [photo.sha256, 'f'.repeat(64)] })))
    expect(valueOf(await store.sync.pendingBlobs(10)).map(({ sha256 }) => sha256)).toContain(photo.sha256)
    expect(valueOf(await store.sync.pendingBlobs(10))).toHaveLength(2)
  })

  it('names the thumbnails of others that are missing, and keeps them when they come', async () => {
    const store = await aStore()
    const photo = aPhoto('theirs')
    const op: Op = {
      ...visitOp(1, '', 'b1', 'evidence-1'),
      k: 'evidence',
      f: { of: ['x'], thumbnailSha256: [photo.thumbnailSha256], takenAt: [NOW] },
    }
    valueOf(await store.sync.applyAnswer(anAnswer({ feeds: [opsPage([op])] })))
    expect(await store.sync.missingThumbnails(5)).toEqual([photo.thumbnailSha256])
    await store.sync.keepBlob(photo.thumbnailSha256, photo.thumbnail)
    expect(await store.sync.missingThumbnails(5)).toEqual([])
    expect(await store.evidence.bytes(photo.thumbnailSha256)).toEqual(photo.thumbnail)
    expect(valueOf(await store.sync.pendingBlobs(5))).toEqual([])
  })
})

describe('status', () => {
  it('keeps what the engine says for every tab and the next start', async () => {
    const indexedDB = aFactory()
    const store = await aStore({ indexedDB })
    valueOf(
      await store.sync.setStatus({ phase: 'problem', problem: { code: 'network.captive-portal' }, lastContactAt: NOW }),
    )
    store.close()
    const again = await aStore({ indexedDB, identity: null, isExpected: true })
    expect(await again.syncCentre.status()).toMatchObject({
      phase: 'problem',
      problem: { code: 'network.captive-portal' },
      lastContactAt: NOW,
      lastSentAt: null,
    })
  })

  it('answers with a problem once the store is closed', async () => {
    const store = await aStore()
    store.close()
    expect(codeOf(await store.sync.position())).toBe('storage.closed')
  })
})

describe('a conflict', () => {
  it('DAT-26: names both authors as far as the endpoint has told who they are', async () => {
    const { store, id } = await aStoreWithAnswers(1)
    const people = [{ id: 'acc-monitor', displayName: 'Bà Hoa (minh họa)' }]
    valueOf(await store.sync.setIdentity({ ...store.identity, people }, 'v2'))
    const others = ['acc-monitor', 'acc-nobody'].map((u, i): Op => {
      const at = { d: `b${i}`, n: 1, h: hlcAt(NOW, i + 1), s: self, k: 'answer', e: `ans.${id}.Q01`, u, sv: 1 }
      return { ...at, f: { score: [i] } }
    })
    const feeds = [{ feed: self, ops: others, snap: null, after: null, to: 2 }]
    valueOf(await store.sync.applyAnswer(anAnswer({ feeds })))
    const [conflict] = await store.syncCentre.conflicts()
    const { displayName } = store.identity.account
    expect(conflict?.heads.map(({ author, authorName }) => [author, authorName])).toEqual(
      expect.arrayContaining([
        ['acc-secretary', displayName],
        ['acc-monitor', 'Bà Hoa (minh họa)'],
        ['acc-nobody', undefined],
      ]),
    )
  })
})

describe('what became of a refusal', () => {
  it('DAT-21: accepted it leaves the list, put away it stays with its reason and is asked after no more', async () => {
    const { store } = await aStoreWithAnswers(2)
    const rejected = [1, 2, 3].map((n) => ({ n, code: 'access.forbidden' }))
    valueOf(await store.sync.applyAnswer(anAnswer({ push: push(4, { rejected }) })))
    expect(valueOf(await store.sync.position()).refused).toEqual([1, 2, 3])
    const decided = [
      { n: 1, verdict: 'accepted' as const, reason: '', atMs: NOW },
      { n: 2, verdict: 'dismissed' as const, reason: 'Xã đã sáp nhập', atMs: NOW },
    ]
    valueOf(await store.sync.applyAnswer(anAnswer({ push: push(4, { decided }) })))
    expect(await store.syncCentre.attention()).toMatchObject([
      { n: 2, code: 'access.forbidden', dismissed: { reason: 'Xã đã sáp nhập', at: NOW } },
      { n: 3, code: 'access.forbidden' },
    ])
    expect(valueOf(await store.sync.position()).refused).toEqual([3])
  })

  it('DAT-42: an endpoint brought back from before the decision is asked anew, and what waits there again is listed again', async () => {
    const { store } = await aStoreWithAnswers(2)
    const rejected = [1, 2].map((n) => ({ n, code: 'op.context-ahead' }))
    valueOf(await store.sync.applyAnswer(anAnswer({ push: push(4, { rejected }) })))
    const decided = [
      { n: 1, verdict: 'accepted' as const, reason: '', atMs: NOW },
      { n: 2, verdict: 'dismissed' as const, reason: 'Xã đã sáp nhập', atMs: NOW },
    ]
    valueOf(await store.sync.applyAnswer(anAnswer({ push: push(4, { decided }) })))
    expect(valueOf(await store.sync.position()).refused).toEqual([])
    valueOf(await store.sync.applyAnswer(anAnswer({ inc: 'restored' })))
    expect(valueOf(await store.sync.position()).refused).toEqual([1, 2])
    expect(await store.syncCentre.attention()).toEqual([
      expect.objectContaining({ n: 1, code: 'op.context-ahead' }),
      expect.not.objectContaining({ dismissed: expect.anything() }),
    ])
    valueOf(await store.sync.applyAnswer(anAnswer({ inc: 'restored', push: push(4, { decided }) })))
    expect(await store.syncCentre.attention()).toMatchObject([{ n: 2, dismissed: { reason: 'Xã đã sáp nhập' } }])
  })
})
