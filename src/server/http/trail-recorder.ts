/** Records what was answered before the answer leaves; an answer whose link cannot be written is not given. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { eventsOf, mayBeRecorded } from '#server/trail/recorded-answers.ts'
import type { EndpointParts } from './endpoint-parts.ts'

const BEARER = /^Bearer ([A-Za-z0-9_-]{20,100})$/

interface Asker {
  readonly account: string
  readonly device: string
}

const NOBODY: Asker = { account: '', device: '' }

export function recordAnswers(app: FastifyInstance, { store, desk, clock }: EndpointParts): void {
  const askers = new WeakMap<FastifyRequest, Asker>()
  const recorded = new WeakSet<FastifyRequest>()
  const isOurs = (request: FastifyRequest): boolean => mayBeRecorded(request.method, request.routeOptions.url ?? '')
  const findAccount = async (username: string): Promise<string> =>
    (await store.accountByUsername(username.normalize('NFC').trim().toLowerCase()))?.id ?? ''
  const ownerOf = async (device: string): Promise<string> => (await store.deviceById(device))?.account ?? ''
  const record = async (request: FastifyRequest, status: number, answer: unknown): Promise<void> => {
    if (!isOurs(request) || recorded.has(request) || status >= 500) return
    recorded.add(request)
    const { method, body } = request
    const asker = askers.get(request) ?? NOBODY
    const answered = {
      method,
      route: request.routeOptions.url ?? '',
      status,
      body,
      answer,
      ...asker,
      atMs: clock.now(),
    }
    await store.recordTrail(await eventsOf(answered, findAccount, ownerOf))
  }
  // Asked before the request is worked on: afterwards a session that was ended names nobody.
  app.addHook('preHandler', async (request) => {
    const token = isOurs(request) ? BEARER.exec(request.headers.authorization ?? '')?.[1] : undefined
    if (token === undefined) return
    const caller = await desk.callerOf(token)
    if (caller.ok) askers.set(request, { account: caller.value.account.id, device: caller.value.device.id })
  })
  app.addHook('preSerialization', async (request, reply, payload: unknown) => {
    await record(request, reply.statusCode, payload)
    return payload
  })
  app.addHook('onSend', async (request, reply, payload: unknown) => {
    if (payload === undefined || payload === null) await record(request, reply.statusCode, undefined)
    return payload
  })
}
