import { describe, expect, it } from 'vitest'
import { paths } from '#protocol/paths.ts'
import { restoreInstallation } from '#server/restore/restore-installation.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import { NOW } from '#support/endpoint/edges.ts'
import { createScene, type Scene, type SceneOptions } from '#support/endpoint/endpoint-scene.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import { trySignIn } from '#support/endpoint/test-device.ts'
import { forCarrier, HandOverDevice, SELF } from '#support/hand-over/hand-over-device.ts'

const NEW_ADDRESS = 'https://so-tay.moi.example'
const driver = await sqliteDriver()

/** The same data at another address: what `npm run restore` makes out of the last backup. */
const restoredFrom =
  (old: Scene): NonNullable<SceneOptions['open']> =>
  async (folder, random) => {
    const backupDir = `${old.folder}-backups`
    await restoreInstallation({ dataDir: folder, backupDir, journalDir: null, driver })
    return openSqliteStore({ folder, backupFolder: `${folder}-backups`, driver, random })
  }

/** The old address after the move: the old folder, served only to send people on. */
const sendingOn = (old: Scene) =>
  createScene({
    open: async () => ({ ...old.store, close: async () => undefined }),
    isFilled: true,
    seed: 7,
    movedTo: NEW_ADDRESS,
  })

const bring = (scene: Scene, file: Uint8Array, token: string) =>
  scene.app.inject({
    method: 'POST',
    url: paths.handOver,
    payload: Buffer.from(file),
    headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${token}` },
  })

describe('an installation that moved to a new address', () => {
  it('END-63: its old address sends people on and takes nothing, and a store is handed over whole by its file', async () => {
    const old = await createScene()
    const device = await HandOverDevice.signIn(old, 'secretary')
    await device.answer('q1', { score: 3 })
    await device.sync()
    await old.store.backup(NOW)
    await device.answer('q2', { score: 2 })
    await device.answer('q3', { note: 'viết khi máy chủ đã chuyển' })

    const left = await sendingOn(old)
    const refused = await left.post(paths.sync, {}, { authorization: `Bearer ${device.token}` })
    expect([refused.statusCode, refused.json()]).toEqual([
      410,
      { code: 'server.moved', params: { address: NEW_ADDRESS } },
    ])
    expect((await trySignIn(left, 'secretary')).json()).toMatchObject({ code: 'server.moved' })
    expect((await left.get(paths.health)).statusCode).toBe(200)
    expect((await left.get(paths.handOverPass, { authorization: `Bearer ${device.token}` })).statusCode).toBe(200)
    expect((await left.post(paths.challenge, { replica: device.replica })).statusCode).toBe(200)

    const { bytes } = await device.make(forCarrier)
    expect((await bring(left, bytes, device.token)).json()).toMatchObject({ code: 'server.moved' })
    const moved = await createScene({ open: restoredFrom(old), isFilled: true, seed: 11 })
    const there = await HandOverDevice.signIn(moved, 'secretary')
    const taken = await bring(moved, bytes, there.token)
    expect(taken.statusCode).toBe(200)
    await there.sync()
    expect(await there.shown('q1', 'score')).toEqual([3])
    expect(await there.shown('q2', 'score')).toEqual([2])
    expect(await there.shown('q3', 'note')).toEqual(['viết khi máy chủ đã chuyển'])
    expect((await moved.store.positions([SELF]))[0]?.seq).toBe(3)
  })
})
