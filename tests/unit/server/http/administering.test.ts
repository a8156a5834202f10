import { describe, expect, it } from 'vitest'
import { paths } from '#protocol/paths.ts'
import { identitySchema } from '#protocol/session-message.ts'
import { openLiveDirectory } from '#server/identity/live-directory.ts'
import { DAY } from '#support/endpoint/edges.ts'
import { createScene, type Scene } from '#support/endpoint/endpoint-scene.ts'
import { AREA, COMMUNE, FAR, grant, idOf, NEIGHBOUR } from '#support/endpoint/place-fixture.ts'
import { signIn, type TestDevice } from '#support/endpoint/test-device.ts'

const PUB = `${COMMUNE}/pub`
const MERGED = 'ls27-06001'

const post = (device: TestDevice, url: string, body: object) => device.scene.post(url, body, device.headers)
const identityOf = async (device: TestDevice) =>
  identitySchema.parse((await device.scene.get(paths.identity, device.headers)).json())
const progress = (device: TestDevice, feed = PUB) =>
  device.op({ s: feed, k: 'assessment-progress', e: `asm.${feed}`, f: { answered: [1] } })
const again = (scene: Scene, device: TestDevice, username: string) =>
  signIn(scene, username, { replica: device.replica, key: device.key })

describe('grants changed while the installation runs', () => {
  it('END-35, END-37: a grant given opens its feeds at the next request, one ended closes them', async () => {
    const scene = await createScene()
    const [writer, monitor, administrator] = [
      await signIn(scene, 'secretary'),
      await signIn(scene, 'other-monitor'),
      await signIn(scene, 'administrator'),
    ]
    await writer.push(progress(writer))
    const before = await monitor.sync()
    const wanted = grant('other-monitor', 'area-monitor', AREA, '2026-11-21')
    expect((await post(administrator, paths.adminGrants, wanted)).json()).toEqual({ ok: true })
    const gained = await monitor.sync()
    expect([Object.keys(before.feeds), Object.keys(gained.feeds)]).toEqual([[], [PUB]])
    expect(gained.grantsVersion).not.toBe(before.grantsVersion)
    expect(gained.grantsVersion).toBe((await identityOf(monitor)).grantsVersion)
    await post(administrator, paths.adminGrants, { ...wanted, to: '2026-11-21' })
    scene.clock.advance(DAY)
    const later = await again(scene, monitor, 'other-monitor')
    expect(await later.sync({ cur: { [PUB]: 1 } })).toMatchObject({ feeds: {}, gone: [PUB] })
  })

  it('END-37: only an administrator gives grants, to accounts and places that exist, for days that exist', async () => {
    const scene = await createScene()
    const administrator = await signIn(scene, 'administrator')
    const right = grant('colleague', 'internal-auditor', COMMUNE)
    for (const username of ['secretary', 'monitor', 'province', 'chairman'])
      expect((await post(await signIn(scene, username), paths.adminGrants, right)).statusCode).toBe(403)
    for (const [wrong, status] of [
      [{ ...right, account: 'acc.nobody' }, 400],
      [{ ...right, scope: 'p99' }, 403],
      [{ ...right, role: 'emperor' }, 400],
      [{ ...right, from: '2026-11-31' }, 400],
      [{ ...right, to: '2025-12-31' }, 400],
      [grant('administrator', 'administrator', 'p20', '2026-01-01', '2026-11-20'), 403],
    ] as const)
      expect([wrong, (await post(administrator, paths.adminGrants, wrong)).statusCode]).toEqual([wrong, status])
    expect((await post(administrator, paths.adminGrants, right)).statusCode).toBe(200)
  })

  it('END-35: what another endpoint on the database changed holds here as well', async () => {
    const scene = await createScene()
    const directory = await openLiveDirectory(scene.store)
    const before = directory.version
    await scene.store.saveUnitChange({
      places: [{ id: 'ls25-09999', parent: AREA, kind: 'commune', name: 'Xã mới', code: '09999' }],
      successions: [],
      grants: [grant('secretary', 'iso-secretary', 'ls25-09999')],
    })
    expect(directory.communesIn(AREA)).toEqual([COMMUNE, NEIGHBOUR])
    await directory.refresh()
    expect(directory.communesIn(AREA)).toEqual([COMMUNE, NEIGHBOUR, 'ls25-09999'])
    expect(directory.version).not.toBe(before)
    const writer = await signIn(scene, 'secretary')
    expect((await writer.push(progress(writer, 'ls25-09999/pub'))).push.rejected).toEqual([])
  })

  it('END-36: the identity names those who write where the caller reads, by position, and nobody else', async () => {
    const scene = await createScene()
    const namesFor = async (username: string) =>
      ((await identityOf(await signIn(scene, username))).people ?? []).map(({ id }) => id.replace('acc.', ''))
    // The administrator and the department publish the forms that everybody reads.
    expect(await namesFor('secretary')).toEqual([
      'administrator',
      'auditor',
      'chairman',
      'colleague',
      'monitor',
      'province',
      'secretary',
    ])
    expect(await namesFor('other-monitor')).toEqual(['administrator', 'other-monitor', 'province'])
    expect(await namesFor('administrator')).toEqual(['administrator', 'province'])
    const [person] = (await identityOf(await signIn(scene, 'monitor'))).people ?? []
    expect(Object.keys(person ?? {}).sort()).toEqual(['displayName', 'id'])
  })

  it('END-36: somebody whose grant ended is still named, because the records still carry the account', async () => {
    const scene = await createScene()
    await scene.store.saveAccounts([], [grant('colleague', 'iso-secretary', COMMUNE, '2026-01-01', '2026-02-01')])
    const { people } = await identityOf(await signIn(scene, 'secretary'))
    expect(people?.map(({ id }) => id)).toContain(idOf('colleague'))
  })
})

