import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { errorLine } from '#server/care/error-line.ts'
import { paths } from '#protocol/paths.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { createScene, type SceneOptions } from '#support/endpoint/endpoint-scene.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import { signIn, trySignIn } from '#support/endpoint/test-device.ts'

const METRICS = '/v1/metrics'
const driver = await sqliteDriver()

/** A store in which one use case fails, as a defect would. */
const failing =
  (change: Partial<EndpointStore>): NonNullable<SceneOptions['open']> =>
  async (folder, random) => ({
    ...openSqliteStore({ folder, backupFolder: `${folder}-backups`, driver, random }),
    ...change,
  })

/** Commits shared, as the endpoint runs it: a crowd would take long otherwise. */
const sharing: NonNullable<SceneOptions['open']> = async (folder, random) =>
  openSqliteStore({ folder, backupFolder: `${folder}-backups`, driver, random, groupMs: 2 })

function logInto(lines: string[]) {
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  return { level: 'trace', stream }
}

describe('health', () => {
  it('END-58: says that it lives and is ready, which data it serves and what it speaks, and nothing else', async () => {
    const scene = await createScene()
    const response = await scene.get(paths.health)
    const inc = await scene.store.incarnation()
    expect([response.statusCode, response.json()]).toEqual([
      200,
      { ok: true, live: true, ready: true, inc, version: PROTOCOL_VERSION },
    ])
  })

  it('END-58: is not ready where the store does not answer', async () => {
    const scene = await createScene({ open: failing({ incarnation: async () => Promise.reject(new Error('gone')) }) })
    const response = await scene.get(paths.health)
    expect([response.statusCode, response.json()]).toMatchObject([503, { ok: false, live: true, ready: false }])
  })
})

describe('metrics', () => {
  it('END-58: are for this machine only, and not for somebody whom a proxy on it lets through', async () => {
    const { app } = await createScene()
    const ask = (headers: Record<string, string>, remoteAddress: string) =>
      app.inject({ method: 'GET', url: METRICS, headers, remoteAddress })
    expect((await ask({}, '127.0.0.1')).statusCode).toBe(200)
    expect((await ask({}, '::1')).statusCode).toBe(200)
    expect((await ask({}, '10.1.2.3')).statusCode).toBe(404)
    expect((await ask({ 'x-forwarded-for': '127.0.0.1' }, '127.0.0.1')).statusCode).toBe(404)
    expect((await ask({ authorization: 'Bearer undefined' }, '10.1.2.3')).statusCode).toBe(404)
  })

  it('END-58: with a token are for whoever knows it, from wherever, and for nobody else', async () => {
    const { app } = await createScene({ metricsToken: 'mot-hai-ba' })
    const ask = (authorization: string) =>
      app.inject({ method: 'GET', url: METRICS, headers: { authorization }, remoteAddress: '10.1.2.3' })
    expect((await ask('Bearer mot-hai-ba')).statusCode).toBe(200)
    expect((await ask('Bearer mot-hai')).statusCode).toBe(404)
    expect((await app.inject({ method: 'GET', url: METRICS })).statusCode).toBe(404)
  })

  it('END-58: count what happened and name nobody', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    await device.push(device.op({ f: { note: ['nội dung riêng'] } }))
    await scene.get('/v1/blobs/' + 'a'.repeat(64), device.headers)
    const { body, headers } = await scene.get(METRICS)
    expect(headers['content-type']).toContain('text/plain; version=0.0.4')
    expect(body).toMatch(/^sotay_stored_ops 1$/m)
    expect(body).toMatch(/sotay_request_seconds_count\{method="POST",route="\/v1\/sync",status="2xx"\} 1/)
    expect(body).toMatch(/^process_resident_memory_bytes \d+/m)
    for (const secret of ['secretary', '06001', 'nội dung', 'aaaa', device.replica, device.session.token])
      expect(body).not.toContain(secret)
  })
})

describe('the log', () => {
  it('END-58: of a sync, of sign-ins and of an error holds no name, no value and no token', async () => {
    const lines: string[] = []
    const words = 'chị Lan ở ls25-06001 viết: nội dung riêng'
    const quarantineOf = async () => Promise.reject(new Error(words))
    const scene = await createScene({ logger: logInto(lines), open: failing({ quarantineOf }) })
    const device = await signIn(scene, 'secretary', { address: '10.9.8.7' })
    await trySignIn(scene, 'secretary', { password: 'sai-mat-khau', address: '10.9.8.7' })
    const response = await device.trySync({ push: null })
    expect([response.statusCode, response.json()]).toEqual([500, { code: 'server.internal' }])
    const log = lines.join('')
    const failure = lines.map((line) => JSON.parse(line) as Record<string, unknown>).find(({ problem }) => problem)
    expect(failure).toMatchObject({ problem: 'server.internal', error: 'Error' })
    expect(JSON.stringify(failure?.at)).toContain('care.test.ts')
    for (const secret of ['secretary', '10.9.8.7', 'sai-mat-khau', 'Lan', 'nội dung', '06001', device.session.token])
      expect(log).not.toContain(secret)
  })

  it('END-58: keeps the words of system errors, which name files and no people', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    expect(errorLine(full)).toMatchObject({ code: 'ENOSPC', words: 'ENOSPC: no space left on device, write' })
    expect(errorLine(new Error('Lan'))).not.toHaveProperty('words')
    expect(errorLine('Lan')).toEqual({ error: 'string', at: [] })
  })
})

describe('limits of how often', () => {
  it('END-56: thousands of devices behind one address renew at once and none is kept out', async () => {
    const scene = await createScene({ open: sharing })
    const ask = (replica: string) =>
      scene.app.inject({ method: 'POST', url: paths.challenge, payload: { replica }, remoteAddress: '10.0.0.1' })
    const crowd = await Promise.all(Array.from({ length: 1500 }, (_, i) => ask(`d${i}`)))
    expect(crowd.every(({ statusCode }) => statusCode === 200)).toBe(true)
    let last = await ask('loud')
    for (let i = 0; i < 100; i++) last = await ask('loud')
    expect([last.statusCode, last.json()]).toMatchObject([429, { code: 'server.busy' }])
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask('quiet')).statusCode).toBe(200)
    scene.clock.advance(60_000)
    expect((await ask('loud')).statusCode).toBe(200)
  })

  it('END-56: a device that syncs without pause slows down itself and not its neighbour', async () => {
    const scene = await createScene()
    const [loud, quiet] = [await signIn(scene, 'secretary'), await signIn(scene, 'colleague')]
    let status = 200
    for (let i = 0; i < 700 && status === 200; i++) status = (await loud.trySync()).statusCode
    expect(status).toBe(429)
    expect((await quiet.trySync()).statusCode).toBe(200)
  })
})
