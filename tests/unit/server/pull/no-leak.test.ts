// Whatever is granted, ended, revoked or merged, and in whatever order: a device gets the feeds of that moment and no others.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accessTable } from '#domain/access/access-table.ts'
import { type Role, roles } from '#domain/access/role.ts'
import { mayMoveCorrectiveAction } from '#domain/access/corrective-rights.ts'
import { mayWriteStageEvent } from '#domain/access/stage-rights.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import { isKind, isSealedKind, kindDefinition, kindRegistry } from '#domain/change/kind-registry.ts'
import type { Op } from '#domain/change/op.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { unpackOps } from '#protocol/unpack.ts'
import { loadCaller } from '#server/identity/caller.ts'
import { openLiveDirectory } from '#server/identity/live-directory.ts'
import { answerSync } from '#server/ingest/answer-sync.ts'
import { takeIn } from '#server/ingest/take-in.ts'
import { openClaimStore } from '#support/endpoint/claim-world.ts'
import { DAY, NOW } from '#support/endpoint/edges.ts'
import { AREA, COMMUNE, FAR, idOf, NEIGHBOUR, PROVINCE } from '#support/endpoint/place-fixture.ts'

const communes = [COMMUNE, NEIGHBOUR, FAR]
const audiences = ['self', 'audit', 'pub'] as const
const allFeeds = [...communes.flatMap((id) => audiences.map((audience) => `${id}/${audience}`)), `${PROVINCE}/plan`]
/** Written out by hand, so that it does not follow a mistake of the tree. */
const communesBelow: Readonly<Record<string, readonly string[]>> = {
  [PROVINCE]: communes,
  [AREA]: [COMMUNE, NEIGHBOUR],
  'area-181': [FAR],
  [COMMUNE]: [COMMUNE],
  [NEIGHBOUR]: [NEIGHBOUR],
  [FAR]: [FAR],
}
const scopes = Object.keys(communesBelow)

const dayOf = (ms: number) => new Date(ms + 7 * 3_600_000).toISOString().slice(0, 10) as LocalDate

interface Held {
  readonly role: Role
  readonly scope: string
  readonly from: LocalDate
  readonly to: LocalDate | null
}

function expectedFeeds(grants: readonly Held[], on: LocalDate): readonly string[] {
  const feeds = new Set<string>()
  for (const { role, scope, from, to } of grants) {
    if (on < from || (to !== null && on > to)) continue
    for (const audience of accessTable[role].reads) {
      if (audience === 'plan') feeds.add(`${PROVINCE}/plan`)
      else for (const commune of communesBelow[scope] ?? []) feeds.add(`${commune}/${audience}`)
    }
  }
  return [...feeds].sort()
}

const opIn = (d: string, n: number, feed: string, change: Partial<Op> = {}): Op => ({
  d,
  n,
  h: hlcAt(NOW) + n,
  s: feed,
  k: 'of-any-kind',
  e: `${feed} ${n}`,
  u: idOf('administrator'),
  sv: 1,
  f: { text: [feed] },
  ...change,
})

const step = fc.oneof(
  fc.record({
    do: fc.constant('grant' as const),
    role: fc.constantFrom(...roles),
    scope: fc.constantFrom(...scopes),
    from: fc.integer({ min: -3, max: 3 }),
    days: fc.option(fc.nat({ max: 4 })),
  }),
  fc.record({ do: fc.constant('day' as const) }),
  fc.record({ do: fc.constant('sync' as const), bytes: fc.constantFrom(1, 300, 500_000) }),
  fc.record({ do: fc.constant('revoke' as const) }),
)

