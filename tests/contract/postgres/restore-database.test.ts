/** "Safe" means: there again after the database and the data folder were lost. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { runRestore } from '#server/restore/restore-command.ts'
import { restoreDatabase } from '#server/restore/restore-database.ts'
import { HOUR, NOW } from '#support/endpoint/edges.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { emptyDatabase } from '#support/postgres/databases.ts'
import { openedPostgres } from '#support/postgres/opened-store.ts'
import { enrol, FEED, fill, opOf, opsOf, push } from '../store/store-records.ts'

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
const bytesOf = (name: string): Buffer => Buffer.concat([JPEG, Buffer.from(`ảnh ${name}`)])
const hashOf = (name: string): string => createHash('sha256').update(bytesOf(name)).digest('hex')

function putPhoto(folder: string, name: string): void {
  const hash = hashOf(name)
  mkdirSync(path.join(folder, 'blobs', hash.slice(0, 2)), { recursive: true })
  writeFileSync(path.join(folder, 'blobs', hash.slice(0, 2), hash), bytesOf(name))
}

/** Two backups, one of three operations and one of five; a sixth came after them. Photos: kept, copied, without copy. */
async function lostInstallation() {
  const { store, folder, close } = await openedPostgres(await emptyDatabase())
  const backupDir = path.join(folder, 'backups')
  await fill(store)
  const device = await enrol(store)
  await push(store, device, opsOf(device, 1, 3))
  for (const name of ['copied', 'without copy']) {
    await store.saveBlob({ sha256: hashOf(name), size: bytesOf(name).length, mime: 'image/jpeg' }, NOW)
  }
  await store.backup(NOW)
  await push(store, device, opsOf(device, 4, 5))
  await store.backup(NOW + HOUR)
  await push(store, device, [opOf(device, 6)])
  putPhoto(backupDir, 'copied')
  putPhoto(backupDir, 'copied after the backup')
  const incarnation = await store.incarnation()
  await close()
  const dataDir = path.join(tempFolder(), 'new')
  return { device, backupDir, dataDir, incarnation }
}

describe('an installation on PostgreSQL that lost database and data folder', () => {
  it('END-6, END-43, END-74: has everything that was safe again, under a new incarnation, and takes the rest from the devices', async () => {
    const { device, backupDir, dataDir, incarnation } = await lostInstallation()
    const [databaseUrl, said] = [await emptyDatabase(), [] as string[]]
    const edges = { say: (text: string) => void said.push(text), env: { DATABASE_URL: databaseUrl } }
    expect(await runRestore(['--to', dataDir, '--from', backupDir], edges)).toBe(0)
    expect(said.join('\n')).toContain('ảnh / photos: 2; còn thiếu / missing: 1')
    const { store } = await openedPostgres(databaseUrl, dataDir)
    expect(await store.incarnation()).not.toBe(incarnation)
    expect(await push(store, device, [opOf(device, 6)])).toEqual({ type: 'stored', ack: 6, safe: 5, expect: null })
    expect((await store.pull(FEED, 0, 'nobody', 9999)).ops).toHaveLength(6)
    expect([await store.blob(hashOf('copied')), await store.blob(hashOf('without copy'))]).toEqual([
      expect.objectContaining({ mime: 'image/jpeg' }),
      null,
    ])
    expect(await store.blob(hashOf('copied after the backup'))).toMatchObject({ mime: 'image/jpeg' })
    expect(existsSync(path.join(dataDir, 'blobs', hashOf('copied').slice(0, 2), hashOf('copied')))).toBe(true)
    expect(await runRestore(['--to', dataDir, '--from', backupDir], edges)).toBe(1)
    expect(said.at(-1)).toContain('The target database is not empty')
  })

  it('END-6: passes over a damaged backup, says so, and takes the one before', async () => {
    const { backupDir, dataDir } = await lostInstallation()
    const newest =
      readdirSync(backupDir)
        .filter((name) => name.endsWith('.gz'))
        .sort()
        .at(-1) ?? ''
    truncateSync(path.join(backupDir, newest), 400)
    const report = await restoreDatabase({ backupDir, dataDir, databaseUrl: await emptyDatabase() })
    expect(report).toMatchObject({ damaged: [newest], ops: 3 })
  })

  it('says that there is nothing to restore from', async () => {
    const { backupDir, dataDir } = await lostInstallation()
    for (const name of readdirSync(backupDir)) rmSync(path.join(backupDir, name), { recursive: true })
    const plan = { backupDir, dataDir, databaseUrl: await emptyDatabase() }
    await expect(restoreDatabase(plan)).rejects.toThrow('nothing-to-restore')
  })
})
