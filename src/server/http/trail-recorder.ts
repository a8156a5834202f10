/**
 * Records what was answered before the answer leaves; an answer whose link cannot be written is not given. A change made
 * through `recordingStoreOf` has its link in the transaction of the change already, and only what is left is recorded here.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { eventsOf, mayBeRecorded } from '#server/trail/recorded-answers.ts'
import { recordingStore } from '#server/trail/recording-store.ts'
import type { TrailEvent } from '#server/trail/sealed-link.ts'
import type { EndpointParts } from './endpoint-parts.ts'

const BEARER = /^Bearer ([A-Za-z0-9_-]{20,100})$/

interface Asker {
  readonly account: string
  readonly device: string
}

const NOBODY: Asker = { account: '', device: '' }

const recordingStores = new WeakMap<FastifyRequest, EndpointStore>()

/** The store for what this request changes: each change takes its link along (TRL-19). */
export const recordingStoreOf = (request: FastifyRequest, store: EndpointStore): EndpointStore =>
  recordingStores.get(request) ?? store

interface Asked {
  readonly method: string
  readonly route: string
  readonly body: unknown
}

const askedIn = ({ method, body, routeOptions }: FastifyRequest): Asked => ({
  method,
  route: routeOptions.url ?? '',
  body,
})

/** Whether the request names the account or the device it is about. */
const isAboutOne = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && ('account' in body || 'device' in body)

export function recordAnswers(app: FastifyInstance, { store, desk, clock }: EndpointParts): void {
  const askers = new WeakMap<FastifyRequest, Asker>()
  const recorded = new WeakSet<FastifyRequest>()
  /** Accounts that already have their link of this request. */
  const told = new WeakMap<FastifyRequest, Set<string>>()
  const isOurs = (request: FastifyRequest): boolean => mayBeRecorded(request.method, request.routeOptions.url ?? '')
  const findAccount = async (username: string): Promise<string> =>
    (await store.accountByUsername(username.normalize('NFC').trim().toLowerCase()))?.id ?? ''
  const ownerOf = async (device: string): Promise<string> => (await store.deviceById(device))?.account ?? ''
  const eventsFor = (request: FastifyRequest, status: number, answer: unknown): Promise<readonly TrailEvent[]> => {
    const answered = { ...askedIn(request), status, answer, ...(askers.get(request) ?? NOBODY), atMs: clock.now() }
    return eventsOf(answered, findAccount, ownerOf)
  }
  const record = async (request: FastifyRequest, status: number, answer: unknown): Promise<void> => {
    if (!isOurs(request) || recorded.has(request) || status >= 500) return
    recorded.add(request)
    const events = await eventsFor(request, status, answer)
    await store.recordTrail(events.filter(({ subject = '' }) => told.get(request)?.has(subject) !== true))
  }
  const linksOf = async (request: FastifyRequest, accounts: readonly string[]): Promise<readonly TrailEvent[]> => {
    const known = told.get(request) ?? new Set()
    told.set(request, known)
    const answer = isAboutOne(request.body) ? null : { rows: accounts.map((account) => ({ account })) }
    const events = await eventsFor(request, 200, answer)
    const fresh = events.filter(({ subject = '' }) => !known.has(subject))
    for (const { subject = '' } of fresh) known.add(subject)
    return fresh
  }
  // Asked before the request is worked on: afterwards a session that was ended names nobody.
  app.addHook('preHandler', async (request) => {
    const token = isOurs(request) ? BEARER.exec(request.headers.authorization ?? '')?.[1] : undefined
    if (token === undefined) return
    const caller = await desk.callerOf(token)
    if (!caller.ok) return
    askers.set(request, { account: caller.value.account.id, device: caller.value.device.id })
    recordingStores.set(
      request,
      recordingStore(store, (accounts) => linksOf(request, accounts)),
    )
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
