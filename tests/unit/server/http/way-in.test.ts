import { describe, expect, it } from 'vitest'
import { paths } from '#protocol/paths.ts'
import { trustedProxies, UnusableProxyError } from '#server/http/trusted-proxy.ts'
import { createScene, type Scene } from '#support/endpoint/endpoint-scene.ts'
import { routesOf } from '#support/endpoint/routes-of.ts'
import { signIn } from '#support/endpoint/test-device.ts'

const via = (scene: Scene, remoteAddress: string, forwarded: Record<string, string>) =>
  scene.app.inject({ method: 'GET', url: '/nowhere', remoteAddress, headers: forwarded })

/** How many different people the endpoint takes two requests for, when an address may ask once. */
async function peopleSeen(trustProxy: string | undefined, proxy: string): Promise<number> {
  const limits = { ofSession: 100, ofAddress: 1 }
  const scene = await createScene({ limits, ...(trustProxy !== undefined && { trustProxy }) })
  const ask = (client: string) =>
    scene.app.inject({ url: paths.health, remoteAddress: proxy, headers: { 'x-forwarded-for': client } })
  const answers = [await ask('203.0.113.1'), await ask('203.0.113.2')]
  return answers.filter(({ statusCode }) => statusCode === 200).length
}

describe('a proxy', () => {
  it.each([
    ['on this machine, where nothing is said', undefined, '127.0.0.1', 2],
    ['elsewhere, where nothing is said', undefined, '10.1.2.3', 1],
    ['in a network that is named', '10.1.0.0/16, 127.0.0.1', '10.1.2.3', 2],
    ['outside of it', '10.1.0.0/16', '10.2.2.3', 1],
    ['on this machine, where nobody is believed', '0', '127.0.0.1', 1],
  ])('END-68: %s', async (_where, setting, proxy, people) => {
    expect(await peopleSeen(setting, proxy)).toBe(people)
  })

  it('END-68: is believed about the last address before it, so nobody invents another for himself', async () => {
    const scene = await createScene({ limits: { ofSession: 100, ofAddress: 1 } })
    const ask = (invented: string) =>
      scene.app.inject({
        url: paths.health,
        remoteAddress: '127.0.0.1',
        headers: { 'x-forwarded-for': `${invented}, 203.0.113.9` },
      })
    expect([(await ask('1.1.1.1')).statusCode, (await ask('2.2.2.2')).statusCode]).toEqual([200, 429])
  })

  it.each(['true', 'everybody', '0.0.0.0/0', '10.0.0.0/33', '10.0.0.0/8/8', 'so-tay.example', ''])(
    'END-68: %j is no proxy to believe',
    (setting) => {
      expect(() => trustedProxies(setting)).toThrow(UnusableProxyError)
    },
  )

  it('END-67: that speaks HTTPS for the endpoint has it demanded of browsers; one that does not, has not', async () => {
    const scene = await createScene()
    const secure = await via(scene, '127.0.0.1', { 'x-forwarded-proto': 'https' })
    expect(secure.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    const claims = [
      await via(scene, '127.0.0.1', {}),
      await via(scene, '203.0.113.5', { 'x-forwarded-proto': 'https' }),
    ]
    for (const { headers } of claims) expect(headers).not.toHaveProperty('strict-transport-security')
  })
})

describe('a page', () => {
  it('leaves the camera to the app alone, and shuts out what it never asks for', async () => {
    const { headers } = await (await createScene()).get('/')
    const said = String(headers['permissions-policy'])
    expect(said).toContain('camera=(self)')
    expect(said).toContain('geolocation=(self)')
    for (const never of ['microphone', 'payment', 'usb', 'display-capture']) expect(said).toContain(`${never}=()`)
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('server')
  })
})

describe('every route', () => {
  it('END-69: refuses a session that asks too often, and an address', async () => {
    const scene = await createScene({ limits: { ofSession: 2, ofAddress: 1000 } })
    const routes = routesOf(scene.app)
    expect(routes.length).toBeGreaterThan(15)
    for (const [i, { method, url }] of routes.entries()) {
      const headers = { authorization: `Bearer invented-session-number-${i}` }
      const ask = () => scene.app.inject({ method: method as 'GET', url: url.replace('*', ''), headers })
      await ask()
      await ask()
      expect([url, method, (await ask()).statusCode]).toEqual([url, method, 429])
    }
  })

  it('END-69: refuses a body that is larger than anything it could be sent', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'administrator')
    const payload = Buffer.alloc(9_000_000, 32)
    for (const { method, url } of routesOf(scene.app)) {
      if (method !== 'POST' || url.startsWith(paths.uploads)) continue
      const type = url === paths.handOver ? 'application/octet-stream' : 'application/json'
      const headers = { ...device.headers, 'content-type': type }
      const { statusCode } = await scene.app.inject({ method, url, headers, payload })
      expect([url, statusCode]).toEqual([url, 413])
    }
  })
})
