import { createHash } from 'node:crypto'
import { appendFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { JournalFile, journalFiles } from '#server/journal/journal-file.ts'
import { type RestoreRefusedError, restoreInstallation } from '#server/restore/restore-installation.ts'
import { runRestore } from '#server/restore/restore-command.ts'
import { BlobFiles } from '#server/photo/blob-files.ts'
import { copyInThread } from '#server/store/sqlite/backup-copy.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import type { Device, EndpointStore, PushOutcome } from '#server/store/store-contract.ts'
import { HOUR, NOW, repeatableRandom, SetClock } from '#support/endpoint/edges.ts'
import { grant, idOf } from '#support/endpoint/place-fixture.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { enrol, FEED, fill, opOf, opsOf, push, pushOf } from './store/store-records.ts'

const driver = await sqliteDriver()
const random = repeatableRandom(11)

interface Folders {
  readonly dataDir: string
  readonly backupDir: string
  readonly journalDir: string | null
}

const foldersIn = (outer = tempFolder()): Folders & { journalDir: string } => ({
  dataDir: path.join(outer, 'd'),
  backupDir: path.join(outer, 'b'),
  journalDir: path.join(outer, 'j'),
})

/** A store as the endpoint runs it: shared commits, backups in a thread, and a journal where one is asked for. */
function open({ dataDir, backupDir, journalDir }: Folders, trouble: unknown[] = []) {
  const store = openSqliteStore({
    folder: dataDir,
    backupFolder: backupDir,
    driver,
    random,
    groupMs: 2,
    copy: copyInThread(driver),
    journal: journalDir === null ? undefined : new JournalFile(journalDir, new SetClock()),
    onJournalTrouble: (error) => trouble.push(error),
  })
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await store.close()
    isOpen = false
  }
  onTestFinished(close)
  return { store, close }
}

const lose = ({ dataDir }: Folders): void => rmSync(dataDir, { recursive: true })

/** Everything of the devices' feed that somebody else reads, by device and n. */
const dotsIn = async (store: EndpointStore): Promise<readonly string[]> =>
  (await store.pull(FEED, 0, 'nobody', 1_000_000)).ops.map(({ d, n }) => `${d} ${n}`)