async function oneHistory(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): Promise<void> {
  const store = await openClaimStore()
  const directory = await openLiveDirectory(store)
  const account = 'acc.wanderer'
  await store.saveAccounts(
    [{ id: account, username: 'wanderer', displayName: 'w', isIllustrative: true, passwordHash: null }],
    [],
  )
  const enrol = (who: string, id: string) =>
    store.enrolDevice({ account: who, label: '', publicKey: '', nowMs: NOW, idOf: () => id })
  const writer = await enrol(idOf('administrator'), 'writer')
  const ops = [...allFeeds, ...allFeeds].map((feed, i) => opIn(writer.id, i + 1, feed))
  await store.ingest({ device: writer.id, ops, nowMs: NOW, judge: () => null })
  const reader = await enrol(account, 'reader')
  const given = new Map<string, Held>()
  const [cur, pages] = [new Map<string, number>(), new Map<string, string>()]
  const held = new Map<string, Set<string>>()
  let [nowMs, isRevoked, inc] = [NOW, false, '']

  const sync = async (maxBytes: number): Promise<boolean> => {
    const device = await store.deviceById(reader.id)
    await directory.refresh()
    const caller = device && (await loadCaller(store, account, device, nowMs))
    if (!caller) throw new Error('the reader is gone')
    const lists = { cur: Object.fromEntries(cur), pages: Object.fromEntries(pages) }
    const request = { v: 1, dev: reader.id, inc, now: nowMs, push: null, maxBytes, ...lists }
    const answer = await answerSync({ store, directory, caller, nowMs }, request)
    if (!answer.ok) throw new Error(answer.error.code)
    const may = isRevoked ? [] : expectedFeeds([...given.values()], dayOf(nowMs))
    for (const [feed, { ops: batch, snap, after, to }] of Object.entries(answer.value.feeds)) {
      expect(may).toContain(feed)
      const texts = [
        ...(batch ? unpackOps(batch) : []).map((op) => [op.s, op.f.text?.[0]]),
        ...(snap ?? []).map((entity) => [entity.feed, entity.regs.text?.h[0]?.v]),
      ]
      for (const text of texts) expect(text).toEqual([feed, feed])
      held.set(feed, (held.get(feed) ?? new Set()).add(`${texts.length}`))
      pages.delete(feed)
      if (after === null) cur.set(feed, to)
      else pages.set(feed, after)
    }
    for (const feed of answer.value.gone) for (const map of [held, cur, pages]) map.delete(feed)
    expect([...held.keys()].filter((feed) => !may.includes(feed))).toEqual([])
    inc = answer.value.inc
    return answer.value.more
  }

  for (const one of steps) {
    if (one.do === 'day') nowMs += DAY
    else if (one.do === 'sync') await sync(one.bytes)
    else if (one.do === 'revoke') isRevoked = await store.revokeDevice(reader.id)
    else {
      const from = dayOf(nowMs + one.from * DAY)
      const to = one.days === null ? null : dayOf(nowMs + (one.from + one.days) * DAY)
      const grant = { role: one.role, scope: one.scope, from, to }
      given.set(`${one.role} ${one.scope} ${from}`, grant)
      await store.saveAccounts([], [{ account, ...grant }])
    }
  }
  for (let i = 0; (await sync(500)) && i < 200; i++);
  expect([...cur.keys()].sort()).toEqual(isRevoked ? [] : expectedFeeds([...given.values()], dayOf(nowMs)))
  await store.close()
}

describe('what a device gets to see', () => {
  it('END-5, END-33: no sequence of grants, ends and revocations opens a feed outside the grants, or keeps one closed', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 16 }), oneHistory), { numRuns: 40 })
  })

  it('END-5: every role × kind × feed is stored or refused as the table says, inside its place and nowhere else', async () => {
    const store = await openClaimStore()
    const directory = await openLiveDirectory(store)
    const kinds = [...Object.keys(kindRegistry).filter(isKind), 'of-a-newer-version']
    for (const role of roles) {
      const account = `acc.${role}`
      const person = { id: account, username: role, displayName: role, isIllustrative: true, passwordHash: null }
      const grants = [{ account, role, scope: COMMUNE, from: '2026-01-01' as LocalDate, to: null }]
      await store.saveAccounts([person], grants)
      const device = await store.enrolDevice({ account, label: '', publicKey: '', nowMs: NOW, idOf: (n) => `x${n}` })
      const type = ['declared-done', 'confirmed'].find((one) => mayWriteStageEvent(role, one)) ?? 'declared-done'
      const name = ['report-done', 'accept'].find((one) => mayMoveCorrectiveAction(role, one)) ?? 'report-done'
      const ofKind = accessTable[role].writes.find(([kind]) => isSealedKind(kind))?.[0] ?? 'submission'
      const tried = allFeeds.flatMap((feed) => kinds.map((kind) => ({ feed, kind })))
      const ops = tried.map(({ feed, kind }, i) =>
        opIn(device.id, i + 1, feed, {
          k: kind,
          u: account,
          e: `${role} ${i}`,
          f: { type: [type], name: [name], ofKind: [ofKind] },
        }),
      )
      await takeIn({ store, directory, nowMs: NOW }, { device, grants }, ops)
      const kept = await store.quarantineOf(device.id)
      // What such an operation would have to say is another question (END-141 to END-144).
      const refused = new Set(kept.flatMap(({ n, code }) => (code.startsWith('judged.') ? [] : [n])))
      for (const [i, { feed, kind }] of tried.entries()) {
        const [scope, audience] = feed.split('/')
        const isHere = scope === COMMUNE || audience === 'plan'
        const inTable = accessTable[role].writes.some(([k, a]) => a === audience && (k === kind || !isKind(kind)))
        const isPlace = !isKind(kind) || kindDefinition(kind).audiences.some((one) => one === audience)
        expect([role, feed, kind, !refused.has(i + 1)]).toEqual([role, feed, kind, isHere && inTable && isPlace])
      }
    }
    await store.close()
  })
})
