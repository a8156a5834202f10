// The endpoint and a real OpenID Connect provider in a process of its own.
import { createHash, randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { paths } from '#protocol/paths.ts'
import { sessionSchema } from '#protocol/session-message.ts'
import { PROVIDER_RETURN, signInPaths } from '#protocol/sign-in-paths.ts'
import { JOURNEY_MS } from '#server/oidc/oidc-desk.ts'
import { createDeviceKeyPair } from '#support/endpoint/device-key-pair.ts'
import { createScene, type Scene } from '#support/endpoint/endpoint-scene.ts'
import { idOf } from '#support/endpoint/place-fixture.ts'
import { signIn } from '#support/endpoint/test-device.ts'
import { CLIENT, TestProvider } from '#support/identity-provider/identity-provider.ts'
import { selfSigned } from '#support/tls/self-signed.ts'

const ADDRESS = 'http://localhost:4600'
const stale = { code: 'provider.stale' }

let provider: TestProvider
beforeAll(async () => {
  provider = await TestProvider.start(ADDRESS + PROVIDER_RETURN)
})
afterAll(() => provider.stop())

const oidcOf = (issuer: string, claim = 'sub') => ({ ...CLIENT, issuer, name: 'Tài khoản tỉnh', claim })

const openScene = (claim?: string, logger: boolean | object = false): Promise<Scene> =>
  createScene({ signIn: { address: ADDRESS, oidc: oidcOf(provider.issuer, claim) }, logger })

async function link(scene: Scene, username: string, identifier: string | null) {
  const { session } = await signIn(scene, 'administrator')
  const headers = { authorization: `Bearer ${session.token}` }
  return scene.post(signInPaths.adminLinks, { account: idOf(username), identifier }, headers)
}

/** A server of the test's own, until its end. */
async function portOf(server: Server): Promise<number> {
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function provided(issuer: string) {
  const scene = await createScene({ signIn: { address: ADDRESS, oidc: oidcOf(issuer) } })
  const answer = await new Tab(scene).begin()
  return [answer.statusCode, answer.json()]
}

/** What one tab keeps. */
class Tab {
  readonly #scene: Scene
  readonly secret = randomBytes(24).toString('base64url')

  constructor(scene: Scene) {
    this.#scene = scene
  }

  begin() {
    const binding = createHash('sha256').update(this.secret).digest('hex')
    return this.#scene.post(signInPaths.providerBegin, { binding })
  }

  /** To the provider and back. */
  async walk(): Promise<string> {
    return provider.walk(((await this.begin()).json() as { url: string }).url)
  }

  finish(search: string, replicas: readonly string[] = []) {
    const device = { deviceLabel: 'Android · Chrome', deviceKey: createDeviceKeyPair().publicKey, replicas }
    return this.#scene.post(signInPaths.providerFinish, { search, secret: this.secret, ...device })
  }
}

describe('signing in over an identity provider', () => {
  it('OID-4: gives the same session as by password, under the replica the person has', async () => {
    const scene = await openScene()
    const { session } = await signIn(scene, 'secretary')
    await link(scene, 'secretary', 'cb-0042')
    await provider.expect('cb-0042')
    const tab = new Tab(scene)
    const opened = sessionSchema.parse((await tab.finish(await tab.walk(), [session.replica])).json())
    expect([opened.identity.account.username, opened.replica]).toEqual(['secretary', session.replica])
    expect(opened.identity.grants).toEqual(session.identity.grants)
    const identity = await scene.get(paths.identity, { authorization: `Bearer ${opened.token}` })
    expect(identity.statusCode).toBe(200)
  })

  it('OID-3: lets nobody in whom no administrator linked, and makes no account', async () => {
    const scene = await openScene()
    const before = (await scene.store.accounts()).length
    await provider.expect('somebody-else')
    const tab = new Tab(scene)
    expect((await tab.finish(await tab.walk())).json()).toEqual({ code: 'provider.not-linked' })
    expect(await scene.store.accounts()).toHaveLength(before)
  })

  it('OID-3: a claim other than the subject is compared as people write it, and an unverified address is nobody', async () => {
    const scene = await openScene('email')
    await link(scene, 'secretary', ' CB-7@Example.vn ')
    await link(scene, 'chairman', 'unverified-1@example.vn')
    const come = async (name: string) => {
      await provider.expect(name)
      const tab = new Tab(scene)
      return tab.finish(await tab.walk())
    }
    expect(sessionSchema.parse((await come('cb-7')).json()).identity.account.username).toBe('secretary')
    expect((await come('unverified-1')).json()).toEqual({ code: 'provider.not-linked' })
  })

  it('OID-3: a disabled account stays closed, and a link taken away opens nothing', async () => {
    const scene = await openScene()
    await link(scene, 'secretary', 'cb-1')
    await provider.expect('cb-1')
    await scene.store.updateAccount(idOf('secretary'), { disabledFrom: '2026-01-01' as LocalDate })
    const [first, second] = [new Tab(scene), new Tab(scene)]
    expect((await first.finish(await first.walk())).json()).toEqual({ code: 'account.disabled' })
    await scene.store.updateAccount(idOf('secretary'), { disabledFrom: null })
    await link(scene, 'secretary', null)
    expect((await second.finish(await second.walk())).json()).toEqual({ code: 'provider.not-linked' })
  })

  it('OID-2: an answer is good once, in time, and for the tab that began', async () => {
    const scene = await openScene()
    await link(scene, 'secretary', 'cb-2')
    await provider.expect('cb-2')
    const [tab, stranger, late] = [new Tab(scene), new Tab(scene), new Tab(scene)]
    const search = await tab.walk()
    expect((await stranger.finish(search)).json()).toEqual(stale)
    expect((await tab.finish(search)).json(), 'the stranger used it up').toEqual(stale)
    const again = await tab.walk()
    expect((await tab.finish(again)).statusCode).toBe(200)
    expect((await tab.finish(again)).json()).toEqual(stale)
    const old = await late.walk()
    scene.clock.advance(JOURNEY_MS)
    expect((await late.finish(old)).json()).toEqual(stale)
  })

  it('OID-2: a wrong state, the code of another journey and a refusal at the provider open nothing', async () => {
    const scene = await openScene()
    await link(scene, 'secretary', 'cb-3')
    await provider.expect('cb-3')
    const tab = new Tab(scene)
    const [one, other] = [new URLSearchParams(await tab.walk()), new URLSearchParams(await tab.walk())]
    const mixed = new URLSearchParams(one)
    mixed.set('code', other.get('code') ?? '')
    expect((await tab.finish(`?${mixed}`)).json()).toEqual(stale)
    other.set('state', 'x'.repeat(43))
    expect((await tab.finish(`?${other}`)).json()).toEqual(stale)
    expect((await tab.finish('?code=x')).json()).toEqual(stale)
    await provider.expect('refuses')
    expect((await tab.finish(await tab.walk())).json()).toEqual(stale)
  })

  it('OID-4: no secret stands in an address or in the log', async () => {
    const lines: string[] = []
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(chunk.toString())
        done()
      },
    })
    const scene = await openScene('sub', { level: 'trace', stream })
    await link(scene, 'secretary', 'cb-4')
    await provider.expect('cb-4')
    const tab = new Tab(scene)
    const { url } = (await tab.begin()).json() as { url: string }
    const search = await provider.walk(url)
    const session = sessionSchema.parse((await tab.finish(search)).json())
    const code = new URLSearchParams(search).get('code') ?? 'none'
    for (const secret of [tab.secret, CLIENT.clientSecret, session.token]) {
      expect(url + search).not.toContain(secret)
      expect(lines.join('')).not.toContain(secret)
    }
    expect(lines.join('')).not.toContain(code)
    expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256')
  })

  it('OID-8: where a strength is asked for, who was asked for less at the provider does not get in', async () => {
    const oidc = { ...oidcOf(provider.issuer), acr: ['two-steps'] }
    const scene = await createScene({ signIn: { address: ADDRESS, oidc } })
    await link(scene, 'secretary', 'weak-1')
    await link(scene, 'chairman', 'strong-1')
    const come = async (name: string) => {
      await provider.expect(name)
      const tab = new Tab(scene)
      const { url } = (await tab.begin()).json() as { url: string }
      expect(new URL(url).searchParams.get('acr_values')).toBe('two-steps')
      return tab.finish(await provider.walk(url))
    }
    const refused = await come('weak-1')
    expect([refused.statusCode, refused.json()]).toEqual([403, { code: 'provider.too-weak' }])
    expect(sessionSchema.parse((await come('strong-1')).json()).identity.account.username).toBe('chairman')
  })

  it('OID-5: a provider whose certificate nobody vouches for is not spoken to', async () => {
    const asked: string[] = []
    const { cert, key } = selfSigned('id')
    const server = createHttpsServer({ cert, key }, ({ url }, response) => {
      asked.push(url ?? '')
      response.end()
    })
    const issuer = `https://localhost:${await portOf(server)}`
    expect(await provided(issuer)).toEqual([503, { code: 'provider.unavailable' }])
    expect(asked).toEqual([])
  })

  it('OID-5: a provider that sends the endpoint on to another address is not followed', async () => {
    const asked: string[] = []
    const elsewhere = createServer(({ url }, response) => {
      asked.push(url ?? '')
      response.end()
    })
    const target = `http://127.0.0.1:${await portOf(elsewhere)}`
    const sender = createServer(({ url }, response) => response.writeHead(302, { location: `${target}${url}` }).end())
    const issuer = `http://127.0.0.1:${await portOf(sender)}`
    expect(await provided(issuer)).toEqual([503, { code: 'provider.unavailable' }])
    expect(asked).toEqual([])
  })

  it('OID-5: a provider that is not there leaves the password as it is', async () => {
    const gone = await TestProvider.start(ADDRESS + PROVIDER_RETURN)
    await gone.stop()
    const scene = await createScene({ signIn: { address: ADDRESS, oidc: oidcOf(gone.issuer) } })
    const answer = await new Tab(scene).begin()
    expect([answer.statusCode, answer.json()]).toEqual([503, { code: 'provider.unavailable' }])
    expect((await signIn(scene, 'secretary')).session.token).toBeTruthy()
  })
})

describe('links with the provider', () => {
  it('OID-6: are listed and set by an administrator; an identifier belongs to one account', async () => {
    const scene = await openScene()
    expect((await link(scene, 'secretary', 'cb-5')).json()).toEqual({ ok: true })
    expect((await link(scene, 'chairman', 'cb-5')).json()).toEqual({ code: 'provider.identifier-taken' })
    expect((await link(scene, 'secretary', 'cb-6')).json()).toEqual({ ok: true })
    expect((await link(scene, 'chairman', 'cb-5')).json()).toEqual({ ok: true })
    const { session } = await signIn(scene, 'administrator')
    const list = await scene.get(signInPaths.adminLinks, { authorization: `Bearer ${session.token}` })
    expect(list.json()).toMatchObject({
      isOn: true,
      issuerName: 'Tài khoản tỉnh',
      links: [
        { account: idOf('chairman'), identifier: 'cb-5' },
        { account: idOf('secretary'), identifier: 'cb-6' },
      ],
    })
    const { session: other } = await signIn(scene, 'monitor')
    const forbidden = await scene.get(signInPaths.adminLinks, { authorization: `Bearer ${other.token}` })
    expect(forbidden.json()).toEqual({ code: 'access.forbidden' })
  })
})
