/**
 * What people set and forget: a password by a one-time code or by the one before. A refused password uses no code up,
 * and whenever one is set, everything that was open under the one before ends (END-91, END-94, END-96).
 */
import { checkPassword } from '#domain/access/password-policy.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { readInvitationCode } from '#protocol/invitation-code.ts'
import type { Invitation, RedeemRequest, Session } from '#protocol/session-message.ts'
import { isDisabled } from '#server/identity/account-state.ts'
import { type Caller, todayAt } from '#server/identity/caller.ts'
import type { StoredInvitation } from '#server/store/account-contract.ts'
import type { Account, EndpointStore } from '#server/store/store-contract.ts'
import { isCommonPassword } from './common-password.ts'
import { normaliseDeviceKey } from './device-key.ts'
import type { PasswordHasher } from './password-hasher.ts'
import { hashOfSecret } from './secret.ts'
import type { AtDevice } from './session-desk.ts'
import type { SignInThrottle } from './sign-in-throttle.ts'

export interface CredentialDeskParts {
  readonly store: EndpointStore
  readonly passwords: PasswordHasher
  readonly clock: Clock
  readonly throttle: SignInThrottle
  readonly openFor: (account: Account, at: AtDevice) => Promise<Result<Session, Problem>>
}

export interface PasswordChange {
  readonly current: string
  readonly next: string
}

const unknownCode: Problem = { code: 'invitation.unknown' }

interface Opened {
  readonly invitation: StoredInvitation
  readonly account: Account
}

export class CredentialDesk {
  readonly #parts: CredentialDeskParts

  constructor(parts: CredentialDeskParts) {
    this.#parts = parts
  }

  /** What a code opens. Wrong, used and expired ones answer alike. */
  async invitation(code: string): Promise<Result<Invitation, Problem>> {
    const opened = await this.#opened(code)
    if (!opened.ok) return opened
    const { account, invitation } = opened.value
    const { username, displayName, passwordHash } = account
    return ok({ username, displayName, isFirst: passwordHash === null, expiresMs: invitation.expiresMs })
  }

  async #opened(typed: string): Promise<Result<Opened, Problem>> {
    const { store, clock } = this.#parts
    const code = readInvitationCode(typed)
    const invitation = code === undefined ? null : await store.invitation(hashOfSecret(code))
    const account = invitation && (await store.accountById(invitation.account))
    const nowMs = clock.now()
    if (!invitation || !account || invitation.expiresMs <= nowMs) return err(unknownCode)
    return isDisabled(account, todayAt(nowMs)) ? err({ code: 'account.disabled' }) : ok({ invitation, account })
  }

  /** The code is used up only together with a password that is good. */
  async redeem(request: RedeemRequest): Promise<Result<Session, Problem>> {
    const { store, clock, openFor } = this.#parts
    if (normaliseDeviceKey(request.deviceKey) === undefined) return err({ code: 'request.malformed' })
    const opened = await this.#opened(request.code)
    if (!opened.ok) return opened
    const { account, invitation } = opened.value
    const passwordHash = await this.#hashOf(request.password, account)
    if (!passwordHash.ok) return passwordHash
    if ((await store.takeInvitation(invitation.hash, clock.now())) === null) return err(unknownCode)
    await this.#setPassword(account.id, passwordHash.value, null)
    // A code made beside this process: what came with it is in the journal before anybody is in.
    await store.settleBeside()
    return openFor(account, request)
  }

  /** The session that asks goes on: its owner has just proved that it is theirs. */
  async change(caller: Caller, { current, next }: PasswordChange): Promise<Result<null, Problem>> {
    const { account, device } = caller
    const proved = await this.prove(caller, current)
    if (!proved.ok) return proved
    const passwordHash = await this.#hashOf(next, account)
    if (!passwordHash.ok) return passwordHash
    await this.#setPassword(account.id, passwordHash.value, device.id)
    return ok(null)
  }

  /** That whoever has the session knows the password too; guessing is slowed down as at a sign-in. */
  async prove({ account, device }: Caller, password: string): Promise<Result<null, Problem>> {
    const { throttle, clock, passwords } = this.#parts
    const wait = throttle.begin(account.username, '', clock.now(), device.id)
    if (wait > 0) return err({ code: 'auth.locked', params: { seconds: Math.ceil(wait / 1000) } })
    if (!(await passwords.verify(account.passwordHash, password.normalize('NFC'))))
      return err({ code: 'auth.wrong-credentials' })
    throttle.succeed(account.username, '', device.id)
    return ok(null)
  }

  async #hashOf(password: string, account: Account): Promise<Result<string, Problem>> {
    const checked = checkPassword(password, account)
    if (!checked.ok) return checked
    if (isCommonPassword(checked.value)) return err({ code: 'password.common' })
    return ok(await this.#parts.passwords.hash(checked.value))
  }

  async #setPassword(account: string, passwordHash: string, exceptDevice: string | null): Promise<void> {
    await this.#parts.store.updateAccount(account, { passwordHash })
    await this.#parts.store.endSessions(account, exceptDevice)
  }
}
