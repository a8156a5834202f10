/** What whoever looks after the endpoint asks it: is it there and ready, and the figures for a collector (END-58). */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '#protocol/paths.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { sendProblem } from './problem-reply.ts'

const METRICS = '/v1/metrics'
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
/** A proxy adds one of these: then it is not somebody on this machine who asks. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

const isFromHere = ({ raw, headers }: FastifyRequest): boolean =>
  LOOPBACK.test(raw.socket.remoteAddress ?? '') && FORWARDED.every((name) => headers[name] === undefined)

/** Whoever knows the token where there is one; without one, this machine only. */
const mayCollect = (request: FastifyRequest, token: string | undefined): boolean =>
  token === undefined ? isFromHere(request) : isSame(request.headers.authorization ?? '', `Bearer ${token}`)

export async function careRoutes(scope: FastifyInstance, parts: EndpointParts): Promise<void> {
  const { store, clock, metrics, metricsToken } = parts
  let isStopping = false
  scope.addHook('preClose', async () => {
    isStopping = true
  })
  scope.get(paths.health, async (_request, reply) => {
    const inc = await store.incarnation().catch(() => null)
    const isReady = inc !== null && !isStopping
    void reply.status(isReady ? 200 : 503)
    return { ok: isReady, live: true, ready: isReady, inc: inc ?? '', version: PROTOCOL_VERSION }
  })
  scope.get(METRICS, async (request, reply) => {
    if (!mayCollect(request, metricsToken)) return sendProblem(reply, { code: 'request.malformed' }, 404)
    return reply.type(metrics.registry.contentType).send(await metrics.text(store, clock))
  })
}
