/** Reading the trail: one's own, that of a commune, that of the office, that of a record. */
import type { FastifyInstance } from 'fastify'
import { paths } from '#protocol/paths.ts'
import { trailQuerySchema } from '#protocol/trail-message.ts'
import { readTrail } from '#server/trail/read-trail.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { Refusal } from './problem-reply.ts'
import { readBody } from './request-body.ts'
import { requireCaller } from './session-guard.ts'

export async function trailRoutes(scope: FastifyInstance, parts: EndpointParts): Promise<void> {
  const { store, directory, desk, clock } = parts
  scope.get(paths.trail, async (request) => {
    const caller = await requireCaller(desk, request)
    const asked = readBody(trailQuerySchema, request.query)
    const page = await readTrail({ store, directory, caller, nowMs: clock.now() }, asked)
    if (!page.ok) throw new Refusal(page.error)
    return page.value
  })
}
