/** What people do about their own way in: one-time codes, their password, their devices. */
import type { FastifyInstance } from 'fastify'
import { paths } from '#protocol/paths.ts'
import {
  invitationRequestSchema,
  ownDeviceRequestSchema,
  passwordRequestSchema,
  redeemRequestSchema,
  storeKeyRequestSchema,
} from '#protocol/session-message.ts'
import { loadEndpointKeys } from '#server/hand-over/endpoint-keys.ts'
import type { Caller } from '#server/identity/caller.ts'
import { nameOf } from '#server/identity/new-accounts.ts'
import { storeKeyFor } from '#server/session/open-store-key.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { accept, done, Refusal } from './problem-reply.ts'
import { RateCounter } from './rate-counter.ts'
import { readBody } from './request-body.ts'
import { requireCaller } from './session-guard.ts'

/** Codes tried from one address in a minute: a class of new people behind one address, and nothing against 80 bits. */
const MOST_CODES = 300

async function ownDevices({ store, clock }: EndpointParts, { account, device }: Caller) {
  const own = (await store.devices()).filter((one) => one.account === account.id)
  const devices = own.map(({ id, label, createdMs, lastSeenMs, isRevoked }) => ({
    id,
    label,
    createdMs,
    lastSeenMs,
    isRevoked,
    isThis: id === device.id,
  }))
  return { nowMs: clock.now(), devices }
}

/** Names, signs out or revokes; a revoked device stays revoked. */
async function changeOwn(parts: EndpointParts, caller: Caller, body: unknown): Promise<void> {
  const { device, label, revoke, signOut } = readBody(ownDeviceRequestSchema, body)
  const known = await parts.store.deviceById(device)
  if (known?.account !== caller.account.id) throw new Refusal({ code: 'device.unknown' })
  const name = label === undefined ? undefined : nameOf(label)
  if (name === '') throw new Refusal({ code: 'account.name-missing' })
  const isEnding = revoke === true || signOut === true
  if (isEnding && device === caller.device.id) throw new Refusal({ code: 'access.forbidden' })
  if (name !== undefined) await parts.store.nameDevice(device, name)
  if (signOut === true) await parts.store.signOut(device)
  if (revoke === true) await parts.store.revokeDevice(device)
}

export async function credentialRoutes(scope: FastifyInstance, parts: EndpointParts): Promise<void> {
  const { credentials } = parts.desk
  const codes = new RateCounter(MOST_CODES, parts.clock)
  scope.post(paths.invitation, async (request) => {
    codes.count(request.ip)
    return accept(await credentials.invitation(readBody(invitationRequestSchema, request.body).code))
  })
  scope.post(paths.redeem, async (request) => {
    codes.count(request.ip)
    return accept(await credentials.redeem(readBody(redeemRequestSchema, request.body)))
  })
  scope.post(paths.password, async (request) => {
    const caller = await requireCaller(parts.desk, request)
    return done(await credentials.change(caller, readBody(passwordRequestSchema, request.body)))
  })
  scope.post(paths.storeKey, async (request) => {
    const caller = await requireCaller(parts.desk, request)
    const { password, sealed } = readBody(storeKeyRequestSchema, request.body)
    accept(await credentials.prove(caller, password))
    return { key: accept(await storeKeyFor(caller.account.id, sealed, await loadEndpointKeys(parts.store))) }
  })
  scope.get(paths.ownDevices, async (request) => ownDevices(parts, await requireCaller(parts.desk, request)))
  scope.post(paths.ownDevices, async (request) => {
    await changeOwn(parts, await requireCaller(parts.desk, request), request.body)
    return { ok: true }
  })
}