describe('a revoked device', () => {
  it('END-33: reads nothing more, is told to let go of what it holds, and its work is kept for a decision', async () => {
    const scene = await createScene()
    const [lost, administrator] = [await signIn(scene, 'secretary'), await signIn(scene, 'administrator')]
    await lost.push(lost.op())
    expect((await post(administrator, paths.adminRevokeDevice, { device: lost.replica })).statusCode).toBe(200)
    const answer = await lost.push(lost.op({ e: 'unsent' }))
    expect(answer.push).toMatchObject({ ack: 2, rejected: [{ n: 2, code: 'device.revoked' }] })
    const after = await lost.sync({ inc: answer.inc, cur: { [`${COMMUNE}/self`]: 1 } })
    expect(after).toMatchObject({ feeds: {}, gone: [`${COMMUNE}/self`], blobsWanted: [] })
    expect(await identityOf(lost)).toMatchObject({ grants: [], places: [], people: [] })
    expect((await scene.get(`${paths.blobs}/${'a'.repeat(64)}`, lost.headers)).statusCode).toBe(403)
    const body = { device: lost.replica, n: 2, verdict: 'accepted', reason: '' }
    expect((await post(administrator, paths.adminQuarantine, body)).statusCode).toBe(200)
    expect((await scene.store.facts()).ops).toBe(2)
  })

  it('END-33: the person signs in again under another replica and goes on', async () => {
    const scene = await createScene()
    const [lost, administrator] = [await signIn(scene, 'secretary'), await signIn(scene, 'administrator')]
    await post(administrator, paths.adminRevokeDevice, { device: lost.replica })
    const fresh = await again(scene, lost, 'secretary')
    expect(fresh.replica).not.toBe(lost.replica)
    expect((await fresh.push(fresh.op())).push.rejected).toEqual([])
  })

  it('END-37: only an administrator revokes, and not the device in hand', async () => {
    const scene = await createScene()
    const [device, administrator] = [await signIn(scene, 'secretary'), await signIn(scene, 'administrator')]
    const own = { device: administrator.replica }
    expect((await post(device, paths.adminRevokeDevice, own)).statusCode).toBe(403)
    expect((await post(administrator, paths.adminRevokeDevice, own)).statusCode).toBe(403)
    expect((await post(administrator, paths.adminRevokeDevice, { device: 'nobody' })).statusCode).toBe(403)
  })

  it('END-10: two people on one tablet write under two replicas, and neither in the name of the other', async () => {
    const scene = await createScene()
    const [first, second] = [await signIn(scene, 'secretary'), await signIn(scene, 'chairman')]
    expect(first.replica).not.toBe(second.replica)
    const answer = await first.push(first.op({ u: second.account }))
    expect(answer.push.rejected).toEqual([{ n: 1, code: 'access.forbidden' }])
  })
})

