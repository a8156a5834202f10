/** People, from an administrator's side: accounts one by one or as a list, one-time codes, names of devices, leaving. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { mayAdminister } from '#domain/access/office-rights.ts'
import {
  accountChangeSchema,
  accountsRequestSchema,
  type AdminAccount,
  invitationOrderSchema,
  leavingRequestSchema,
  nameDeviceRequestSchema,
} from '#protocol/admin-message.ts'
import { paths } from '#protocol/paths.ts'
import { ENDPOINT_ACCOUNT } from '#server/endpoint-writer/endpoint-writer.ts'
import type { Caller } from '#server/identity/caller.ts'
import { changeAccount, orderInvitation } from '#server/identity/change-account.ts'
import { nameDevice } from '#server/identity/change-grants.ts'
import { letLeave } from '#server/identity/leaving.ts'
import { newAccounts } from '#server/identity/new-accounts.ts'
import type { OneAtATime } from '#server/identity/one-at-a-time.ts'
import type { StoredInvitation } from '#server/store/account-contract.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { accept, done, Refusal } from './problem-reply.ts'
import { acceptJson, type BodyLimit, readBody } from './request-body.ts'
import { requireCaller } from './session-guard.ts'
import { recordingStoreOf } from './trail-recorder.ts'
import { waitingRows } from './waiting-rows.ts'

/** A list of five hundred people with all they are granted. */
const LIST_BODY: BodyLimit = { packed: 200_000, unpacked: 1_000_000 }

const invitationOf = (known: StoredInvitation | undefined, nowMs: number) =>
  known && known.expiresMs > nowMs ? { expiresMs: known.expiresMs } : null

/** Every account, with the names of places; the caller's own place decides which of them are shown. */
export async function listAccounts({ store, directory, clock }: EndpointParts): Promise<readonly AdminAccount[]> {
  const names = new Map(directory.places.map(({ id, name }) => [id, name]))
  const lastSeen = new Map<string, number>()
  for (const { account, lastSeenMs } of await store.devices())
    lastSeen.set(account, Math.max(lastSeen.get(account) ?? 0, lastSeenMs))
  const codes = new Map((await store.invitations()).map((code) => [code.account, code]))
  const [grants, passkeys] = [await store.grants(), await store.passkeyCounts()]
  const people = (await store.accounts()).filter(({ id }) => id !== ENDPOINT_ACCOUNT)
  return people.map(({ id, username, displayName, isIllustrative, passwordHash, disabledFrom }) => ({
    id,
    username,
    displayName,
    isIllustrative,
    canSignIn: passwordHash !== null,
    grants: grants
      .filter(({ account }) => account === id)
      .map((grant) => ({ ...grant, place: names.get(grant.scope) ?? grant.scope })),
    lastSeenMs: lastSeen.get(id) ?? null,
    disabledFrom: disabledFrom ?? null,
    invitation: invitationOf(codes.get(id), clock.now()),
    passkeys: passkeys.get(id) ?? 0,
  }))
}

/** Those with a grant in the caller's place, and those without any. */
async function accountsFor(parts: EndpointParts, { grants, today }: Caller) {
  const isOurs = (scope: string): boolean => mayAdminister(grants, parts.directory, today, scope)
  const accounts = await listAccounts(parts)
  return accounts.filter((account) => account.grants.length === 0 || account.grants.some(({ scope }) => isOurs(scope)))
}

export async function accountRoutes(
  scope: FastifyInstance,
  parts: EndpointParts & { turn: OneAtATime },
): Promise<void> {
  const { store, directory, desk, clock, turn } = parts
  const office = (request: FastifyRequest) => ({ store: recordingStoreOf(request, store), directory })
  const register = { invite: (account: string) => desk.invite(account), newId: () => desk.newAccountId() }
  const administrator = async (request: Parameters<typeof requireCaller>[1]): Promise<Caller> => {
    const caller = await requireCaller(desk, request)
    if (!mayAdminister(caller.grants, directory, caller.today)) throw new Refusal({ code: 'access.forbidden' })
    return caller
  }
  acceptJson(scope, LIST_BODY)
  scope.get(paths.adminAccounts, async (request) => {
    const caller = await administrator(request)
    return { nowMs: clock.now(), accounts: await accountsFor(parts, caller) }
  })
  scope.post(paths.adminAccounts, async (request) => {
    const caller = await administrator(request)
    const wanted = readBody(accountsRequestSchema, request.body)
    return turn.do(() => newAccounts({ ...office(request), ...register }, caller, wanted))
  })
  scope.post(paths.adminAccount, async (request) => {
    const caller = await administrator(request)
    const wanted = readBody(accountChangeSchema, request.body)
    return done(await turn.do(() => changeAccount(office(request), caller, wanted)))
  })
  scope.post(paths.adminInvitations, async (request) => {
    const caller = await administrator(request)
    const { account, days } = readBody(invitationOrderSchema, request.body)
    return accept(await orderInvitation(office(request), caller, account, () => desk.invite(account, days)))
  })
  scope.post(paths.adminLeaving, async (request) => {
    const caller = await administrator(request)
    const wanted = readBody(leavingRequestSchema, request.body)
    const left = accept(await turn.do(() => letLeave(office(request), caller, wanted)))
    const waiting = (await waitingRows(parts, caller)).filter(({ account }) => account === wanted.account)
    return { isDone: wanted.dryRun !== true, ...left, waiting }
  })
  scope.post(paths.adminNameDevice, async (request) => {
    const caller = await administrator(request)
    const { device, label } = readBody(nameDeviceRequestSchema, request.body)
    return done(await nameDevice(office(request), caller, device, label))
  })
}
