/** The one request for push and pull. Who calls is checked before the body is read. */
import type { FastifyInstance } from 'fastify'
import { paths } from '#protocol/paths.ts'
import { syncRequestSchema } from '#protocol/sync-message.ts'
import type { Caller } from '#server/identity/caller.ts'
import { answerSync } from '#server/ingest/answer-sync.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { Refusal } from './problem-reply.ts'
import { acceptJson, readBody, SYNC_BODY } from './request-body.ts'
import { requireAnyCaller } from './session-guard.ts'

export async function syncRoutes(
  scope: FastifyInstance,
  { store, directory, desk, clock }: EndpointParts,
): Promise<void> {
  acceptJson(scope, SYNC_BODY)
  const callers = new WeakMap<object, Caller>()
  scope.addHook('onRequest', async (request) => {
    callers.set(request, await requireAnyCaller(desk, request))
  })
  scope.post(paths.sync, async (request) => {
    const caller = callers.get(request)
    if (!caller) throw new Refusal({ code: 'auth.session-expired' })
    const asked = readBody(syncRequestSchema, request.body)
    const answer = await answerSync({ store, directory, caller, nowMs: clock.now() }, asked)
    if (!answer.ok) throw new Refusal(answer.error)
    return answer.value
  })
}
