import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { archiveFiles, archiveFolderIn, archiveOf } from '#server/archive/archive-files.ts'
import { archivedOfDevices } from '#server/archive/archived-of-devices.ts'
import { runCompact } from '#server/care/compact-command.ts'
import { JournalFile, journalFiles } from '#server/journal/journal-file.ts'
import { restoreInstallation } from '#server/restore/restore-installation.ts'
import { copyInThread } from '#server/store/sqlite/backup-copy.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import type { CompactOrder } from '#server/store/compaction-contract.ts'
import type { Device, EndpointStore } from '#server/store/store-contract.ts'
import { runVerifyTrail } from '#server/trail/verify-command.ts'
import { HOUR, NOW, repeatableRandom, SetClock } from '#support/endpoint/edges.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { enrol, FEED, fill, opOf, push } from './store/store-records.ts'

const driver = await sqliteDriver()
const random = repeatableRandom(13)
const LATER = NOW + 200 * 24 * HOUR

interface Place {
  readonly dataDir: string
  readonly backupDir: string
  readonly journalDir: string
}

const placeIn = (outer = tempFolder()): Place => ({
  dataDir: path.join(outer, 'd'),
  backupDir: path.join(outer, 'b'),
  journalDir: path.join(outer, 'j'),
})

function open({ dataDir, backupDir, journalDir }: Place) {
  const journal = new JournalFile(journalDir, new SetClock())
  const options = { folder: dataDir, backupFolder: backupDir, driver, random, copy: copyInThread(driver), journal }
  const store = openSqliteStore(options)
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await store.close()
    isOpen = false
  }
  onTestFinished(close)
  return { store, close }
}

const compact = (store: EndpointStore, { dataDir, backupDir }: Place, nowMs = LATER) => {
  const order: CompactOrder = { nowMs, olderThanMs: HOUR, activeMs: HOUR, keep: archiveOf(dataDir, backupDir).keep }
  return store.compact(order)
}

const write = (store: EndpointStore, device: Device, from: number, to: number) =>
  push(
    store,
    device,
    Array.from({ length: to - from + 1 }, (_, i) => opOf(device, from + i, { e: 'ans-1' })),
  )

async function restored(place: Place, backup?: string) {
  rmSync(place.dataDir, { recursive: true, force: true })
  const report = await restoreInstallation({ ...place, driver, ...(backup !== undefined && { backup }) })
  return { report, ...open(place) }
}

async function verify({ dataDir, backupDir }: Place): Promise<{ code: number; said: string }> {
  const said: string[] = []
  const env = { SOTAY_DATA: dataDir, SOTAY_BACKUPS: backupDir }
  const code = await runVerifyTrail([], { say: (line) => said.push(line), env })
  return { code, said: said.join('\n') }
}

/** Ten writes of one record, a backup, a compaction, two more writes, another backup, two more writes. */
async function lived(place: Place) {
  const { store, close } = open(place)
  await fill(store)
  const device = await enrol(store)
  await write(store, device, 1, 10)
  const before = (await store.backup(NOW)).file
  expect((await compact(store, place)).ops).toBe(9)
  await write(store, device, 11, 12)
  const after = (await store.backup(LATER)).file
  await write(store, device, 13, 13)
  await write(store, device, 14, 14)
  await close()
  return { device, before, after }
}

describe('npm run compact', () => {
  async function run(place: Place, args: readonly string[], isRunning = false) {
    const said: string[] = []
    const env = { SOTAY_DATA: place.dataDir, SOTAY_BACKUPS: place.backupDir, SOTAY_JOURNAL: place.journalDir }
    const edges = { say: (line: string) => said.push(line), env, isRunning: async () => isRunning, nowMs: LATER }
    return { code: await runCompact(args, edges), said: said.join('\n') }
  }

  it('END-100, PER-4: moves what was replaced after a backup, and what somebody wrote can be given to them out of the archive', async () => {
    const place = placeIn()
    const { store, close } = open(place)
    await fill(store)
    const device = await enrol(store)
    await write(store, device, 1, 10)
    await close()
    expect(await run(place, ['--days', '1'], true)).toMatchObject({
      code: 2,
      said: expect.stringContaining('is running'),
    })
    expect((await run(place, ['--days', '0'])).code).toBe(2)
    expect(await run(place, ['--days', '1'])).toMatchObject({
      code: 0,
      said: expect.stringMatching(/Sao lưu.*9 thao tác/s),
    })
    expect((await verify(place)).code).toBe(0)
    const archive = archiveFolderIn(place.dataDir)
    const { ops, isWhole } = await archivedOfDevices(archive, [device.id], 100)
    expect([ops.map(({ n }) => n), isWhole]).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9], true])
    expect(ops[0]).toMatchObject({ d: device.id, s: FEED, e: 'ans-1', f: opOf(device, 1, { e: 'ans-1' }).f })
    expect((await archivedOfDevices(archive, ['nobody'], 100)).ops).toEqual([])
    expect(await archivedOfDevices(archive, [device.id], 4)).toMatchObject({ ops: { length: 4 }, isWhole: false })
    for (const file of archiveFiles(archive)) writeFileSync(file, 'torn')
    expect(await archivedOfDevices(archive, [device.id], 100)).toEqual({ ops: [], isWhole: false })
  })

  it('END-100: says so where there is nothing to compact', async () => {
    expect((await run(placeIn(), [])).code).toBe(2)
  })
})

