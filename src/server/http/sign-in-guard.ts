/** What the routes of passkeys and of the identity provider share: how often they may be asked, and the session. */
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Session } from '#protocol/session-message.ts'
import { type RelyingParty, relyingPartyOf } from '#server/passkey/relying-party.ts'
import type { Account } from '#server/store/store-contract.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { Refusal } from './problem-reply.ts'

/** Per address and minute: a province may share one address (END-56). */
const MOST_SIGN_INS = 3000

export const perMinute = { config: { rateLimit: { max: MOST_SIGN_INS, timeWindow: 60_000 } } }

export const limitSignIns = async (scope: FastifyInstance): Promise<void> => {
  await scope.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      new Refusal({ code: 'server.busy', params: { seconds: Math.ceil(ttl / 1000) } }),
  })
}

export function valueOf<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Refusal(result.error)
  return result.value
}

interface Enrolment {
  readonly deviceLabel: string
  readonly deviceKey: string
  readonly replicas: readonly string[]
}

/** The same session as by password; the replica the person already has on this device goes on (END-60). */
export async function openFor(
  { desk, store }: EndpointParts,
  account: Account,
  { deviceLabel, deviceKey, replicas }: Enrolment,
): Promise<Session> {
  let replica: string | null = null
  for (const one of replicas) if ((await store.deviceById(one))?.account === account.id) replica = one
  return valueOf(await desk.openFor(account, { deviceLabel, deviceKey, replica }))
}

/** Refuses a page that was served under another address: its passkeys would be another site's (PAS-2). */
export function partyFor({ signIn }: EndpointParts, { headers }: FastifyRequest): RelyingParty {
  const party = relyingPartyOf(signIn.address, headers.host)
  const { origin } = headers
  if (party === null) throw new Refusal({ code: 'passkey.no-address' })
  if (origin !== undefined && origin !== party.origin) {
    throw new Refusal({ code: 'passkey.wrong-address', params: { address: party.origin } })
  }
  return party
}
