import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { packBatch } from '#protocol/batch.ts'
import { MovedStoreError } from '#server/store/moved-store-error.ts'
import { moveToPostgres } from '#server/store/move/move-to-postgres.ts'
import { runMove } from '#server/store/move/move-command.ts'
import { NotEmptyError } from '#server/store/postgres/restore.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import type { Database } from '#server/store/sqlite/sqlite-surface.ts'
import { NOW, repeatableRandom } from '#support/endpoint/edges.ts'
import { createScene, type Scene } from '#support/endpoint/endpoint-scene.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { signIn, TestDevice } from '#support/endpoint/test-device.ts'
import { emptyDatabase, sql } from '#support/postgres/databases.ts'
import { openedPostgres } from '#support/postgres/opened-store.ts'

const SELF = 'ls25-06001/self'
const PUB = 'ls25-06001/pub'
const driver = await sqliteDriver()

function sourceOf(folder: string): Database {
  const database = driver.open(path.join(folder, 'endpoint.sqlite'))
  onTestFinished(() => database.close())
  return database
}

/** An office at work: two feeds, a conflict, something refused, a photo, a closed device. */
async function office(): Promise<{ scene: Scene; device: TestDevice; colleague: TestDevice }> {
  const scene = await createScene()
  const [device, colleague] = [await signIn(scene, 'secretary'), await signIn(scene, 'colleague')]
  await device.push(
    device.op({ e: 'same', f: { note: ['một'] } }),
    device.op(),
    device.op({ s: PUB, k: 'nothing-known' }),
  )
  await colleague.push(colleague.op({ e: 'same', f: { note: ['hai', {}] } }), colleague.op({ u: 'acc.chairman' }))
  const sha256 = ['b'.repeat(64)] as const
  await device.push(device.op({ k: 'evidence', e: 'evd', f: { sha256 } }))
  await scene.store.saveBlob({ sha256: sha256[0], size: 7, mime: 'image/jpeg' }, NOW)
  await scene.store.saveChallenge('hash', device.replica, NOW + 1000, NOW)
  await scene.store.saveSetting('ghi chú', 'chữ có dấu và 😀')
  return { scene, device, colleague }
}

const onPostgres = async (url: string): Promise<Scene> =>
  createScene({ open: async () => (await openedPostgres(url)).store, isFilled: true, seed: 3 })

const at = (scene: Scene, { session, key }: TestDevice): TestDevice => new TestDevice(scene, 'secretary', session, key)

async function allOf({ store }: Scene) {
  const feeds = [SELF, PUB]
  return {
    inc: await store.incarnation(),
    places: await store.places(),
    accounts: await store.accounts(),
    grants: await store.grants(),
    devices: await store.devices(),
    quarantine: await store.quarantine(100),
    positions: await store.positions(feeds),
    ops: await Promise.all(feeds.map((feed) => store.pull(feed, 0, 'nobody', 1_000_000))),
    entities: await Promise.all(feeds.map((feed) => store.snapshot(feed, '', 1_000_000))),
    settings: [await store.setting('endpoint_key_private'), await store.setting('ghi chú')],
    blob: await store.blob('b'.repeat(64)),
    photoIn: await store.feedsReferringTo('b'.repeat(64)),
  }
}

