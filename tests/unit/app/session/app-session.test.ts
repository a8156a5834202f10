// The way of a person into the app, with the real stores and a scripted endpoint at the edge of the network.
import { webcrypto } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepSetting, readSetting } from '#app/platform/device-settings.ts'
import { forgetData } from '#app/platform/eviction-canary.ts'
import { type AppSession, createAppSession } from '#app/session/app-session.ts'
import type { SignInRequest } from '#protocol/session-message.ts'

const places = [
  { id: 'p20', parent: null, kind: 'province', name: 'tỉnh Lạng Sơn', code: '20' },
  { id: 'c1', parent: 'p20', kind: 'commune', name: 'xã Khánh Long', code: '06001' },
]

const sessionOf = (username: string, replica: string) => ({
  token: `token-${username}`,
  expiresAt: 2_000_000_000_000,
  now: Date.now(),
  replica,
  identity: {
    account: { id: `acc-${username}`, username, displayName: username.toUpperCase(), isIllustrative: true },
    grants: [{ account: `acc-${username}`, scope: 'c1', role: 'iso-secretary', from: '2020-01-01', to: null }],
    grantsVersion: 'v1',
    places,
  },
  endpointKey: '{}',
})

const defects: unknown[] = []
const asked: SignInRequest[] = []
let replicaOf: (request: SignInRequest) => string
let isOnline: boolean

async function endpoint(input: string, init?: RequestInit): Promise<Response> {
  if (!isOnline || !input.endsWith('/v1/session/sign-in')) throw new TypeError('Failed to fetch')
  const body = new Uint8Array(await new Response(init?.body ?? null).arrayBuffer())
  const request = JSON.parse(new TextDecoder().decode(gunzipSync(body))) as SignInRequest
  asked.push(request)
  if (request.password !== 'đúng')
    return Response.json({ code: 'auth.wrong-credentials' }, { status: 401, headers: { 'x-so-tay': '1' } })
  return Response.json(sessionOf(request.username, replicaOf(request)), { headers: { 'x-so-tay': '1' } })
}

const opened: AppSession[] = []

async function aStart(): Promise<AppSession> {
  const app = createAppSession()
  opened.push(app)
  await app.start()
  return app
}

const personAt = (app: AppSession): string | undefined => {
  const state = app.state()
  return state.at === 'open' ? state.session.store.identity.account.username : undefined
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('crypto', webcrypto)
  vi.stubGlobal('fetch', endpoint)
  vi.stubGlobal('reportError', (error: unknown) => defects.push(error))
  // jsdom's Blob and Node's streams do not fit together; the app then compresses with its library.
  vi.stubGlobal('CompressionStream', undefined)
  let given = 0
  replicaOf = ({ replica }) => replica ?? `r${++given}`
  isOnline = true
  asked.length = 0
  defects.length = 0
  forgetData()
})

afterEach(async () => {
  for (const app of opened.splice(0)) if (app.state().at === 'open') await app.leave()
  if (defects.length > 0) throw defects[0]
  vi.unstubAllGlobals()
})

describe('the first sign-in on a device', () => {
  it('proves nothing but the public part of a key made here, and opens the store', async () => {
    const app = await aStart()
    expect(app.state()).toEqual({ at: 'signed-out', people: [] })
    expect((await app.signIn('thuky', 'đúng')).ok).toBe(true)
    expect(app.state()).toMatchObject({ at: 'open', isFirst: true })
    const key = JSON.parse(asked[0]?.deviceKey ?? '{}') as Record<string, unknown>
    expect(key).toMatchObject({ kty: 'EC', crv: 'P-256' })
    expect(key).not.toHaveProperty('d')
  })

  it('without a network says so and changes nothing', async () => {
    isOnline = false
    const app = await aStart()
    expect(await app.signIn('thuky', 'đúng')).toEqual({ ok: false, error: { code: 'network.offline' } })
    expect(app.state()).toEqual({ at: 'signed-out', people: [] })
  })

  it('with a wrong password keeps nobody on the device', async () => {
    const app = await aStart()
    expect(await app.signIn('thuky', 'sai')).toEqual({ ok: false, error: { code: 'auth.wrong-credentials' } })
    expect((await aStart()).state()).toEqual({ at: 'signed-out', people: [] })
  })
})

