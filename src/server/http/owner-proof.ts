/**
 * Before a way in is added or taken away, whoever holds the session shows that it is theirs: by the password or by one of
 * their passkeys. Who has neither (the province's sign-in only) has to have signed in a moment ago (PAS-7).
 */
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { FastifyRequest } from 'fastify'
import type { OwnerProof } from '#protocol/sign-in-message.ts'
import type { Caller } from '#server/identity/caller.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { accept, Refusal } from './problem-reply.ts'
import { partyFor } from './sign-in-guard.ts'

/** A sign-in is as good as a proof for this long. */
export const FRESH_SIGN_IN_MS = 10 * 60_000

const needed = { code: 'passkey.proof-needed' } as const

export async function requireOwner(
  parts: EndpointParts,
  request: FastifyRequest,
  caller: Caller,
  { password, signature }: OwnerProof,
): Promise<void> {
  const { desk, signIn, store, clock } = parts
  const { account, device } = caller
  if (password !== undefined) return void accept(await desk.credentials.prove(caller, password))
  if (signature !== undefined) {
    const signed = await signIn.passkeys.accountOf(
      partyFor(parts, request),
      signature as unknown as AuthenticationResponseJSON,
    )
    if (accept(signed).id !== account.id) throw new Refusal({ code: 'passkey.refused' })
    return
  }
  const hasOther = account.passwordHash !== null || (await store.passkeysOf(account.id)).length > 0
  if (hasOther || clock.now() - device.passwordMs > FRESH_SIGN_IN_MS) throw new Refusal(needed)
}
