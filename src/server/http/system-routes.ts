/** The machine as an administrator sees it in the app: what `/v1/metrics` tells a collector, and the photos by commune (END-111). */
import type { FastifyInstance } from 'fastify'
import { mayAdminister } from '#domain/access/office-rights.ts'
import type { AdminSystem } from '#protocol/care-message.ts'
import { paths } from '#protocol/paths.ts'
import type { Caller } from '#server/identity/caller.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { Refusal } from './problem-reply.ts'
import { requireCaller } from './session-guard.ts'

/** Those of the caller's place, the fullest first. */
async function communesOf({ store, directory }: EndpointParts, { grants, today }: Caller) {
  const names = new Map(directory.places.map(({ id, name }) => [id, name]))
  const used = Array.from(await store.bytesByCommune())
  return used
    .filter(([unit]) => mayAdminister(grants, directory, today, unit))
    .map(([unit, bytes]) => ({ unit, name: names.get(unit) ?? unit, bytes }))
    .sort((a, b) => b.bytes - a.bytes || (a.unit < b.unit ? -1 : 1))
}

async function systemOf(parts: EndpointParts, caller: Caller): Promise<AdminSystem> {
  const { freeBytes, totalBytes, reserveBytes, quotaBytes } = await parts.photoRoom.room()
  const communes = await communesOf(parts, caller)
  const { isJournalInStep } = parts.metrics
  return {
    nowMs: parts.clock.now(),
    journal: isJournalInStep === null ? 'none' : isJournalInStep ? 'in-step' : 'behind',
    disk: { freeBytes, totalBytes, reserveBytes },
    photos: { quotaBytes, usedBytes: communes.reduce((sum, { bytes }) => sum + bytes, 0), communes },
  }
}

export async function systemRoutes(scope: FastifyInstance, parts: EndpointParts): Promise<void> {
  scope.get(paths.adminSystem, async (request) => {
    const caller = await requireCaller(parts.desk, request)
    if (!mayAdminister(caller.grants, parts.directory, caller.today)) throw new Refusal({ code: 'access.forbidden' })
    return systemOf(parts, caller)
  })
}