describe('an installation that moved operations to the archive', () => {
  it('END-103, END-106: comes back from the backup after it and the journal, nothing twice, and its trail and archive hold', async () => {
    const place = placeIn()
    const { device, after } = await lived(place)
    const { report, store, close } = await restored(place)
    expect([report.backup, report.opsFromJournal]).toEqual([after, 2])
    expect(await store.facts()).toMatchObject({ ops: 5, archivedOps: 9 })
    expect(await push(store, device, [opOf(device, 3, { e: 'another' })])).toEqual({ type: 'forked', n: 3 })
    await close()
    expect(readdirSync(archiveFolderIn(place.dataDir))).toEqual(readdirSync(archiveFolderIn(place.backupDir)))
    expect((await verify(place)).code).toBe(0)
  })

  it('END-103: comes back from the backup before it and the journal, and moves the same once more without doubling it', async () => {
    const place = placeIn()
    const { before } = await lived(place)
    const { store, close } = await restored(place, before)
    expect(await store.facts()).toMatchObject({ ops: 14, archivedOps: 0 })
    expect((await compact(store, place)).ops).toBe(13)
    expect((await store.pull(FEED, 0, 'nobody', 1e9)).ops.map(({ n }) => n)).toEqual([14])
    await close()
    const lines = archiveFiles(archiveFolderIn(place.dataDir)).flatMap((file) =>
      gunzipSync(readFileSync(file)).toString().trim().split('\n'),
    )
    expect(lines).toHaveLength(13)
    expect((await verify(place)).code).toBe(0)
  })

  it('END-103: comes back whole from the journal alone, as if nothing had ever left', async () => {
    const place = placeIn()
    await lived(place)
    rmSync(place.backupDir, { recursive: true })
    const { report, store } = await restored(place)
    expect([report.backup, report.opsFromJournal]).toEqual([null, 14])
    expect(await store.facts()).toMatchObject({ ops: 14, archivedOps: 0 })
    expect((await store.snapshot(FEED, '', 1e9)).entities[0]?.regs.score?.h.map(({ n }) => n)).toEqual([14])
  })

  it('END-103: a torn journal behind it leads to a new link over feed and archive together', async () => {
    const place = placeIn()
    await lived(place)
    const [file = ''] = journalFiles(place.journalDir)
    const lines = readFileSync(file, 'utf8').split('\n')
    // The first of two pushes after the backup is torn, the second is whole: its link names a number too high.
    const torn = lines.findIndex((line) => line.startsWith('{"t":"op"') && line.includes('"n":13,'))
    writeFileSync(file, lines.toSpliced(torn, 1).join('\n'))
    const { store, close } = await restored(place)
    expect(await store.facts()).toMatchObject({ ops: 4, archivedOps: 9 })
    await close()
    expect(await verify(place)).toMatchObject({ code: 0, said: expect.stringContaining('chain made again') })
  })

  it('END-106: an archive that was changed or lost is told', async () => {
    const place = placeIn()
    await lived(place)
    expect((await verify(place)).said).toContain('9 thao tác')
    const [file = ''] = archiveFiles(archiveFolderIn(place.dataDir))
    const text = gunzipSync(readFileSync(file)).toString()
    writeFileSync(file, gzipSync(text.replace('{\\"score\\":[3]}', '{\\"score\\":[4]}')))
    expect(await verify(place)).toMatchObject({ code: 1, said: expect.stringContaining('bị sửa / changed: 1') })
    writeFileSync(file, gzipSync(text.split('\n').slice(2).join('\n')))
    expect(await verify(place)).toMatchObject({ code: 1, said: expect.stringContaining('thiếu / missing: 2') })
    writeFileSync(file, readFileSync(file).subarray(0, 40))
    expect((await verify(place)).code).toBe(1)
  })

  it('END-102: a damaged archive file stops the moving before anything leaves', async () => {
    const place = placeIn()
    await lived(place)
    const [file = ''] = archiveFiles(archiveFolderIn(place.dataDir))
    const kept = path.join(tempFolder(), 'kept')
    cpSync(file, kept)
    writeFileSync(file, readFileSync(file).subarray(0, 40))
    const { store } = open(place)
    await expect(compact(store, place)).rejects.toThrow('unexpected end of file')
    expect(await store.facts()).toMatchObject({ ops: 5, archivedOps: 9 })
    cpSync(kept, file)
    expect((await compact(store, place)).ops).toBe(4)
  })
})
