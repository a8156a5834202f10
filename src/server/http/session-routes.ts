/** Sign-in, renewal, sign-out and the identity a device keeps for working offline. */
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { paths } from '#protocol/paths.ts'
import { challengeRequestSchema, renewRequestSchema, signInRequestSchema } from '#protocol/session-message.ts'
import { identityOf } from '#server/identity/caller.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { credentialRoutes } from './credential-routes.ts'
import { accept, Refusal } from './problem-reply.ts'
import { RateCounter } from './rate-counter.ts'
import { acceptJson, readBody, SMALL_BODY } from './request-body.ts'
import { requireAnyCaller } from './session-guard.ts'

/** Per address and minute: a province may share one address, and all of it come back at once (END-56). */
const [MOST_SIGN_INS, MOST_RENEWALS] = [3000, 60_000]
/** Per name and address, and per device, in a minute. */
const [MOST_TRIES_OF_NAME, MOST_OF_DEVICE] = [30, 30]

const perMinute = (max: number) => ({ config: { rateLimit: { max, timeWindow: 60_000 } } })

export async function sessionRoutes(scope: FastifyInstance, parts: EndpointParts): Promise<void> {
  const { desk, directory, clock } = parts
  const [names, devices] = [new RateCounter(MOST_TRIES_OF_NAME, clock), new RateCounter(2 * MOST_OF_DEVICE, clock)]
  acceptJson(scope, SMALL_BODY)
  await scope.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      new Refusal({ code: 'server.busy', params: { seconds: Math.ceil(ttl / 1000) } }),
  })
  scope.post(paths.signIn, perMinute(MOST_SIGN_INS), async (request) => {
    const asked = readBody(signInRequestSchema, request.body)
    names.count(`${asked.username} ${request.ip}`)
    return accept(await desk.signIn(asked, request.ip))
  })
  scope.post(paths.challenge, perMinute(MOST_RENEWALS), async (request) => {
    const { replica } = readBody(challengeRequestSchema, request.body)
    devices.count(replica)
    return { challenge: await desk.challenge(replica) }
  })
  scope.post(paths.renew, perMinute(MOST_RENEWALS), async (request) => {
    const asked = readBody(renewRequestSchema, request.body)
    devices.count(asked.replica)
    return accept(await desk.renew(asked))
  })
  scope.post(paths.signOut, async (request, reply) => {
    const { device } = await requireAnyCaller(desk, request)
    await desk.signOut(device.id)
    return reply.status(204).send()
  })
  scope.get(paths.identity, async (request) => identityOf(await requireAnyCaller(desk, request), directory))
  await credentialRoutes(scope, parts)
}
