/** What the law gives everybody about their own data: a copy of it, and where it may be, its end. */
import type { FastifyInstance } from 'fastify'
import { paths } from '#protocol/paths.ts'
import { personRequestSchema } from '#protocol/trail-message.ts'
import { administeredAccount, erasePerson, erasePreview } from '#server/trail/erase-person.ts'
import { exportPerson } from '#server/trail/export-person.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { accept, done, Refusal } from './problem-reply.ts'
import { acceptJson, readBody, SMALL_BODY } from './request-body.ts'
import { requireCaller } from './session-guard.ts'

export async function personRoutes(scope: FastifyInstance, parts: EndpointParts): Promise<void> {
  const { store, directory, desk, clock, archive } = parts
  const office = () => ({ store, directory, nowMs: clock.now() })
  acceptJson(scope, SMALL_BODY)
  scope.get(paths.personExport, async (request) => {
    const { account } = await requireCaller(desk, request)
    return exportPerson({ store, archive }, account, clock.now())
  })
  scope.post(paths.adminPersonExport, async (request) => {
    const caller = await requireCaller(desk, request)
    const { account: id } = readBody(personRequestSchema, request.body)
    const account = await administeredAccount(office(), caller, id)
    if (!account.ok) throw new Refusal(account.error)
    return exportPerson({ store, archive }, account.value, clock.now())
  })
  scope.post(paths.adminErasePreview, async (request) => {
    const caller = await requireCaller(desk, request)
    return accept(await erasePreview(office(), caller, readBody(personRequestSchema, request.body).account))
  })
  scope.post(paths.adminErase, async (request) => {
    const caller = await requireCaller(desk, request)
    return done(await erasePerson(office(), caller, readBody(personRequestSchema, request.body).account))
  })
}
