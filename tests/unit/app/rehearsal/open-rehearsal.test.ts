import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { needsEndpoint } from '#app/rehearsal/needs-endpoint.ts'
import { openRehearsal } from '#app/rehearsal/open-rehearsal.ts'
import { REHEARSAL_UNIT } from '#app/rehearsal/rehearsal-identity.ts'
import { readRescue } from '#app/rescue/rescue-data.ts'
import { personOf } from '#app/session/person.ts'
import { aClock, aFactory, IDBKeyRange, nodeHasher, someRandom, TODAY, valueOf } from '#support/store/test-store.ts'

/** Every list of units the program brings. */
const unitLists = import.meta.glob<string>('/src/domain/place/data/*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
})

const edges = () => ({ clock: aClock(), random: someRandom, hasher: nodeHasher, indexedDB: aFactory(), IDBKeyRange })

const namesIn = async (factory: IDBFactory) => (await factory.databases()).map(({ name }) => name)

afterEach(() => vi.unstubAllGlobals())

describe('the rehearsal commune', () => {
  it('DAY-17: lives in one database of its own, in a unit no list has', async () => {
    const own = edges()
    const session = valueOf(await openRehearsal(own))
    expect(await namesIn(own.indexedDB)).toEqual(['sotay-rehearsal'])
    for (const list of Object.values(unitLists)) expect(list).not.toContain(REHEARSAL_UNIT)
    const person = personOf(session.store.identity, TODAY)
    expect(person).toMatchObject({ workplace: 'commune', place: { id: REHEARSAL_UNIT } })
    expect(person?.may('procedure', `${REHEARSAL_UNIT}/pub`)).toBe(true)
    await session.close()
  })

  it('DAY-17: begins with a plan, stages done, a visit and a corrective action, none of it waiting to be sent', async () => {
    const { store, close } = valueOf(await openRehearsal(edges()))
    const pilot = await store.pilot.ofCommune(REHEARSAL_UNIT, TODAY)
    expect(pilot?.stages.slice(0, 5).map(({ status }) => status)).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
      'declared',
      'in-progress',
    ])
    expect(await store.visits.list([REHEARSAL_UNIT])).toHaveLength(1)
    expect(await store.corrective.list([REHEARSAL_UNIT])).toHaveLength(1)
    expect(await store.profiles.facts(REHEARSAL_UNIT)).toMatchObject({ procedures: 0, rounds: 0 })
    expect((await store.syncCentre.status()).pendingChanges).toBe(0)
    await close()
  })

  it('DAY-18: asks no network for anything, whatever is written, synced or looked for', async () => {
    const asked: string[] = []
    const refuse = (...call: unknown[]) => {
      asked.push(String(call[0]))
      throw new Error('a rehearsal asked the network')
    }
    vi.stubGlobal('fetch', refuse)
    vi.stubGlobal('XMLHttpRequest', refuse)
    vi.stubGlobal('WebSocket', refuse)
    const { store, sync, platform, close } = valueOf(await openRehearsal(edges()))
    valueOf(await store.assessments.start(REHEARSAL_UNIT, 'commune-self-assessment@1', '2015'))
    await sync.syncNow()
    expect(await platform.fetchPhoto('0'.repeat(64))).toMatchObject({ ok: false })
    expect([platform.handOver, platform.account, platform.administration, platform.trail]).toEqual(
      Array.from({ length: 4 }, () => undefined),
    )
    expect((await store.syncCentre.status()).pendingChanges).toBeGreaterThan(0)
    await close()
    expect(asked).toEqual([])
  })

  it('DAY-18: no file of it names the engine, the network or a session with an endpoint', () => {
    const sources = import.meta.glob<string>('/src/app/rehearsal/*.{ts,tsx}', {
      eager: true,
      query: '?raw',
      import: 'default',
    })
    expect(Object.keys(sources).length).toBeGreaterThan(5)
    const forbidden =
      /#sync\/|#protocol\/|network-parts|endpoint-edge|session-keeper|send-waiting|envelope-duty|\bfetch\(/
    for (const [file, source] of Object.entries(sources))
      expect(`${file} ${forbidden.exec(source)?.[0] ?? ''}`).toBe(`${file} `)
  })

  it('DAY-18: has no screen that is nothing without an endpoint', () => {
    for (const at of [
      '/sync',
      '/sync/hand-over',
      '/sign',
      '/more/account',
      '/more/admin/people',
      '/more/settings',
      '/more/trail',
    ])
      expect([at, needsEndpoint(at)]).toEqual([at, true])
    for (const at of ['/', '/self-assessment', '/procedures', '/more', '/rehearsal', '/signatures'])
      expect([at, needsEndpoint(at)]).toEqual([at, false])
  })

  it('DAY-20: goes on where it was left; an emptied one begins anew under another replica', async () => {
    const first = edges()
    const session = valueOf(await openRehearsal(first))
    valueOf(await session.store.assessments.start(REHEARSAL_UNIT, 'commune-self-assessment@1', '2015'))
    const { replica } = session.store.identity
    await session.close()
    const again = valueOf(await openRehearsal(first))
    expect(again.store.identity.replica).toBe(replica)
    expect(await again.store.assessments.list(REHEARSAL_UNIT)).toHaveLength(1)
    expect(await again.store.corrective.list([REHEARSAL_UNIT])).toHaveLength(1)
    await again.close()
    const anew = valueOf(
      await openRehearsal({ ...first, indexedDB: aFactory(), clock: aClock(Date.UTC(2026, 10, 22)) }),
    )
    expect(await anew.store.assessments.list(REHEARSAL_UNIT)).toEqual([])
    expect(anew.store.identity.replica).not.toBe(replica)
    await anew.close()
  })

  it('DAY-17: the rescue page, which exports what every store has not sent, does not know of it', async () => {
    const own = edges()
    const { store, close } = valueOf(await openRehearsal(own))
    valueOf(await store.assessments.start(REHEARSAL_UNIT, 'commune-self-assessment@1', '2015'))
    await close()
    vi.stubGlobal('indexedDB', own.indexedDB)
    expect(await readRescue()).toEqual([])
  })

  it('DAY-19: every printed page carries the words, and the band is no part of what is hidden on screen', () => {
    const css = readFileSync(path.join(process.cwd(), 'src/app/rehearsal/rehearsal-banner.module.css'), 'utf8')
    const printed = css.slice(css.indexOf('@media print'))
    expect(printed).toMatch(/\.printed \{\s+position: fixed/)
  })
})
