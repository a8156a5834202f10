/** The one request for push and pull. Who calls is checked before the body is read. */
import type { FastifyInstance } from 'fastify'
import { paths } from '#protocol/paths.ts'
import type { Caller } from '#server/identity/caller.ts'
import { answerSync } from '#server/ingest/answer-sync.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { Refusal } from './problem-reply.ts'
import { RateCounter } from './rate-counter.ts'
import { readSyncRequest } from './read-sync-request.ts'
import { acceptJson, SYNC_BODY } from './request-body.ts'
import { requireAnyCaller } from './session-guard.ts'

/** In a minute; far more than a device asks that reads a whole province for the first time. */
const MOST_OF_DEVICE = 600

export async function syncRoutes(
  scope: FastifyInstance,
  { store, directory, desk, clock, photoCopies, notices }: EndpointParts,
): Promise<void> {
  acceptJson(scope, SYNC_BODY)
  const callers = new WeakMap<object, Caller>()
  const devices = new RateCounter(MOST_OF_DEVICE, clock)
  scope.addHook('onRequest', async (request) => {
    const caller = await requireAnyCaller(desk, request)
    devices.count(caller.device.id)
    callers.set(request, caller)
  })
  scope.post(paths.sync, async (request) => {
    const caller = callers.get(request)
    if (!caller) throw new Refusal({ code: 'auth.session-expired' })
    const asked = readSyncRequest(request.body)
    const isPhotoSafe = (sha256: string): boolean => photoCopies.isSafe(sha256)
    const answer = await answerSync({ store, directory, caller, nowMs: clock.now(), isPhotoSafe, notices }, asked)
    if (!answer.ok) throw new Refusal(answer.error)
    return answer.value
  })
}
