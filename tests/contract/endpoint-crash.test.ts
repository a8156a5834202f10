import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Op } from '#domain/change/op.ts'
import { opFingerprint } from '#server/ingest/op-fingerprint.ts'
import { restoreInstallation } from '#server/restore/restore-installation.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import { repeatableRandom } from '#support/endpoint/edges.ts'
import { HttpDevice } from '#support/endpoint/http-device.ts'
import { RealEndpoint } from '#support/endpoint/real-endpoint.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { fill } from './store/store-records.ts'

/** `npm run crash` plays twenty; every run of the tests some. */
const ROUNDS = Number(process.env.SOTAY_CRASH_ROUNDS ?? 4)
const DEVICES = 4
/** Acknowledged in every round before its kill. */
const ENOUGH = 20

const driver = await sqliteDriver()

interface Place {
  readonly env: Readonly<Record<string, string>>
  readonly folders: { readonly dataDir: string; readonly backupDir: string; readonly journalDir: string }
  readonly devices: readonly HttpDevice[]
}

async function preparePlace(): Promise<Place> {
  const outer = tempFolder()
  const folders = {
    dataDir: path.join(outer, 'd'),
    backupDir: path.join(outer, 'b'),
    journalDir: path.join(outer, 'j'),
  }
  const random = repeatableRandom(5)
  const store = openSqliteStore({ folder: folders.dataDir, backupFolder: folders.backupDir, driver, random })
  await fill(store)
  const names = Array.from({ length: DEVICES }, (_, i) => `máy${i}`.normalize('NFD').replace(/\W/g, ''))
  const devices = await Promise.all(names.map((name) => HttpDevice.enrol(store, 'secretary', name)))
  await store.close()
  const env = { SOTAY_DATA: folders.dataDir, SOTAY_BACKUPS: folders.backupDir, SOTAY_JOURNAL: folders.journalDir }
  return { env, folders, devices }
}

function start(env: Place['env'], before: readonly string[] = []): RealEndpoint {
  const endpoint = new RealEndpoint(env, before)
  onTestFinished(async () => {
    await endpoint.end('SIGKILL')
  })
  return endpoint
}

/** What was acknowledged, with its content, and what was called safe. */
class Ledger {
  readonly acknowledged: Op[] = []
  safe = new Map<string, number>()
}

/** Pushes without pause until the endpoint is gone; what was not acknowledged goes again in the next round. */
async function pushUntilGone(device: HttpDevice, address: string, waiting: Op[], ledger: Ledger): Promise<void> {
  try {
    await device.renew(address)
    for (;;) {
      while (waiting.length < 3) waiting.push(...device.ops(3))
      const { ack, safe, expect: gap } = (await device.sync(address, waiting)).push
      if (gap !== null) throw new RangeError(`the endpoint lacks ${gap} of ${device.id}`)
      ledger.safe.set(device.id, Math.max(safe, ledger.safe.get(device.id) ?? 0))
      while (waiting[0] && waiting[0].n <= ack) ledger.acknowledged.push(waiting.shift() as Op)
    }
  } catch (error) {
    if (error instanceof RangeError) throw error
  }
}

function storedHashes(folder: string): ReadonlyMap<string, string> {
  const db = driver.open(path.join(folder, 'endpoint.sqlite'))
  try {
    expect(db.prepare('PRAGMA integrity_check').get()?.integrity_check).toBe('ok')
    const holes = db.prepare('SELECT feed FROM op GROUP BY feed HAVING max(seq) <> count(*)').all()
    expect(holes).toEqual([])
    const rows = db.prepare('SELECT dev, n, hash FROM op').all()
    return new Map(rows.map((row) => [`${row.dev} ${row.n}`, String(row.hash)]))
  } finally {
    db.close()
  }
}

const missingFrom = (stored: ReadonlyMap<string, string>, ops: readonly Op[]): readonly string[] =>
  ops.filter((op) => stored.get(`${op.d} ${op.n}`) !== opFingerprint(op)).map((op) => `${op.d} ${op.n}`)

describe('an endpoint that is killed', () => {
  it(
    'END-6, END-55: has everything it acknowledged after kills in mid-write, and everything it called safe after its folder is lost',
    async () => {
      const { env, folders, devices } = await preparePlace()
      const ledger = new Ledger()
      const queues = devices.map((): Op[] => [])
      for (let round = 0; round < ROUNDS; round++) {
        const endpoint = start(env)
        const address = await endpoint.address()
        const enough = ledger.acknowledged.length + ENOUGH
        const work = devices.map((device, i) => pushUntilGone(device, address, queues[i] ?? [], ledger))
        for (let i = 0; i < 300 && ledger.acknowledged.length < enough; i++) await pause(10)
        await pause((round * 37) % 80)
        expect((await endpoint.end('SIGKILL')).signal).toBe('SIGKILL')
        await Promise.all(work)
      }
      process.stdout.write(`${ledger.acknowledged.length} operations acknowledged over ${ROUNDS} kills\n`)
      expect(ledger.acknowledged.length).toBeGreaterThan(ROUNDS * ENOUGH)
      expect(missingFrom(storedHashes(folders.dataDir), ledger.acknowledged)).toEqual([])

      const rescued = `${folders.dataDir}-rescued`
      await restoreInstallation({ ...folders, dataDir: rescued, driver })
      const safe = ledger.acknowledged.filter(({ d, n }) => n <= (ledger.safe.get(d) ?? 0))
      expect(safe.length).toBeGreaterThan(0)
      expect(missingFrom(storedHashes(rescued), safe)).toEqual([])
    },
    60_000 + ROUNDS * 8000,
  )
})

const straceProgram = ['/usr/bin/strace', '/bin/strace'].find(existsSync)

function canTrace(): boolean {
  if (straceProgram === undefined) return false
  try {
    execFileSync(straceProgram, ['-o', '/dev/null', '/bin/true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('the order of an acknowledgement', () => {
  it.skipIf(!canTrace())(
    'END-6: the write-ahead log is flushed to the disk before the answer goes to the socket',
    async () => {
      const { env, folders, devices } = await preparePlace()
      const trace = path.join(folders.dataDir, '..', 'trace')
      const calls = 'trace=fsync,fdatasync,pwrite64,write,writev,sendto,sendmsg'
      const endpoint = start(env, [straceProgram ?? '', '-D', '-f', '-y', '-s', '4000', '-e', calls, '-o', trace])
      const address = await endpoint.address()
      const [device] = devices
      await device?.renew(address)
      for (let i = 0; i < 3; i++) await device?.sync(address, device.ops(2))
      await endpoint.end('SIGTERM')
      const lines = readFileSync(trace, 'utf8').split('\n')
      const answers = lines.flatMap((line, i) => (/(writev?|sendto|sendmsg)\(.*\\"ack\\":[246]/.test(line) ? [i] : []))
      expect(answers).toHaveLength(3)
      for (const answer of answers) {
        const before = lines.slice(0, answer)
        const written = before.findLastIndex((line) => /pwrite64\(\d+<[^>]*endpoint\.sqlite-wal/.test(line))
        const flushed = before.findLastIndex((line) =>
          /(fsync|fdatasync)\(\d+<[^>]*endpoint\.sqlite-wal>\)\s+= 0/.test(line),
        )
        expect(written).toBeGreaterThan(0)
        expect(flushed).toBeGreaterThan(written)
      }
    },
    60_000,
  )
})
