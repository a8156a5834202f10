/** Which ways to sign in there are, and the one over the province's own identity provider (OID-1 to OID-5). */
import type { FastifyInstance } from 'fastify'
import { mayAdminister } from '#domain/access/office-rights.ts'
import { providerBeginSchema, providerFinishSchema, providerLinkRequestSchema } from '#protocol/sign-in-message.ts'
import { signInPaths } from '#protocol/sign-in-paths.ts'
import type { SignInWays } from '#protocol/sign-in-message.ts'
import type { OidcDesk } from '#server/oidc/oidc-desk.ts'
import { relyingPartyOf } from '#server/passkey/relying-party.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { requireAdministratorOf } from './passkey-routes.ts'
import { Refusal } from './problem-reply.ts'
import { acceptJson, readBody, SMALL_BODY } from './request-body.ts'
import { requireCaller } from './session-guard.ts'
import { limitSignIns, openFor, perMinute, valueOf } from './sign-in-guard.ts'

function waysOf({ signIn }: EndpointParts, host: string | undefined): SignInWays {
  const { address, provider, demoAccounts = [], isDemonstration = false } = signIn
  const party = relyingPartyOf(address, host)
  return {
    isDemonstration,
    demoAccounts: isDemonstration ? demoAccounts.map(({ username, displayName }) => ({ username, displayName })) : [],
    passkeys: party && { address: party.origin },
    provider: provider && address !== undefined ? { name: provider.name, address: new URL(address).origin } : null,
  }
}

function deskOf({ signIn }: EndpointParts): OidcDesk {
  if (!signIn.provider) throw new Refusal({ code: 'provider.unavailable' })
  return signIn.provider
}

function linkRoutes(scope: FastifyInstance, parts: EndpointParts): void {
  const { desk, directory, signIn } = parts
  scope.get(signInPaths.adminLinks, async (request) => {
    const caller = await requireCaller(desk, request)
    if (!mayAdminister(caller.grants, directory, caller.today)) throw new Refusal({ code: 'access.forbidden' })
    const { provider } = signIn
    return { isOn: provider !== undefined, issuerName: provider?.name ?? '', links: (await provider?.links()) ?? [] }
  })
  scope.post(signInPaths.adminLinks, async (request) => {
    const caller = await requireCaller(desk, request)
    const { account, identifier } = readBody(providerLinkRequestSchema, request.body)
    await requireAdministratorOf(parts, caller, account)
    valueOf(await deskOf(parts).link(account, identifier))
    return { ok: true }
  })
}

export async function providerRoutes(scope: FastifyInstance, parts: EndpointParts): Promise<void> {
  acceptJson(scope, SMALL_BODY)
  await limitSignIns(scope)
  scope.get(signInPaths.ways, async ({ headers }) => waysOf(parts, headers.host))
  scope.post(signInPaths.providerBegin, perMinute, async (request) => {
    const { binding } = readBody(providerBeginSchema, request.body)
    return { url: valueOf(await deskOf(parts).begin(binding)) }
  })
  scope.post(signInPaths.providerFinish, perMinute, async (request) => {
    const { search, secret, ...enrolment } = readBody(providerFinishSchema, request.body)
    return openFor(parts, valueOf(await deskOf(parts).accountOf(search, secret)), enrolment)
  })
  linkRoutes(scope, parts)
}
