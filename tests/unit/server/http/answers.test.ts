import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Writable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { adminOverviewSchema } from '#protocol/admin-message.ts'
import { endpointHeader, paths } from '#protocol/paths.ts'
import { syncAnswerSchema } from '#protocol/sync-message.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { signIn, trySignIn } from '#support/endpoint/test-device.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'

function builtClient(): string {
  const folder = tempFolder()
  mkdirSync(path.join(folder, 'assets'))
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Sổ tay</title>')
  writeFileSync(path.join(folder, 'service-worker.js'), '// worker')
  writeFileSync(path.join(folder, 'assets', 'main-abc123.js'), '// code'.repeat(500))
  return folder
}

describe('an answer', () => {
  it('carries the endpoint’s header below /v1, also when it refuses', async () => {
    const scene = await createScene({ clientDir: builtClient() })
    const answers = [await scene.get(paths.health), await scene.get(paths.identity), await scene.get('/v1/nothing')]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 401, 404])
    for (const { headers } of answers) expect(headers).toHaveProperty(endpointHeader)
    expect((await scene.get('/')).headers).not.toHaveProperty(endpointHeader)
  })

  it('forbids the page everything that is not ours, and works on plain http', async () => {
    const { headers } = await (await createScene({ clientDir: builtClient() })).get('/')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("img-src 'self' blob: data:")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('upgrade-insecure-requests')
    expect(policy).not.toContain("'unsafe-")
    expect(headers).not.toHaveProperty('strict-transport-security')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('END-114: every answer, data and refusals too, asks for HTTPS where it came by it and for no frame', async () => {
    const scene = await createScene({ clientDir: builtClient() })
    for (const address of ['/', paths.health, paths.identity, '/v1/nothing', '/no/such/page']) {
      const plain = await scene.get(address)
      expect([address, String(plain.headers['content-security-policy'])]).toEqual([
        address,
        expect.stringContaining("frame-ancestors 'none'") as string,
      ])
      expect(plain.headers).not.toHaveProperty('strict-transport-security')
      const { headers } = await scene.get(address, { 'x-forwarded-proto': 'https' })
      expect([address, headers['strict-transport-security']]).toEqual([address, 'max-age=31536000; includeSubDomains'])
    }
  })

  it('END-65: carries no header of a page below /v1, nor how often one may ask', async () => {
    const scene = await createScene({ clientDir: builtClient() })
    const device = await signIn(scene, 'secretary')
    const { headers } = await device.trySync()
    const sent = Object.keys(headers).filter((name) => !['connection', 'date', 'vary'].includes(name))
    expect(sent.sort()).toEqual(
      [
        'cache-control',
        'content-length',
        'content-security-policy',
        'content-type',
        endpointHeader,
        'x-content-type-options',
      ].sort(),
    )
  })

  it('is gzipped where that helps', async () => {
    const scene = await createScene()
    const [writer, reader] = [await signIn(scene, 'secretary'), await signIn(scene, 'chairman')]
    await writer.push(...Array.from({ length: 100 }, () => writer.op()))
    const response = await reader.trySend(Buffer.from(JSON.stringify(reader.request())), { 'accept-encoding': 'gzip' })
    expect(response.headers['content-encoding']).toBe('gzip')
    expect(syncAnswerSchema.safeParse(JSON.parse(gunzipSync(response.rawPayload).toString())).success).toBe(true)
  })

  it('lets hashed files be kept for ever and the page and the service worker be asked for each time', async () => {
    const scene = await createScene({ clientDir: builtClient() })
    const cachingOf = async (url: string) => (await scene.get(url)).headers['cache-control']
    expect(await cachingOf('/assets/main-abc123.js')).toBe('public, max-age=31536000, immutable')
    expect(await cachingOf('/service-worker.js')).toBe('no-cache')
    expect(await cachingOf('/')).toBe('no-cache')
    expect(await cachingOf('/xa/ls25-06001/tu-danh-gia?x=1')).toBe('no-cache')
  })

  it('is the page for an address of the app, and a code for anything else that is not there', async () => {
    const scene = await createScene({ clientDir: builtClient() })
    const round = '/self-assessment/asm.ls25-06001.2026-1'
    for (const url of ['/xa/ls25-06001', round, `${round}/q/Q7.7`, `${round}?show=key`]) {
      const screen = await scene.get(url)
      expect([url, screen.statusCode, screen.body]).toEqual([url, 200, expect.stringContaining('Sổ tay')])
    }
    for (const url of ['/v1', '/v1/nothing', '/assets/gone-123.js', '/../package.json']) {
      const response = await scene.get(url)
      expect([url, response.statusCode]).toEqual([url, 404])
      expect(response.json()).toHaveProperty('code')
    }
  })
})

describe('the log', () => {
  it('names no person, no address and no place', async () => {
    const lines: string[] = []
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(chunk.toString())
        done()
      },
    })
    const scene = await createScene({ logger: { level: 'trace', stream } })
    const device = await signIn(scene, 'secretary', { address: '10.9.8.7' })
    await trySignIn(scene, 'secretary', { password: 'sai-mat-khau', address: '10.9.8.7' })
    await device.push(device.op({ f: { note: ['nội dung riêng'] } }))
    await scene.get(`${paths.blobs}/${'a'.repeat(64)}?token=x`, device.headers)
    const log = lines.join('')
    expect(log).toContain(paths.sync)
    for (const secret of [
      'secretary',
      '10.9.8.7',
      'sai-mat-khau',
      'nội dung',
      device.session.token,
      '06001',
      'aaaaaaaa',
    ]) {
      expect(log).not.toContain(secret)
    }
  })
})

describe('the administrator’s overview', () => {
  it('END-5: is for administrators only', async () => {
    const scene = await createScene()
    for (const username of ['secretary', 'monitor', 'province']) {
      const response = await scene.get(paths.adminOverview, (await signIn(scene, username)).headers)
      expect([response.statusCode, response.json()]).toEqual([403, { code: 'access.forbidden' }])
    }
  })

  it('shows accounts, devices, quarantine and the store, without a secret and without what a commune wrote', async () => {
    const scene = await createScene()
    const [device, administrator] = [await signIn(scene, 'secretary'), await signIn(scene, 'administrator')]
    await device.push(
      device.op({ f: { note: ['nội dung riêng'] } }),
      device.op({ s: 'ls25-06007/self', f: { note: ['nội dung riêng'] } }),
    )
    const response = await scene.get(paths.adminOverview, administrator.headers)
    const overview = adminOverviewSchema.parse(response.json())
    expect(overview.accounts).toHaveLength(9)
    expect(overview.devices.map(({ id, lastN }) => [id, lastN])).toEqual([
      [device.replica, 2],
      [administrator.replica, 0],
    ])
    expect(overview.quarantine).toMatchObject([{ device: device.replica, n: 2, code: 'access.forbidden' }])
    expect(overview.facts).toMatchObject({ ops: 1, quarantined: 1, lastBackup: null })
    for (const secret of ['argon2', 'nội dung', device.session.token, '"x"'])
      expect(response.body).not.toContain(secret)
  })
})