describe('an office that moves to PostgreSQL', () => {
  it('END-45: finds everything there, and its devices notice nothing: one request, nothing sent or read again', async () => {
    const { scene, device } = await office()
    const before = await device.sync()
    const cur = Object.fromEntries(Object.entries(before.feeds).map(([feed, { to }]) => [feed, to]))
    expect(before.more).toBe(false)
    const there = await allOf(scene)
    const url = await emptyDatabase()
    expect(await moveToPostgres(sourceOf(scene.folder), url)).toMatchObject({ type: 'moved' })
    const moved = await onPostgres(url)
    expect(await allOf(moved)).toEqual(there)
    expect(there.quarantine.length).toBeGreaterThan(0)
    const after = await at(moved, device).sync({ inc: before.inc, cur })
    expect(after).toMatchObject({ inc: before.inc, push: before.push, feeds: {}, gone: [], more: false })
    expect(after.grantsVersion).toBe(before.grantsVersion)
    const next = await at(moved, device).push(device.op())
    expect(next.push).toMatchObject({ ack: before.push.ack + 1, expect: null })
  })

  it('END-45: takes no writes at the old place any more, neither running nor started again', async () => {
    const { scene, device } = await office()
    await moveToPostgres(sourceOf(scene.folder), await emptyDatabase())
    expect((await device.trySync()).statusCode).toBe(200)
    const response = await device.trySync({ push: packBatch([device.op()]) })
    expect(response.statusCode).toBe(500)
    const again = () =>
      openSqliteStore({ folder: scene.folder, backupFolder: tempFolder(), driver, random: repeatableRandom(5) })
    expect(again).toThrow(MovedStoreError)
  })

  it('END-45: goes nowhere where there is data already, and stays as it was', async () => {
    const { scene, device } = await office()
    const url = await emptyDatabase()
    const other = await openedPostgres(url)
    await other.store.saveSetting('whose', 'somebody else’s')
    await expect(moveToPostgres(sourceOf(scene.folder), url)).rejects.toThrow(NotEmptyError)
    expect((await device.push(device.op())).push.expect).toBeNull()
    expect(await other.store.setting('whose')).toBe('somebody else’s')
  })

  it('END-45: a copy that differs by one row is thrown away whole', async () => {
    const { scene, device } = await office()
    const url = await emptyDatabase()
    await openedPostgres(url)
    await sql(url, `DELETE FROM meta WHERE key <> 'schema_version'`)
    await sql(
      url,
      `CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN IF NEW.n = 2 THEN NEW.body := '{"score":[9]}'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER spoil BEFORE INSERT ON op FOR EACH ROW EXECUTE FUNCTION spoil()`,
    )
    await expect(moveToPostgres(sourceOf(scene.folder), url)).rejects.toThrow(`op ${SELF}`)
    expect((await sql(url, 'SELECT 1 FROM op')).rowCount).toBe(0)
    expect((await device.push(device.op())).push.expect).toBeNull()
  })

  it('END-45: cut after the seal, is finished by the same command; run once more, it says so', async () => {
    const { scene } = await office()
    const url = await emptyDatabase()
    // The transaction on PostgreSQL fails at its very end, when the file is sealed already.
    await openedPostgres(url).then(({ close }) => close())
    await sql(url, `DELETE FROM meta WHERE key <> 'schema_version'`)
    await sql(
      url,
      `CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'cut'; END $$;
      CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON op DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cut()`,
    )
    await expect(moveToPostgres(sourceOf(scene.folder), url)).rejects.toThrow('cut')
    await sql(url, 'DROP TRIGGER cut ON op')
    const there = await allOf(scene)
    expect(await moveToPostgres(sourceOf(scene.folder), url)).toMatchObject({ type: 'moved' })
    expect(await allOf(await onPostgres(url))).toEqual(there)
    expect(await moveToPostgres(sourceOf(scene.folder), url)).toEqual({ type: 'already-there' })
  })

  it('END-45: says in both languages what was moved and what to do next', async () => {
    const { scene } = await office()
    const [url, said] = [await emptyDatabase(), [] as string[]]
    const edges = { say: (text: string) => void said.push(text), env: { DATABASE_URL: url } }
    expect(await runMove([], { ...edges, env: {} })).toBe(2)
    expect(await runMove(['--', '--from', scene.folder], edges)).toBe(0)
    expect(await runMove(['--from', scene.folder, '--to', 'postgres://nobody:x@127.0.0.1:1/x'], edges)).toBe(1)
    expect(said[0]).toContain('Cách dùng')
    expect(said[1]).toMatch(/Đã chuyển và đối chiếu \d+ thao tác trong 2 luồng/)
    expect(said[1]).toContain('start with DATABASE_URL')
    expect(said[2]).toContain('PostgreSQL cannot be used')
  })
})