describe('a cold start', () => {
  it('opens the person last at work without any network', async () => {
    await (await aStart()).signIn('thuky', 'đúng')
    isOnline = false
    expect(personAt(await aStart())).toBe('thuky')
  })

  it('opens the right person also where it remembered another one, and asks for nobody where nobody is at work', async () => {
    const app = await aStart()
    await app.signIn('chutich', 'đúng')
    await app.signIn('thuky', 'đúng')
    isOnline = false
    keepSetting('last-store', 'acc-chutich')
    const next = await aStart()
    expect(personAt(next)).toBe('thuky')
    await next.leave()
    keepSetting('last-store', 'acc-chutich')
    expect((await aStart()).state().at).toBe('signed-out')
    expect(readSetting('last-store')).toBeNull()
  })

  it('shows the people of the device after somebody has left, and each opens their own store', async () => {
    const app = await aStart()
    await app.signIn('thuky', 'đúng')
    await app.signIn('chutich', 'đúng')
    await app.leave()
    isOnline = false
    const next = await aStart()
    const state = next.state()
    expect(state.at === 'signed-out' && state.people.map(({ username }) => username)).toEqual(['chutich', 'thuky'])
    await next.switchTo('acc-thuky')
    expect(personAt(next)).toBe('thuky')
    await next.switchTo('acc-chutich')
    expect(personAt(next)).toBe('chutich')
  })
})

describe('signing in again', () => {
  it('keeps the replica, whatever the case the name is typed in', async () => {
    const app = await aStart()
    await app.signIn('thuky', 'đúng')
    await app.signIn('ThuKy', 'đúng')
    expect(asked.map(({ replica }) => replica)).toEqual([null, 'r1'])
  })

  const unsentOf = async (app: AppSession): Promise<readonly string[]> => {
    const state = app.state()
    if (state.at !== 'open') throw new Error('nobody is at work')
    return (await state.session.store.syncCentre.unsentOps()).map(({ d, n }) => `${d}:${n}`)
  }

  it('DAT-22: after another replica was given goes on in the same store, and what was not sent follows', async () => {
    const app = await aStart()
    await app.signIn('thuky', 'đúng')
    const state = app.state()
    if (state.at === 'open') await state.session.store.assessments.start('c1', 'commune-self-assessment@1', '2015')
    expect(await unsentOf(app)).toEqual(['r1:1', 'r1:2'])
    replicaOf = () => 'r9'
    await app.signIn('thuky', 'đúng')
    expect(personAt(app)).toBe('thuky')
    expect(await unsentOf(app)).toEqual(['r9:1', 'r9:2'])
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['sotay-device', 'sotay-acc-thuky'])
  })
})

describe('data that the system removed', () => {
  const remove = (name: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name)
      request.onsuccess = () => resolve()
      request.onerror = () => reject(request.error ?? new Error('not removed'))
    })

  it('DAT-8: is told as that, and its replica is never used again over an empty store', async () => {
    const first = await aStart()
    await first.signIn('thuky', 'đúng')
    const state = first.state()
    if (state.at === 'open') await state.session.close()
    await remove('sotay-acc-thuky')
    const app = await aStart()
    expect(app.state()).toEqual({ at: 'blocked', problem: { code: 'storage.evicted' } })
    await app.beginAnew()
    await app.signIn('thuky', 'đúng')
    expect(asked.at(-1)?.replica).toBeNull()
    expect(personAt(app)).toBe('thuky')
  })

  it('is told as that too when everything is gone, and not as a device nobody used', async () => {
    await (await aStart()).signIn('thuky', 'đúng')
    vi.stubGlobal('indexedDB', new IDBFactory())
    expect((await aStart()).state()).toEqual({ at: 'blocked', problem: { code: 'storage.evicted' } })
  })
})
