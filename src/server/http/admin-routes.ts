/** What an administrator sees and does; it names records and never carries what a commune wrote (END-37). */
import type { FastifyInstance } from 'fastify'
import { decidesSomewhere, mayAdminister } from '#domain/access/office-rights.ts'
import type { Grant } from '#domain/access/role.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import {
  type AdminOverview,
  decisionRequestSchema,
  grantRequestSchema,
  revokeDeviceRequestSchema,
  unitChangeRequestSchema,
} from '#protocol/admin-message.ts'
import { paths } from '#protocol/paths.ts'
import type { Caller } from '#server/identity/caller.ts'
import { revokeDevice, saveGrant } from '#server/identity/change-grants.ts'
import { changeUnits } from '#server/identity/change-units.ts'
import { type Deciding, decideRefused, mayBeAccepted, waitingForDecision } from '#server/ingest/decide-refused.ts'
import type { Device, EndpointStore, QuarantineRow } from '#server/store/store-contract.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { Refusal } from './problem-reply.ts'
import { acceptJson, readBody, SMALL_BODY } from './request-body.ts'
import { requireCaller } from './session-guard.ts'

const MOST_QUARANTINED = 200

async function listAccounts(store: EndpointStore, devices: readonly Device[], nameOf: (place: string) => string) {
  const grants = await store.grants()
  const lastSeen = (account: string): number | null =>
    devices
      .filter((device) => device.account === account)
      .reduce<number | null>((last, { lastSeenMs }) => Math.max(last ?? 0, lastSeenMs), null)
  return (await store.accounts()).map(({ id, username, displayName, isIllustrative, passwordHash }) => ({
    id,
    username,
    displayName,
    isIllustrative,
    canSignIn: passwordHash !== null,
    grants: grants.filter(({ account }) => account === id).map((grant) => ({ ...grant, place: nameOf(grant.scope) })),
    lastSeenMs: lastSeen(id),
  }))
}

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

async function quarantineRow(deciding: Deciding, row: QuarantineRow) {
  const { device, n, code, receivedMs, op } = row
  const canAccept = await mayBeAccepted(deciding, row)
  return { device, n, account: op.u, code, kind: op.k, entity: op.e, feed: op.s, receivedMs, canAccept }
}

async function waiting({ store, directory, clock }: EndpointParts, caller: Caller) {
  const deciding = { store, directory, nowMs: clock.now() }
  const rows = await waitingForDecision(deciding, caller, MOST_QUARANTINED)
  return Promise.all(rows.map((row) => quarantineRow(deciding, row)))
}

async function overview(parts: EndpointParts, caller: Caller): Promise<AdminOverview> {
  const { store, directory, clock } = parts
  const names = new Map(directory.places.map(({ id, name }) => [id, name]))
  const devices = await store.devices()
  const { lastBackup, ...facts } = await store.facts()
  return {
    nowMs: clock.now(),
    accounts: await listAccounts(store, devices, (place) => names.get(place) ?? place),
    devices: devices.map(deviceRow),
    quarantine: await waiting(parts, caller),
    facts: { ...facts, lastBackup: lastBackup && { ops: lastBackup.ops, atMs: lastBackup.atMs } },
  }
}

function done(result: Result<null, Problem>): { readonly ok: true } {
  if (!result.ok) throw new Refusal(result.error)
  return { ok: true }
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
    return { nowMs: clock.now(), quarantine: await waiting(parts, caller) }
  })
}

export async function adminRoutes(scope: FastifyInstance, parts: EndpointParts): Promise<void> {
  const { store, directory, desk, clock } = parts
  const office = { store, directory }
  acceptJson(scope, SMALL_BODY)
  listRoutes(scope, parts)
  scope.post(paths.adminQuarantine, async (request) => {
    const caller = await requireCaller(desk, request)
    const wanted = readBody(decisionRequestSchema, request.body)
    return done(await decideRefused({ ...office, nowMs: clock.now() }, caller, wanted))
  })
  scope.post(paths.adminGrants, async (request) => {
    const caller = await requireCaller(desk, request)
    return done(await saveGrant(office, caller, readBody(grantRequestSchema, request.body) as Grant))
  })
  scope.post(paths.adminRevokeDevice, async (request) => {
    const caller = await requireCaller(desk, request)
    return done(await revokeDevice(office, caller, readBody(revokeDeviceRequestSchema, request.body).device))
  })
  scope.post(paths.adminUnits, async (request) => {
    const caller = await requireCaller(desk, request)
    return done(await changeUnits(office, caller, readBody(unitChangeRequestSchema, request.body)))
  })
}
