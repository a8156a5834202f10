import { lstatSync, readdirSync, statSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { paths } from '#protocol/paths.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import { repeatableRandom } from '#support/endpoint/edges.ts'
import { HttpDevice } from '#support/endpoint/http-device.ts'
import { RealEndpoint } from '#support/endpoint/real-endpoint.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { fill } from './store/store-records.ts'

const driver = await sqliteDriver()

/** Far below the minute for which a request may hang; no measure of speed. */
const MOST_STOPPING_MS = 15_000

function start(env: Readonly<Record<string, string>>): RealEndpoint {
  const endpoint = new RealEndpoint(env)
  onTestFinished(async () => {
    await endpoint.end('SIGKILL')
  })
  return endpoint
}

function placeIn(outer: string) {
  const [data, backups, journal] = ['d', 'b', 'j'].map((name) => path.join(outer, name)) as [string, string, string]
  return { data, backups, env: { SOTAY_DATA: data, SOTAY_BACKUPS: backups, SOTAY_JOURNAL: journal } }
}

const everythingIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true }).map((name) => path.join(folder, String(name)))

describe('the program', () => {
  it('END-59: ends with 0 within seconds of SIGTERM, after what was under way got its answer, and leaves no log behind', async () => {
    const outer = tempFolder()
    const { data, backups, env } = placeIn(outer)
    const store = openSqliteStore({ folder: data, backupFolder: backups, driver, random: repeatableRandom(9) })
    await fill(store)
    const devices = await Promise.all(['m1', 'm2', 'm3'].map((name) => HttpDevice.enrol(store, 'secretary', name)))
    await store.close()
    const endpoint = start(env)
    const address = await endpoint.address()
    for (const device of devices) await device.renew(address)
    const underWay = Promise.allSettled(devices.map((device) => device.sync(address, device.ops(200))))
    await new Promise((resolve) => setTimeout(resolve, 20))
    const since = performance.now()
    const { code } = await endpoint.end('SIGTERM')
    expect([code, performance.now() - since < MOST_STOPPING_MS]).toEqual([0, true])
    const answers = await underWay
    const acknowledged = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.push.ack] : []))
    const left = everythingIn(data).filter((file) => file.endsWith('-wal'))
    expect(left.every((file) => statSync(file).size === 0)).toBe(true)
    const db = driver.open(path.join(data, 'endpoint.sqlite'))
    const stored = db.prepare('SELECT last_n FROM device WHERE last_n > 0').all()
    db.close()
    expect(stored.length).toBeGreaterThanOrEqual(acknowledged.length)
    expect(acknowledged.every((ack) => ack === 200)).toBe(true)
  })

  it('END-59: a second signal does not wait for a request that never ends', async () => {
    const endpoint = start(placeIn(tempFolder()).env)
    const address = new URL(await endpoint.address())
    const headers = { 'content-type': 'application/json', 'content-length': 1000 }
    const hanging = http.request({
      host: address.hostname,
      port: address.port,
      path: paths.signIn,
      method: 'POST',
      headers,
    })
    hanging.on('error', () => undefined)
    hanging.write('{')
    await new Promise((resolve) => setTimeout(resolve, 100))
    endpoint.process.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 200))
    const since = performance.now()
    expect((await endpoint.end('SIGTERM')).code).toBe(0)
    expect(performance.now() - since).toBeLessThan(MOST_STOPPING_MS)
    hanging.destroy()
  })

  it.each(['SOTAY_BACKUPS', 'SOTAY_JOURNAL'])(
    'END-54: does not start with %s inside the data folder, where it would be lost with it',
    async (setting) => {
      const { data, env } = placeIn(tempFolder())
      const endpoint = start({ ...env, [setting]: path.join(data, 'inside') })
      expect((await endpoint.ended).code).toBe(1)
      expect(endpoint.said).toContain(`${setting} phải nằm ngoài thư mục dữ liệu`)
    },
  )

  it('END-64: leaves nothing that another user of the machine can read', async () => {
    const outer = tempFolder()
    const endpoint = start({ ...placeIn(outer).env, SOTAY_DEMO: '1' })
    await endpoint.address()
    await endpoint.end('SIGTERM')
    const open = everythingIn(outer).filter((file) => (lstatSync(file).mode & 0o077) !== 0)
    expect(open).toEqual([])
    expect(everythingIn(outer).length).toBeGreaterThan(6)
  }, 60_000)

  it.skipIf(process.platform !== 'linux')(
    'END-61: says at once which folder it cannot use, also where the system never would',
    async () => {
      const endpoint = start({ SOTAY_DATA: '/proc/nope', SOTAY_BACKUPS: path.join(tempFolder(), 'b') })
      expect((await endpoint.ended).code).toBe(1)
      expect(endpoint.said).toContain('Không ghi được vào thư mục "/proc/nope"; kiểm tra SOTAY_DATA')
      const { env } = placeIn(tempFolder())
      const journal = start({ ...env, SOTAY_JOURNAL: '/proc/nope' })
      expect((await journal.ended).code).toBe(1)
      expect(journal.said).toContain('SOTAY_JOURNAL')
    },
  )
})
