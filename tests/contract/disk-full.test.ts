import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { packBatch } from '#protocol/batch.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import type { Database, SqliteDriver } from '#server/store/sqlite/sqlite-surface.ts'
import { createScene, type Scene, type SceneOptions } from '#support/endpoint/endpoint-scene.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { signIn, type TestDevice } from '#support/endpoint/test-device.ts'
import { listening, photoBytes, record, sha256, Uploader } from '#support/endpoint/uploader.ts'

const driver = await sqliteDriver()

/** A disk of so many bytes at this place, in memory; false where this machine does not let us. */
function mountSmallDisk(folder: string, bytes: number): boolean {
  mkdirSync(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return false
  }
  return true
}

const unmount = (folder: string): void => void execFileSync('umount', ['-l', folder], { stdio: 'ignore' })

const canMount = (() => {
  const folder = path.join(tempFolder(), 'try')
  if (!mountSmallDisk(folder, 65_536)) return false
  unmount(folder)
  return true
})()

const opened =
  (groupMs: number, from: SqliteDriver = driver): NonNullable<SceneOptions['open']> =>
  async (folder, random) =>
    openSqliteStore({ folder, backupFolder: `${folder}-backups`, driver: from, random, groupMs })

/** Pushes until there is no room, and tells how far it got and what the refusal was. */
async function fillUp(device: TestDevice) {
  const note = randomBytes(3000).toString('base64')
  let stored = 0
  for (let i = 0; i < 2000; i++) {
    const ops = Array.from({ length: 5 }, () => device.op({ f: { note: [note + i] } }))
    const response = await device.trySync({ push: packBatch(ops) })
    if (response.statusCode !== 200) return { stored, status: response.statusCode, body: response.json<unknown>(), ops }
    stored += 5
  }
  throw new Error('the disk is not full')
}

async function expectNothingHalfStored(scene: Scene, device: TestDevice, stored: number): Promise<void> {
  const [known] = (await scene.store.devices()).filter(({ id }) => id === device.replica)
  expect(known?.lastN).toBe(stored)
  expect((await scene.store.facts()).ops).toBe(stored)
  expect(await scene.store.positions(['ls25-06001/self'])).toMatchObject([{ id: 'ls25-06001/self', seq: stored }])
}

describe('a disk that is full', () => {
  it.each([0, 2])(
    'END-62: refuses with a clear code, stores nothing by halves and goes on when there is room (shared commits of %d ms)',
    async (groupMs) => {
      let limited: Database | undefined
      const small: SqliteDriver = {
        ...driver,
        open: (file, options) => {
          limited = driver.open(file, options)
          return limited
        },
      }
      const scene = await createScene({ open: opened(groupMs, small) })
      const device = await signIn(scene, 'secretary')
      const pages = Number(limited?.prepare('PRAGMA page_count').get()?.page_count)
      limited?.exec(`PRAGMA max_page_count = ${pages + 60}`)
      const full = await fillUp(device)
      expect([full.status, full.body]).toEqual([507, { code: 'server.storage-full' }])
      await expectNothingHalfStored(scene, device, full.stored)
      limited?.exec('PRAGMA max_page_count = 1000000')
      expect((await device.push(...full.ops)).push.ack).toBe(full.stored + 5)
    },
  )

  it.skipIf(!canMount)('END-62: holds on a real disk that is full as well, also while others push', async () => {
    const disks: string[] = []
    const scene = await createScene({
      open: async (folder, random) => {
        mountSmallDisk(folder, 3_000_000)
        disks.push(folder)
        writeFileSync(path.join(folder, 'ballast'), randomBytes(400_000))
        return opened(2)(folder, random)
      },
    })
    onTestFinished(() => disks.forEach(unmount))
    const [device, other] = [await signIn(scene, 'secretary'), await signIn(scene, 'colleague')]
    const [full] = await Promise.all([fillUp(device), fillUp(other)])
    expect([full.status, full.body]).toEqual([507, { code: 'server.storage-full' }])
    expect((await device.sync({ maxBytes: 1 }).catch(() => null))?.push.ack ?? full.stored).toBe(full.stored)
    rmSync(path.join(scene.folder, 'ballast'))
    expect((await device.push(...full.ops)).push.ack).toBe(full.stored + 5)
  })

  it.skipIf(!canMount)('END-57: for photos alone: the photo waits with a code of its own, text is taken', async () => {
    const disks: string[] = []
    const scene = await createScene({
      photoLimits: { reserveBytes: 0 },
      open: async (folder, random) => {
        const blobs = path.join(folder, 'blobs')
        mountSmallDisk(blobs, 400_000)
        disks.push(blobs)
        return opened(0)(folder, random)
      },
    })
    onTestFinished(() => disks.forEach(unmount))
    const device = await signIn(scene, 'secretary')
    const uploader = new Uploader(device, await listening(scene))
    const [first, second] = [randomBytes(300_000), photoBytes(300_000)]
    const location = (await uploader.begin(second)).headers.get('location') ?? ''
    writeFileSync(path.join(scene.folder, 'blobs', 'other'), first)
    const refused = await uploader.send(location, 0, second)
    expect([refused.status, await refused.json()]).toEqual([507, { code: 'evidence.disk-full' }])
    expect((await device.push(record(device, sha256(second)))).push.ack).toBe(1)
    rmSync(path.join(scene.folder, 'blobs', 'other'))
    const offset = Number((await uploader.head(location)).headers.get('upload-offset'))
    expect((await uploader.send(location, offset, second.subarray(offset))).status).toBe(204)
  })
})
