/** Passkeys over HTTP: signing in with one, and a person's own list of them (PAS-1 to PAS-6). */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { FastifyInstance } from 'fastify'
import { mayAdminister } from '#domain/access/office-rights.ts'
import {
  passkeyBeginSchema,
  passkeyRegistrationSchema,
  passkeyRemoveSchema,
  passkeyRenameSchema,
  passkeySignInSchema,
  removePasskeysSchema,
} from '#protocol/sign-in-message.ts'
import { signInPaths } from '#protocol/sign-in-paths.ts'
import type { Caller } from '#server/identity/caller.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { requireOwner } from './owner-proof.ts'
import { Refusal } from './problem-reply.ts'
import { acceptJson, readBody, SMALL_BODY } from './request-body.ts'
import { requireCaller } from './session-guard.ts'
import { limitSignIns, openFor, partyFor, perMinute, valueOf } from './sign-in-guard.ts'

/** As a phone shows it beside the passkey. */
const RP_NAME = 'Sổ tay ISO xã'

const done = { ok: true } as const

/** Whoever administers every place the account has a grant in; a smaller office takes no key of a larger one. */
export async function requireAdministratorOf(
  { store, directory }: EndpointParts,
  { grants, today }: Caller,
  account: string,
): Promise<void> {
  const isAdministrator = mayAdminister(grants, directory, today)
  const theirs = await store.grants(account)
  const isWhole = theirs.every(({ scope }) => mayAdminister(grants, directory, today, scope))
  if (!isAdministrator || !isWhole) throw new Refusal({ code: 'access.forbidden' })
}

function ownRoutes(scope: FastifyInstance, parts: EndpointParts): void {
  const { desk, store, signIn } = parts
  const { passkeys } = signIn
  scope.get(signInPaths.passkeys, async (request) => {
    const { account } = await requireCaller(desk, request)
    return { passkeys: await passkeys.ownOf(account.id) }
  })
  scope.post(signInPaths.passkeyBegin, async (request) => {
    const caller = await requireCaller(desk, request)
    const party = partyFor(parts, request)
    await requireOwner(parts, request, caller, readBody(passkeyBeginSchema, request.body))
    return { options: await passkeys.beginRegistration(caller.account, party, RP_NAME) }
  })
  scope.post(signInPaths.passkeys, async (request) => {
    const { account } = await requireCaller(desk, request)
    const { label, credential } = readBody(passkeyRegistrationSchema, request.body)
    const party = partyFor(parts, request)
    valueOf(await passkeys.register(account, party, label, credential as unknown as RegistrationResponseJSON))
    return done
  })
  scope.post(signInPaths.passkeyRename, async (request) => {
    const { account } = await requireCaller(desk, request)
    const { id, label } = readBody(passkeyRenameSchema, request.body)
    if (!(await store.renamePasskey(account.id, id, label.normalize('NFC').trim()))) throw new Refusal(gone)
    return done
  })
  scope.post(signInPaths.passkeyRemove, async (request) => {
    const caller = await requireCaller(desk, request)
    const { id, ...proof } = readBody(passkeyRemoveSchema, request.body)
    await requireOwner(parts, request, caller, proof)
    if (!(await store.removePasskey(caller.account.id, id))) throw new Refusal(gone)
    return done
  })
}

const gone = { code: 'passkey.refused' } as const

export async function passkeyRoutes(scope: FastifyInstance, parts: EndpointParts): Promise<void> {
  const { desk, signIn } = parts
  acceptJson(scope, SMALL_BODY)
  await limitSignIns(scope)
  scope.post(signInPaths.passkeyChallenge, perMinute, async (request) => ({
    options: await signIn.passkeys.beginSignIn(partyFor(parts, request)),
  }))
  scope.post(signInPaths.passkeySignIn, perMinute, async (request) => {
    const { credential, ...enrolment } = readBody(passkeySignInSchema, request.body)
    const party = partyFor(parts, request)
    const proven = await signIn.passkeys.accountOf(party, credential as unknown as AuthenticationResponseJSON)
    return openFor(parts, valueOf(proven), enrolment)
  })
  ownRoutes(scope, parts)
  scope.post(signInPaths.adminPasskeys, async (request) => {
    const caller = await requireCaller(desk, request)
    const { account } = readBody(removePasskeysSchema, request.body)
    await requireAdministratorOf(parts, caller, account)
    await signIn.passkeys.removeAll(account)
    return done
  })
}
