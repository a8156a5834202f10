import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { endpointHeader } from '#protocol/paths.ts'
import { isText, objectOf } from '#protocol/shape.ts'
import { jsonReader } from '#sync/endpoint-answer.ts'
import { type EndpointEdge, requestEndpoint } from '#sync/endpoint-request.ts'
import { gzipText } from '#sync/gzip.ts'
import { aMoment, VirtualTime } from '#support/sync/virtual-time.ts'

const shape = jsonReader(objectOf<{ inc: string }>({ inc: isText }))
const ours = { [endpointHeader]: '1', 'content-type': 'application/json' }
const html = { 'content-type': 'text/html; charset=utf-8' }

const edgeOf = (answer: () => Promise<Response>, time = new VirtualTime()): EndpointEdge => ({
  origin: 'https://sotay.example',
  fetch: () => answer(),
  timers: time,
})

const ask = (edge: EndpointEdge) =>
  requestEndpoint(edge, { method: 'POST', path: '/v1/sync', token: 't', body: { a: 1 }, timeoutMs: 60_000 }, shape)

const codeOf = async (response: Response): Promise<string> => {
  const reply = await ask(edgeOf(async () => response))
  return reply.ok ? 'ok' : reply.error.code
}

describe('what came back', () => {
  it('PRO-4: only an answer with the endpoint’s header and the right shape is read', async () => {
    expect(await codeOf(new Response('{"inc":"x"}', { headers: ours }))).toBe('ok')
    expect(await codeOf(new Response('{"inc":"x"}', { headers: { 'content-type': 'application/json' } }))).toBe(
      'network.unreadable-answer',
    )
  })

  const foreign: readonly (readonly [string, Response, string])[] = [
    [
      'a portal’s page with status 200',
      new Response('<html>Đăng nhập Wi-Fi</html>', { headers: html }),
      'network.captive-portal',
    ],
    [
      'a redirect to a login',
      new Response(null, { status: 302, headers: { location: 'http://portal/' } }),
      'network.captive-portal',
    ],
    ['network authentication required', new Response('', { status: 511 }), 'network.captive-portal'],
    [
      'a proxy’s error page',
      new Response('<html>502</html>', { status: 502, headers: html }),
      'network.unreadable-answer',
    ],
    ['an empty answer', new Response(null, { status: 204 }), 'network.unreadable-answer'],
    ['half an answer', new Response('{"inc":"x', { headers: ours }), 'network.unreadable-answer'],
    ['another shape', new Response('{"inc":5}', { headers: ours }), 'network.unreadable-answer'],
  ]
  it.each(foreign)('SYN-4: %s is told as what it is', async (_title, response, code) => {
    expect(await codeOf(response)).toBe(code)
  })

  it('SYN-4: a redirect that was followed anyway, as some browsers’ proxies do, is no answer either', async () => {
    const response = new Response('{"inc":"x"}', { headers: ours })
    Object.defineProperty(response, 'redirected', { value: true })
    expect(await codeOf(response)).toBe('network.captive-portal')
  })

  const refusals: readonly (readonly [string, number, unknown, string])[] = [
    ['its code', 409, { code: 'device.forked', params: { n: 3 } }, 'device.forked'],
    ['its status where the code is of a newer endpoint', 413, { code: 'request.of-the-future' }, 'request.too-large'],
    ['its status where there is no body', 503, undefined, 'server.busy'],
    ['its status when the disk is full', 507, {}, 'server.storage-full'],
    ['a defect of the endpoint', 500, 'oops', 'server.internal'],
  ]
  it.each(refusals)('PRO-4: a refusal of the endpoint is told by %s', async (_title, status, body, code) => {
    expect(await codeOf(new Response(JSON.stringify(body), { status, headers: ours }))).toBe(code)
  })

  it('PRO-4: what the endpoint adds to its reason arrives with it', async () => {
    const response = new Response(JSON.stringify({ code: 'device.forked', params: { n: 3 } }), {
      status: 409,
      headers: ours,
    })
    expect(await ask(edgeOf(async () => response))).toEqual({
      ok: false,
      error: { code: 'device.forked', params: { n: 3 } },
    })
  })
})

describe('a request', () => {
  it('SYN-4: without a network it fails as offline, and without an answer in time as a timeout', async () => {
    const offline = await ask(edgeOf(() => Promise.reject(new TypeError('Failed to fetch'))))
    expect(offline).toMatchObject({ error: { code: 'network.offline' } })
    const time = new VirtualTime()
    const edge: EndpointEdge = {
      ...edgeOf(async () => new Response(), time),
      fetch: (_url, init) =>
        new Promise((_, reject) => {
          if (init?.signal?.aborted) reject(new Error('aborted'))
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
        }),
    }
    const slow = ask(edge)
    for (let i = 0; i < 30; i++) await aMoment()
    await time.advance(60_000)
    expect(await slow).toMatchObject({ error: { code: 'network.timeout' } })
  })

  it('SYN-4: it never follows a redirect, never uses a cache and sends no cookies', async () => {
    let seen: RequestInit | undefined
    const edge: EndpointEdge = {
      ...edgeOf(async () => new Response()),
      fetch: async (_url, init) => {
        seen = init
        return new Response('{"inc":"x"}', { headers: ours })
      },
    }
    await ask(edge)
    expect(seen).toMatchObject({ redirect: 'manual', cache: 'no-store', credentials: 'omit' })
    expect(new Headers(seen?.headers).get('authorization')).toBe('Bearer t')
    expect(gunzipSync(seen?.body as Uint8Array).toString()).toBe('{"a":1}')
  })

  it('SYN-4: a browser without CompressionStream compresses with a library', async () => {
    const kept = globalThis.CompressionStream
    Reflect.deleteProperty(globalThis, 'CompressionStream')
    try {
      expect(gunzipSync(await gzipText('Sổ tay')).toString()).toBe('Sổ tay')
    } finally {
      globalThis.CompressionStream = kept
    }
  })
})
