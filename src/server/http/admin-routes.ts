/** What an administrator sees and does; it names records and never carries what a commune wrote (END-37). */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { decidesSomewhere, mayAdminister } from '#domain/access/office-rights.ts'
import type { Grant } from '#domain/access/role.ts'
import {
  type AdminOverview,
  decisionRequestSchema,
  grantRequestSchema,
  revokeDeviceRequestSchema,
  unitChangeRequestSchema,
} from '#protocol/admin-message.ts'
import { paths } from '#protocol/paths.ts'
import { ENDPOINT_ACCOUNT } from '#server/endpoint-writer/endpoint-writer.ts'
import { deviceOf } from '#server/identity/account-state.ts'
import { type Caller, todayAt } from '#server/identity/caller.ts'
import { revokeDevice, saveGrant } from '#server/identity/change-grants.ts'
import { changeUnits } from '#server/identity/change-units.ts'
import { OneAtATime } from '#server/identity/one-at-a-time.ts'
import { decideRefused } from '#server/ingest/decide-refused.ts'
import type { Device } from '#server/store/store-contract.ts'
import { accountRoutes, listAccounts } from './account-routes.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { done, Refusal } from './problem-reply.ts'
import { acceptJson, readBody, SMALL_BODY } from './request-body.ts'
import { requireCaller } from './session-guard.ts'
import { recordingStoreOf } from './trail-recorder.ts'
import { waitingRows } from './waiting-rows.ts'

const deviceRow = ({ id, account, label, createdMs, lastSeenMs, lastN, safeN, isRevoked }: Device) => ({
  id,
  account,
  label,
  createdMs,
  lastSeenMs,
  lastN,
  safeN,
  isRevoked,
})

async function overview(parts: EndpointParts, caller: Caller): Promise<AdminOverview> {
  const { store, clock } = parts
  const owners = new Map((await store.accounts()).map((account) => [account.id, account]))
  const ownerOf = ({ account }: Device) => owners.get(account) ?? null
  const today = todayAt(clock.now())
  const { lastBackup, ...facts } = await store.facts()
  return {
    nowMs: clock.now(),
    accounts: [...(await listAccounts(parts))],
    devices: (await store.devices())
      .filter(({ account }) => account !== ENDPOINT_ACCOUNT)
      .map((device) => deviceRow(deviceOf(ownerOf(device), device, today))),
    quarantine: await waitingRows(parts, caller),
    facts: { ...facts, lastBackup: lastBackup && { ops: lastBackup.ops, atMs: lastBackup.atMs } },
  }
}

/** Lists: the overview for administrators, what waits for a decision for everybody who decides somewhere. */
function listRoutes(scope: FastifyInstance, parts: EndpointParts): void {
  const { desk, directory, clock } = parts
  scope.get(paths.adminOverview, async (request) => {
    const caller = await requireCaller(desk, request)
    if (!mayAdminister(caller.grants, directory, caller.today)) throw new Refusal({ code: 'access.forbidden' })
    return overview(parts, caller)
  })
  scope.get(paths.adminQuarantine, async (request) => {
    const caller = await requireCaller(desk, request)
    if (!decidesSomewhere(caller.grants, caller.today)) throw new Refusal({ code: 'access.forbidden' })
    return { nowMs: clock.now(), quarantine: await waitingRows(parts, caller) }
  })
}

export async function adminRoutes(scope: FastifyInstance, parts: EndpointParts): Promise<void> {
  const { store, directory, desk, clock, notices } = parts
  const office = (request: FastifyRequest) => ({ store: recordingStoreOf(request, store), directory })
  const turn = new OneAtATime(store)
  acceptJson(scope, SMALL_BODY)
  listRoutes(scope, parts)
  await scope.register(accountRoutes, { ...parts, turn })
  scope.post(paths.adminQuarantine, async (request) => {
    const caller = await requireCaller(desk, request)
    const wanted = readBody(decisionRequestSchema, request.body)
    return done(await decideRefused({ ...office(request), nowMs: clock.now(), notices }, caller, wanted))
  })
  scope.post(paths.adminGrants, async (request) => {
    const caller = await requireCaller(desk, request)
    const grant = readBody(grantRequestSchema, request.body) as Grant
    return done(await turn.do(() => saveGrant(office(request), caller, grant)))
  })
  scope.post(paths.adminRevokeDevice, async (request) => {
    const caller = await requireCaller(desk, request)
    const { device } = readBody(revokeDeviceRequestSchema, request.body)
    return done(await revokeDevice(office(request), caller, device))
  })
  scope.post(paths.adminUnits, async (request) => {
    const caller = await requireCaller(desk, request)
    const wanted = readBody(unitChangeRequestSchema, request.body)
    return done(await turn.do(() => changeUnits(office(request), caller, wanted)))
  })
}
