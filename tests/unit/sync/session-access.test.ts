import { describe, expect, it } from 'vitest'
import { endpointHeader, paths } from '#protocol/paths.ts'
import type { Session } from '#protocol/session-message.ts'
import { createHttpTransport } from '#sync/http-transport.ts'
import { createSessionAccess } from '#sync/session-access.ts'
import { anAnswer, anIdentity } from '#support/sync/scripted-transport.ts'
import { VirtualTime } from '#support/sync/virtual-time.ts'

const headers = { [endpointHeader]: '1' }
const reply = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status, headers })
const expired = (): Response => reply({ code: 'auth.session-expired' }, 401)

const session = (token: string): Session => ({
  token,
  expiresAt: 1,
  now: 1,
  replica: 'a1',
  identity: anIdentity(),
  endpointKey: '{}',
})

type Answer = (token: string | null) => Response

function rig(answers: Partial<Record<string, Answer>>, signature: string | null = 'signed') {
  const calls: string[] = []
  const kept: string[] = []
  const edge = {
    origin: '',
    timers: new VirtualTime(),
    fetch: (async (url: string, init: RequestInit) => {
      calls.push(url)
      const answer = answers[url]
      if (!answer) throw new Error(`no answer for ${url}`)
      return answer(new Headers(init.headers).get('authorization'))
    }) as typeof fetch,
  }
  const signed: string[] = []
  const signer = {
    sign: async (text: string) => {
      signed.push(text)
      return signature
    },
  }
  let token: string | null = 'old'
  const keeper = {
    token: () => token,
    keep: async (renewed: Session) => {
      token = renewed.token
      kept.push(renewed.token)
    },
  }
  const access = createSessionAccess(edge, 'a1', signer, keeper)
  return { transport: createHttpTransport(access), calls, kept, signed, forget: () => (token = null) }
}

const challenge = (): Response => reply({ challenge: 'c-1' })
const onlyNew: Answer = (token) => (token === 'Bearer new' ? reply(anAnswer()) : expired())
const request = { v: 1, dev: 'a1', inc: '', now: 0, push: null, cur: {}, pages: {}, maxBytes: 1 }

describe('an expired session', () => {
  it('SYN-7: is renewed with the device key, once, and the request goes again with the new token', async () => {
    const { transport, calls, kept, signed } = rig({
      [paths.sync]: onlyNew,
      [paths.challenge]: challenge,
      [paths.renew]: () => reply(session('new')),
    })
    expect(await transport.exchange(request)).toMatchObject({ ok: true })
    expect(calls).toEqual([paths.sync, paths.challenge, paths.renew, paths.sync])
    expect(signed).toEqual(['renew:a1:c-1'])
    expect(kept).toEqual(['new'])
  })

  it('SYN-7: a device without a token renews before it asks', async () => {
    const { transport, calls, forget } = rig({
      [paths.sync]: onlyNew,
      [paths.challenge]: challenge,
      [paths.renew]: () => reply(session('new')),
    })
    forget()
    expect(await transport.exchange(request)).toMatchObject({ ok: true })
    expect(calls).toEqual([paths.challenge, paths.renew, paths.sync])
  })

  it('SYN-7: a renewal the endpoint refuses asks the person to sign in, and nothing is tried in circles', async () => {
    const { transport, calls } = rig({
      [paths.sync]: expired,
      [paths.challenge]: challenge,
      [paths.renew]: () => reply({ code: 'device.unknown' }, 403),
    })
    expect(await transport.exchange(request)).toEqual({ ok: false, error: { code: 'auth.session-expired' } })
    expect(calls).toHaveLength(3)
  })

  it('SYN-7: a new token that is refused at once asks the person to sign in', async () => {
    const { transport, calls } = rig({
      [paths.sync]: expired,
      [paths.challenge]: challenge,
      [paths.renew]: () => reply(session('new')),
    })
    expect(await transport.exchange(request)).toEqual({ ok: false, error: { code: 'auth.session-expired' } })
    expect(calls).toHaveLength(4)
  })

  it('SYN-7: a device whose key is gone asks the person to sign in', async () => {
    const { transport } = rig({ [paths.sync]: expired, [paths.challenge]: challenge }, null)
    expect(await transport.exchange(request)).toEqual({ ok: false, error: { code: 'auth.session-expired' } })
  })

  it('SYN-7: a network that fails during the renewal is told as that, not as a session that ended', async () => {
    const { transport } = rig({ [paths.sync]: expired })
    expect(await transport.exchange(request)).toEqual({ ok: false, error: { code: 'network.offline' } })
  })
})