describe('two communes that merge', () => {
  const merger = {
    predecessors: [COMMUNE, NEIGHBOUR],
    successors: [{ id: MERGED, name: 'Xã Mới', code: '06001', parent: AREA }],
    on: '2026-11-22',
  }

  async function merged() {
    const scene = await createScene()
    const [secretary, neighbour, administrator] = [
      await signIn(scene, 'secretary'),
      await signIn(scene, 'neighbour'),
      await signIn(scene, 'administrator'),
    ]
    await secretary.push(progress(secretary))
    await neighbour.push(progress(neighbour, `${NEIGHBOUR}/pub`))
    const late = progress(secretary)
    expect((await post(administrator, paths.adminUnits, merger)).json()).toEqual({ ok: true })
    const sameDay = await neighbour.push(progress(neighbour, `${NEIGHBOUR}/pub`))
    scene.clock.advance(2 * DAY)
    return { scene, late, sameDay, secretary: await again(scene, secretary, 'secretary') }
  }

  it('END-34: old devices get their new grants in the next answer, and read the feeds of both old units', async () => {
    const { scene, secretary } = await merged()
    const identity = await identityOf(secretary)
    expect(identity.grants.map(({ scope, from, to }) => [scope, from, to])).toEqual([[MERGED, '2026-11-22', null]])
    expect(identity.places.find(({ id }) => id === NEIGHBOUR)).toMatchObject({
      until: '2026-11-21',
      successors: [MERGED],
    })
    expect(identity.places.find(({ id }) => id === MERGED)).toMatchObject({ from: '2026-11-22', parent: AREA })
    const answer = await secretary.sync({ cur: { [`${FAR}/pub`]: 1 } })
    expect(Object.keys(answer.feeds).sort()).toEqual([PUB, `${NEIGHBOUR}/pub`].sort())
    expect(answer.gone).toEqual([`${FAR}/pub`])
    const monitor = await signIn(scene, 'monitor')
    expect(Object.keys((await monitor.sync()).feeds).sort()).toEqual([PUB, `${NEIGHBOUR}/pub`].sort())
    expect(Object.keys((await (await signIn(scene, 'other-monitor')).sync()).feeds)).toEqual([])
  })

  it('END-34: nobody writes to a frozen feed; what was made before the day is still taken, and the new feed is open', async () => {
    const { scene, secretary, late, sameDay } = await merged()
    expect(sameDay.push.rejected).toEqual([])
    const fresh = progress(secretary, `${MERGED}/pub`)
    const answer = await secretary.push(late, { ...fresh, n: 3 }, { ...progress(secretary), n: 4 })
    expect(answer.push).toMatchObject({ ack: 4, rejected: [{ n: 4, code: 'access.unit-ended' }] })
    const province = await signIn(scene, 'province')
    const visit = province.op({ s: PUB, k: 'visit', e: 'v', f: { done: ['x'] } })
    expect((await province.push(visit)).push.rejected).toEqual([{ n: 1, code: 'access.unit-ended' }])
    const administrator = await signIn(scene, 'administrator')
    const body = { device: province.replica, n: 1, verdict: 'accepted', reason: '' }
    expect((await post(administrator, paths.adminQuarantine, body)).json()).toEqual({ code: 'decision.impossible' })
  })

  it('END-34: a division ends the old rights and gives none: who works where is the administrator’s to say', async () => {
    const scene = await createScene()
    const [secretary, administrator] = [await signIn(scene, 'secretary'), await signIn(scene, 'administrator')]
    const half = (id: string) => ({ id, name: id, code: id.slice(5), parent: AREA })
    const successors = [half('ls27-00001'), half('ls27-00002')]
    await post(administrator, paths.adminUnits, { predecessors: [COMMUNE], successors, on: '2026-11-22' })
    await post(administrator, paths.adminGrants, grant('colleague', 'iso-secretary', 'ls27-00002', '2026-11-22'))
    await secretary.push(secretary.op())
    scene.clock.advance(DAY)
    const [old, moved] = [await again(scene, secretary, 'secretary'), await signIn(scene, 'colleague')]
    expect(Object.keys((await old.sync()).feeds)).toEqual([])
    expect(Object.keys((await moved.sync()).feeds)).toEqual([`${COMMUNE}/self`])
  })

  it('END-34, END-37: a unit is not merged twice, into itself, into nothing, or by anybody else', async () => {
    const scene = await createScene()
    const administrator = await signIn(scene, 'administrator')
    expect((await post(await signIn(scene, 'province'), paths.adminUnits, merger)).statusCode).toBe(403)
    for (const wrong of [
      { ...merger, successors: [] },
      { ...merger, predecessors: [COMMUNE, COMMUNE] },
      { ...merger, successors: [{ id: COMMUNE, name: '', code: '', parent: AREA }] },
      { ...merger, successors: [{ id: 'Không phải mã', name: '', code: '', parent: AREA }] },
      { ...merger, on: '2026-02-30' },
    ])
      expect((await post(administrator, paths.adminUnits, wrong)).statusCode).toBe(400)
    expect((await post(administrator, paths.adminUnits, merger)).statusCode).toBe(200)
    expect((await post(administrator, paths.adminUnits, merger)).statusCode).toBe(400)
  })
})
