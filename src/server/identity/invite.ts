/**
 * One-time codes for a first sign-in or a forgotten password. A code is told once, to whoever ordered it; what is kept
 * opens nothing (END-94). It is short enough to be typed from paper: eighty bits, good once, within days.
 */
import type { Clock, RandomSource } from '#domain/kernel/clock.ts'
import type { IssuedInvitation } from '#protocol/admin-message.ts'
import { INVITATION_BYTES, invitationCodeOf, invitationPath } from '#protocol/invitation-code.ts'
import { hashOfSecret } from '#server/session/secret.ts'
import type { AccountStore } from '#server/store/account-contract.ts'

const DAY_MS = 86_400_000
const INVITATION_DAYS = 7

export interface Inviting {
  readonly store: Pick<AccountStore, 'saveInvitation'>
  readonly clock: Clock
  readonly random: RandomSource
}

export async function invite(
  { store, clock, random }: Inviting,
  account: string,
  days = INVITATION_DAYS,
): Promise<IssuedInvitation> {
  const code = invitationCodeOf(random.bytes(INVITATION_BYTES))
  const createdMs = clock.now()
  const expiresMs = createdMs + days * DAY_MS
  await store.saveInvitation({ hash: hashOfSecret(code), account, createdMs, expiresMs })
  return { code, path: invitationPath(code), expiresMs }
}
