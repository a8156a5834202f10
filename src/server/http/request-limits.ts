/**
 * A limit for every route below `/v1`, whatever limits it has of its own: by session where one is claimed, by address
 * otherwise (END-69). Both are far above what a device or a province behind one address asks; they are there so that
 * one program gone wrong does not take the machine from everybody.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from '#domain/kernel/clock.ts'
import { RateCounter } from './rate-counter.ts'
import { isOfEndpoint } from './static-client.ts'

export interface RequestLimits {
  /** Requests of one session in a minute. */
  readonly ofSession: number
  /** Requests from one address in a minute. */
  readonly ofAddress: number
}

/** A first read of a province with its photos stays below the one, all its devices at once below the other. */
const REQUEST_LIMITS: RequestLimits = { ofSession: 6000, ofAddress: 600_000 }

const MOST_OF_KEY = 100
const sessionOf = ({ headers }: FastifyRequest): string | undefined => headers.authorization?.slice(0, MOST_OF_KEY)

export function limitRequests(app: FastifyInstance, clock: Clock, limits: RequestLimits = REQUEST_LIMITS): void {
  const [sessions, addresses] = [new RateCounter(limits.ofSession, clock), new RateCounter(limits.ofAddress, clock)]
  app.addHook('onRequest', async (request) => {
    if (!isOfEndpoint(request.url)) return
    addresses.count(request.ip)
    const session = sessionOf(request)
    if (session !== undefined) sessions.count(session)
  })
}