/** Asks until the journal has caught up: its fsync follows the commit. */
async function safeOf(store: EndpointStore, device: Device, atLeast: number): Promise<number> {
  for (let i = 0; i < 200; i++) {
    const outcome = await push(store, device, [])
    if (outcome.type === 'stored' && outcome.safe >= atLeast) return outcome.safe
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error('it does not become safe')
}

const stored = (outcome: PushOutcome) => (outcome.type === 'stored' ? outcome : { ack: -1, safe: -1, expect: null })

describe('an installation whose data folder was deleted', () => {
  it('END-54: comes back from its backup under a new incarnation with everything that was safe, and devices heal the rest', async () => {
    const folders = { ...foldersIn(), journalDir: null }
    const before = open(folders)
    await fill(before.store)
    const device = await enrol(before.store)
    await push(before.store, device, opsOf(device, 1, 40))
    await before.store.backup(NOW)
    const { ack, safe } = stored(await push(before.store, device, opsOf(device, 41, 60)))
    expect([ack, safe]).toEqual([60, 40])
    const incarnation = await before.store.incarnation()
    await before.close()

    lose(folders)
    const said: string[] = []
    const env = { SOTAY_DATA: folders.dataDir, SOTAY_BACKUPS: folders.backupDir }
    expect(await runRestore([], { say: (line) => said.push(line), env })).toBe(0)
    expect(said.join('\n')).toContain('endpoint-20261121T030000Z.sqlite')

    const { store } = open(folders)
    expect(await store.incarnation()).not.toBe(incarnation)
    expect(await dotsIn(store)).toHaveLength(safe)
    const told = stored(await push(store, device, [opOf(device, 61)]))
    expect([told.ack, told.safe, told.expect]).toEqual([40, 40, 41])
    expect(stored(await push(store, device, opsOf(device, 41, 61))).ack).toBe(61)
    expect(await dotsIn(store)).toHaveLength(61)
  })

  it('END-54, END-74: a photo that was called safe comes back, also one copied after the newest backup', async () => {
    const folders = { ...foldersIn(), journalDir: null }
    const before = open(folders)
    await fill(before.store)
    await before.store.backup(NOW)
    await before.close()
    const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const [live, copies] = [new BlobFiles(folders.dataDir), new BlobFiles(folders.backupDir)]
    writeFileSync(path.join(live.incoming, 'one'), bytes)
    expect(await live.adopt('one', sha256)).toBe(7)
    await copies.copyFrom(live, sha256)

    lose(folders)
    expect(await restoreInstallation({ ...folders, driver })).toMatchObject({ photos: 1, photosMissing: 0 })
    const { store } = open(folders)
    expect(await store.blob(sha256)).toEqual({ sha256, size: 7, mime: 'image/jpeg' })
    expect(new BlobFiles(folders.dataDir).has(sha256)).toBe(true)
  })

  it('END-50: with a journal what was acknowledged is safe without a backup, and the journal alone brings it back', async () => {
    const folders = foldersIn()
    const before = open(folders)
    await fill(before.store)
    const [device, other] = [await enrol(before.store), await enrol(before.store, 'colleague')]
    await push(before.store, device, opsOf(device, 1, 30))
    await push(before.store, other, opsOf(other, 1, 5, { e: 'ans-1' }))
    const judge = () => 'access.forbidden' as const
    await before.store.ingest(pushOf(other, opsOf(other, 6, 7), { judge }))
    await before.store.decide({ device: other.id, n: 6, verdict: 'accepted', by: 'acc.x', reason: 'đúng', nowMs: NOW })
    await before.store.saveAccounts([], [grant('monitor', 'area-monitor', 'area-181')])
    expect(await safeOf(before.store, device, 30)).toBe(30)
    expect(await safeOf(before.store, other, 7)).toBe(7)
    const [dots, facts, grants] = [await dotsIn(before.store), await before.store.facts(), await before.store.grants()]
    const snapshot = await before.store.snapshot(FEED, '', 1_000_000)
    await before.close()

    lose(folders)
    expect(await restoreInstallation({ ...folders, driver })).toMatchObject({
      backup: null,
      opsFromJournal: 36,
      torn: 0,
    })
    const { store } = open(folders)
    expect(await dotsIn(store)).toEqual(dots)
    expect(await store.facts()).toEqual(facts)
    expect(await store.grants()).toEqual(grants)
    expect(await store.snapshot(FEED, '', 1_000_000)).toEqual(snapshot)
    expect(await store.decidedOf(other.id, [6])).toMatchObject([{ verdict: 'accepted', reason: 'đúng' }])
    expect(stored(await push(store, device, [opOf(device, 31)])).ack).toBe(31)
  })

  it('END-50: backup and journal together lose nothing, also over a second restoration and with two restarts between', async () => {
    const folders = foldersIn()
    let place = open(folders)
    await fill(place.store)
    const device = await enrol(place.store)
    const again = async (from: number, to: number): Promise<void> => {
      await push(place.store, device, opsOf(device, from, to))
      expect(await safeOf(place.store, device, to)).toBe(to)
    }
    const reopen = async (): Promise<void> => {
      await place.close()
      place = open(folders)
    }
    await again(1, 10)
    await place.store.backup(NOW)
    await again(11, 20)
    await reopen()
    await again(21, 30)
    await place.close()
    lose(folders)
    expect(await restoreInstallation({ ...folders, driver })).toMatchObject({ opsFromJournal: 20 })
    place = open(folders)
    await again(31, 40)
    await place.store.saveAccounts([], [grant('secretary', 'iso-secretary', 'ls25-06001', '2026-01-01', '2026-12-31')])
    await place.store.backup(NOW + HOUR)
    await again(41, 50)
    await reopen()
    await place.close()
    lose(folders)
    expect(await restoreInstallation({ ...folders, driver })).toMatchObject({ opsFromJournal: 10 })
    place = open(folders)
    expect(await dotsIn(place.store)).toHaveLength(50)
    expect((await place.store.grants(idOf('secretary'))).map(({ to }) => to)).toEqual(['2026-12-31'])
  })

  it('END-51: takes an older backup when the newest is damaged, and says so', async () => {
    const folders = { ...foldersIn(), journalDir: null }
    const before = open(folders)
    await fill(before.store)
    const device = await enrol(before.store)
    await push(before.store, device, opsOf(device, 1, 3))
    await before.store.backup(NOW)
    await push(before.store, device, [opOf(device, 4)])
    const { file } = await before.store.backup(NOW + HOUR)
    await before.close()
    lose(folders)
    truncateSync(path.join(folders.backupDir, file), 9000)
    const report = await restoreInstallation({ ...folders, driver })
    expect(report.damaged).toEqual([file])
    expect(await dotsIn(open(folders).store)).toHaveLength(3)
  })

  it('END-54: a folder that holds data is never written over, and nothing is made of nothing', async () => {
    const folders = foldersIn()
    const refusal = async (): Promise<unknown> =>
      restoreInstallation({ ...folders, driver }).catch((error: unknown) => (error as RestoreRefusedError).reason)
    expect(await refusal()).toBe('nothing-to-restore')
    await open(folders).close()
    expect(await refusal()).toBe('not-empty')
    const lines: string[] = []
    expect(await runRestore(['--to', folders.dataDir], { say: (line) => lines.push(line), env: {} })).toBe(1)
    expect(lines.join('')).toContain('đã có dữ liệu')
    expect(await runRestore(['--wrong'], { say: () => undefined, env: {} })).toBe(2)
  })
})

describe('the journal', () => {
  it('END-50: a cut in mid-write costs the torn group and nothing after it', async () => {
    const folders = foldersIn()
    const first = open(folders)
    await fill(first.store)
    const device = await enrol(first.store)
    await push(first.store, device, opsOf(device, 1, 5))
    await first.close()
    const [file = ''] = journalFiles(folders.journalDir)
    const text = readFileSync(file, 'utf8')
    const line = text.slice(text.lastIndexOf('{"t":"op"')).split('\n')[0] ?? ''
    appendFileSync(file, `${line}\n${line.slice(0, -40)}`)
    const second = open(folders)
    await push(second.store, device, opsOf(device, 6, 9))
    await second.close()
    lose(folders)
    const { torn, opsFromJournal } = await restoreInstallation({ ...folders, driver })
    expect([torn, opsFromJournal]).toEqual([2, 9])
  })

  it('END-50: that cannot be written keeps nobody from working; nothing is safe by it until it has caught up', async () => {
    const folders = foldersIn()
    const trouble: unknown[] = []
    const first = open(folders, trouble)
    await fill(first.store)
    const device = await enrol(first.store)
    await push(first.store, device, opsOf(device, 1, 5))
    expect(await safeOf(first.store, device, 5)).toBe(5)
    await first.close()
    rmSync(folders.journalDir, { recursive: true })
    writeFileSync(folders.journalDir, 'not a folder any more')
    expect(() => new JournalFile(folders.journalDir, new SetClock())).toThrow(
      expect.objectContaining({ code: 'ENOTDIR' }),
    )
    rmSync(folders.journalDir)

    const second = open(folders, trouble)
    rmSync(folders.journalDir, { recursive: true })
    expect(stored(await push(second.store, device, opsOf(device, 6, 8))).ack).toBe(8)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(stored(await push(second.store, device, [])).safe).toBeLessThan(8)
    expect(trouble.length).toBeGreaterThan(0)
    await second.close()

    const third = open(folders, trouble)
    await push(third.store, device, [opOf(device, 9)])
    expect(await safeOf(third.store, device, 9)).toBe(9)
    await third.close()
    lose(folders)
    expect(await restoreInstallation({ ...folders, driver })).toMatchObject({ backup: null, opsFromJournal: 9 })
  })

  it('END-50: begun late it holds what was there before as well', async () => {
    const folders = foldersIn()
    const without = open({ ...folders, journalDir: null })
    await fill(without.store)
    const device = await enrol(without.store)
    await push(without.store, device, opsOf(device, 1, 2500))
    await without.close()
    const withJournal = open(folders)
    await push(withJournal.store, device, [opOf(device, 2501)])
    expect(await safeOf(withJournal.store, device, 2501)).toBe(2501)
    await withJournal.close()
    lose(folders)
    expect(await restoreInstallation({ ...folders, driver })).toMatchObject({ backup: null, opsFromJournal: 2501 })
  })

  it('END-50: of another installation in the same folder is left alone', async () => {
    const [mine, theirs] = [foldersIn(), foldersIn()]
    const other = open({ ...theirs, journalDir: mine.journalDir })
    await fill(other.store)
    const stranger = await enrol(other.store)
    await push(other.store, stranger, opsOf(stranger, 1, 4))
    await other.close()
    const own = open(mine)
    await fill(own.store)
    const device = await enrol(own.store)
    await push(own.store, device, opsOf(device, 1, 2))
    await own.store.backup(NOW)
    await own.close()
    lose(mine)
    expect(await restoreInstallation({ ...mine, driver })).toMatchObject({ opsFromJournal: 0 })
    expect(await dotsIn(open(mine).store)).toHaveLength(2)
  })
})

describe('a backup', () => {
  it('END-51: is made beside the work: pushes are acknowledged while it runs', async () => {
    const folders = { ...foldersIn(), journalDir: null }
    const { store } = open(folders)
    await fill(store)
    const device = await enrol(store)
    for (let i = 0; i < 10; i++) await push(store, device, opsOf(device, i * 2000 + 1, (i + 1) * 2000))
    let isRunning = true
    const backup = store.backup(NOW).finally(() => {
      isRunning = false
    })
    let during = 0
    for (let n = 20_001; isRunning && n < 20_200; n++) {
      await push(store, device, [opOf(device, n)])
      if (isRunning) during++
    }
    expect((await backup).ops).toBeGreaterThanOrEqual(20_000)
    expect(during).toBeGreaterThan(2)
    expect(readdirSync(folders.backupDir)).toHaveLength(1)
    const { safe } = stored(await push(store, device, []))
    expect(safe).toBeGreaterThanOrEqual(20_000)
  })
})
