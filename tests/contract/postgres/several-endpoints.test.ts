import { describe, expect, it, onTestFinished } from 'vitest'
import { packBatch } from '#protocol/batch.ts'
import { paths } from '#protocol/paths.ts'
import { sessionSchema } from '#protocol/session-message.ts'
import { CARE_SETTINGS } from '#server/care/care-settings.ts'
import { createEndpoint, type Endpoint } from '#server/create-endpoint.ts'
import { createDeviceKeyPair } from '#support/endpoint/device-key-pair.ts'
import { CHEAP, HOUR, NOW } from '#support/endpoint/edges.ts'
import { type Scene, createScene } from '#support/endpoint/endpoint-scene.ts'
import { grant } from '#support/endpoint/place-fixture.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { signIn, TestDevice } from '#support/endpoint/test-device.ts'
import { emptyDatabase, sql } from '#support/postgres/databases.ts'
import { openedPostgres } from '#support/postgres/opened-store.ts'

/** Two endpoints on one database, as a proxy in front of them would use them in turns. */
async function openTwo(): Promise<readonly [Scene, Scene]> {
  const url = await emptyDatabase()
  const open = async () => (await openedPostgres(url)).store
  return [await createScene({ open }), await createScene({ open, isFilled: true, seed: 2 })]
}

/** The same device, talking to another endpoint. */
const at = (scene: Scene, { session, key }: TestDevice, username: string): TestDevice =>
  new TestDevice(scene, username, session, key)

describe('a device that meets another endpoint at every request', () => {
  it('END-44: signs in at one, pushes at the other, and nothing is doubled or lost', async () => {
    const [a, b] = await openTwo()
    const device = await signIn(a, 'secretary')
    const elsewhere = at(b, device, 'secretary')
    const ops = Array.from({ length: 6 }, () => device.op())
    const first = await device.push(...ops.slice(0, 3))
    expect((await elsewhere.push(...ops)).push).toMatchObject({ ack: 6, expect: null })
    expect((await device.push(...ops)).push.ack).toBe(6)
    expect(first.inc).toBe((await elsewhere.sync()).inc)
    const colleague = await signIn(b, 'colleague')
    const read = await colleague.sync()
    expect(read.feeds['ls25-06001/self']?.snap).toHaveLength(6)
    const { inc } = read
    const more = await at(a, colleague, 'colleague').sync({ inc, cur: { 'ls25-06001/self': 3 } })
    expect(more.feeds['ls25-06001/self']).toMatchObject({ to: 6, more: false })
  })

  it('END-8: renews at one with the challenge of the other, once', async () => {
    const [a, b] = await openTwo()
    const device = await signIn(a, 'secretary')
    const { challenge } = (await a.post(paths.challenge, { replica: device.replica })).json<{ challenge: string }>()
    const signature = device.key.sign(`renew:${device.replica}:${challenge}`)
    const renew = (scene: Scene) => scene.post(paths.renew, { replica: device.replica, challenge, signature })
    const answers = await Promise.all([renew(a), renew(b)])
    expect(answers.map(({ statusCode }) => statusCode).sort((x, y) => x - y)).toEqual([200, 401])
    expect((await at(b, device, 'secretary').trySync()).statusCode).toBe(200)
  })

  it('END-5: finds grants that ended, and safe numbers that rose, at both', async () => {
    const [a, b] = await openTwo()
    const device = await signIn(a, 'secretary')
    const elsewhere = at(b, device, 'secretary')
    await device.push(device.op(), device.op())
    await a.store.backup(NOW)
    expect((await elsewhere.sync()).push).toMatchObject({ ack: 2, safe: 2 })
    await a.store.saveAccounts([], [grant('secretary', 'iso-secretary', 'ls25-06001', '2026-01-01', '2026-06-30')])
    const { inc } = await device.sync()
    expect((await elsewhere.sync({ inc, cur: { 'ls25-06001/self': 2 } })).gone).toEqual(['ls25-06001/self'])
  })

  it('END-6: is told when the database’s disk is full, and gets everything in once there is room', async () => {
    const url = await emptyDatabase()
    const scene = await createScene({ open: async () => (await openedPostgres(url)).store })
    const device = await signIn(scene, 'secretary')
    await sql(
      url,
      `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'full' USING ERRCODE = 'disk_full'; END $$;
      CREATE TRIGGER full_disk BEFORE INSERT ON ent FOR EACH ROW EXECUTE FUNCTION full_disk()`,
    )
    const ops = [device.op(), device.op()]
    const refused = await device.trySync({ push: packBatch(ops) })
    expect([refused.statusCode, refused.json()]).toEqual([507, { code: 'server.storage-full' }])
    expect((await device.sync()).push).toMatchObject({ ack: 0 })
    await sql(url, 'DROP TRIGGER full_disk ON ent')
    expect((await device.push(...ops)).push).toMatchObject({ ack: 2, expect: null })
  })

  it('END-6: of backups asked for at the same time one is made, and everybody has its report', async () => {
    const [a, b] = await openTwo()
    const device = await signIn(a, 'secretary')
    await device.push(device.op())
    const reports = await Promise.all([a.store.backup(NOW), b.store.backup(NOW + HOUR)])
    expect(reports[0]).toEqual(reports[1])
    expect((await b.store.deviceById(device.replica))?.safeN).toBe(1)
  })
})

async function start(databaseUrl: string): Promise<Endpoint> {
  const care = { ...CARE_SETTINGS, summaryMinutes: null }
  const options = { dataDir: tempFolder(), databaseUrl, demo: true, logger: false, passwordCost: CHEAP, care }
  const endpoint = await createEndpoint(options)
  onTestFinished(() => endpoint.close())
  return endpoint
}

const COUNTS = `SELECT (SELECT count(DISTINCT account)::int FROM device) AS authors,
  (SELECT count(*)::int FROM device) AS devices, (SELECT count(*)::int FROM op) AS ops`

describe('several endpoints that start on one empty database', () => {
  it('END-44, END-12: make tables, key and demonstration data once', async () => {
    const url = await emptyDatabase()
    const endpoints = await Promise.all([start(url), start(url), start(url)])
    const { rows } = await sql(url, COUNTS)
    const { authors, devices, ops } = rows[0] as Record<'authors' | 'devices' | 'ops', number>
    expect(devices).toBe(authors)
    expect(ops).toBeGreaterThan(500)
    const seeders = endpoints.filter(({ demoAccounts }) => demoAccounts.length > 0)
    expect(seeders).toHaveLength(1)
    const { username, password } = seeders[0]?.demoAccounts[0] ?? {}
    const deviceKey = createDeviceKeyPair().publicKey
    const payload = { username, password, deviceLabel: '', deviceKey, replica: null }
    const sessions = await Promise.all(
      endpoints.map((endpoint) => endpoint.inject({ method: 'POST', url: paths.signIn, payload })),
    )
    const keys = sessions.map((response) => sessionSchema.parse(response.json()).endpointKey)
    expect(new Set(keys).size).toBe(1)
  })
})
