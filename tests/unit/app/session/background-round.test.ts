// What the service worker runs, with the real stores and a scripted endpoint at the edge of the network.
import { webcrypto } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { syncInBackground } from '#app/session/background-round.ts'
import { openDeviceStore } from '#data/device-store.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { SyncRequest } from '#protocol/sync-message.ts'
import { unpackOps } from '#protocol/unpack.ts'
import { aStore, UNIT, valueOf } from '#support/store/test-store.ts'

const held = new Set<string>()
const locks = {
  async request(name: string, _options: unknown, run: (lock: object | null) => Promise<boolean>) {
    if (held.has(name)) return run(null)
    held.add(name)
    try {
      return await run({})
    } finally {
      held.delete(name)
    }
  },
}

const requests: SyncRequest[] = []
let isOnline: boolean

async function endpoint(input: string, init?: RequestInit): Promise<Response> {
  if (!isOnline || !input.endsWith('/v1/sync')) throw new TypeError('Failed to fetch')
  const body = new Uint8Array(await new Response(init?.body ?? null).arrayBuffer())
  const request = JSON.parse(new TextDecoder().decode(gunzipSync(body))) as SyncRequest
  requests.push(request)
  const ack = request.push ? (unpackOps(request.push).at(-1)?.n ?? 0) : 0
  const push = { ack, safe: 0, expect: null, rejected: [] }
  const empty = { feeds: {}, gone: [], blobsWanted: [], more: false }
  const answer = { inc: 'i', now: Date.now(), v: 2, push, grantsVersion: '', ...empty }
  return Response.json(answer, { headers: { 'x-so-tay': '1' } })
}

let store: OpenedPersonStore

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('crypto', webcrypto)
  vi.stubGlobal('fetch', endpoint)
  vi.stubGlobal('CompressionStream', undefined)
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true })
  held.clear()
  requests.length = 0
  isOnline = true
  const device = valueOf(await openDeviceStore())
  const person = { storeId: 'one', username: 'thuky', displayName: 'Lan', place: '', replica: 'a1', lastUsedAt: 1 }
  await device.savePerson(person)
  await device.saveSession('one', { token: 't', expiresAt: 2_000_000_000_000, endpointKey: '{}' })
  await device.setCurrentPerson('one')
  device.close()
  store = await aStore({ indexedDB })
  valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
})

afterEach(() => {
  store.close()
  vi.unstubAllGlobals()
})

const pending = async () => (await store.syncCentre.status()).pendingChanges

describe('the worker, when the browser wakes it', () => {
  it('SYN-23: sends the text that waits, as the page would', async () => {
    expect(await syncInBackground()).toBe(true)
    expect(requests.map(({ dev }) => dev)).toEqual(['a1'])
    expect(await pending()).toBe(0)
  })

  it('SYN-23: leaves it to the page that holds the lock', async () => {
    held.add('sotay-sync-one')
    expect(await syncInBackground()).toBe(true)
    expect(requests).toEqual([])
    expect(await pending()).toBe(2)
  })

  it('SYN-23: asks to be woken again where it could not send', async () => {
    isOnline = false
    expect(await syncInBackground()).toBe(false)
    expect(await pending()).toBe(2)
  })

  it('SYN-23: makes no store where there is none', async () => {
    vi.stubGlobal('indexedDB', new IDBFactory())
    const device = valueOf(await openDeviceStore())
    await device.savePerson({ storeId: 'gone', username: 'x', displayName: '', place: '', replica: 'r', lastUsedAt: 1 })
    await device.setCurrentPerson('gone')
    device.close()
    expect(await syncInBackground()).toBe(true)
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['sotay-device'])
  })
})
