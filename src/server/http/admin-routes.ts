/** What an administrator sees of the installation; it never carries what a commune wrote. */
import type { FastifyInstance } from 'fastify'
import { isActive } from '#domain/access/role.ts'
import type { AdminOverview } from '#protocol/admin-message.ts'
import { paths } from '#protocol/paths.ts'
import type { Device, EndpointStore, QuarantineRow } from '#server/store/store-contract.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { Refusal } from './problem-reply.ts'
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

const quarantineRow = ({ device, n, code, receivedMs, op }: QuarantineRow) => ({
  device,
  n,
  account: op.u,
  code,
  kind: op.k,
  entity: op.e,
  feed: op.s,
  receivedMs,
})

async function overview({ store, directory, clock }: EndpointParts): Promise<AdminOverview> {
  const names = new Map(directory.places.map(({ id, name }) => [id, name]))
  const devices = await store.devices()
  const { lastBackup, ...facts } = await store.facts()
  return {
    nowMs: clock.now(),
    accounts: await listAccounts(store, devices, (place) => names.get(place) ?? place),
    devices: devices.map(deviceRow),
    quarantine: (await store.quarantine(MOST_QUARANTINED)).map(quarantineRow),
    facts: { ...facts, lastBackup: lastBackup && { ops: lastBackup.ops, atMs: lastBackup.atMs } },
  }
}

export async function adminRoutes(scope: FastifyInstance, parts: EndpointParts): Promise<void> {
  scope.get(paths.adminOverview, async (request) => {
    const { grants, today } = await requireCaller(parts.desk, request)
    const isAdministrator = grants.some((grant) => grant.role === 'administrator' && isActive(grant, today))
    if (!isAdministrator) throw new Refusal({ code: 'access.forbidden' })
    return overview(parts)
  })
}
