/** Files that were carried here: whoever is signed in may bring one, and what is in it speaks for itself. */
import type { FastifyInstance } from 'fastify'
import { readHandOverFile } from '#protocol/hand-over/hand-over-file.ts'
import { paths } from '#protocol/paths.ts'
import { HandOverDesk } from '#server/hand-over/hand-over-desk.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { Refusal } from './problem-reply.ts'
import { RateCounter } from './rate-counter.ts'
import { requireAnyCaller, requireCaller } from './session-guard.ts'

/** A whole file may be larger; a device sends it in pieces of whole sections. */
const MOST_AT_ONCE = 8_000_000
const MOST_PER_MINUTE = 120

export async function handOverRoutes(scope: FastifyInstance, parts: EndpointParts): Promise<void> {
  const desk = new HandOverDesk(parts)
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: MOST_AT_ONCE },
    async (_request: unknown, body: Buffer) => body,
  )
  const devices = new RateCounter(MOST_PER_MINUTE, parts.clock)
  scope.addHook('onRequest', async (request) => {
    // A revoked device hands in its work here too; what it wrote waits for a person (END-33).
    const { device } = await requireAnyCaller(parts.desk, request)
    // By device and not by address: a whole province may share one (END-56).
    devices.count(device.id)
  })
  scope.get(paths.handOverPass, async (request) => desk.pass(await requireCaller(parts.desk, request)))
  scope.post(paths.handOver, async (request) => {
    const file = readHandOverFile(new Uint8Array(request.body as Buffer))
    if (!file.ok) throw new Refusal({ code: file.error })
    return desk.takeIn(file.value)
  })
}
