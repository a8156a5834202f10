/**
 * Passkeys: made by a signed-in person for their own account, and asked for at sign-in without a name. A challenge is
 * good once and for minutes; who signed must have been verified by the authenticator (PIN, finger, face), because no
 * password comes along (PAS-1 to PAS-5, decision 0018).
 */
import { createHash } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Clock, RandomSource } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { OwnPasskey } from '#protocol/sign-in-message.ts'
import { createSecret, hashOfSecret } from '#server/session/secret.ts'
import type { Passkey, SignInStore } from '#server/store/sign-in-contract.ts'
import type { Account, IdentityStore } from '#server/store/store-contract.ts'
import type { RelyingParty } from './relying-party.ts'

export const PASSKEY_CHALLENGE_MS = 5 * 60_000
/** Whoever has more devices than this has forgotten to tidy up. */
export const MOST_PASSKEYS = 20

const [REGISTER, SIGN_IN] = ['passkey-register', 'passkey-sign-in']
const refused: Problem = { code: 'passkey.refused' }

/** The library is large; an installation where nobody uses passkeys never loads it. */
const library = () => import('@simplewebauthn/server')

export interface PasskeyDeskParts {
  readonly store: SignInStore & Pick<IdentityStore, 'accountById'>
  readonly clock: Clock
  readonly random: RandomSource
}

/** What an authenticator keeps for the account: the same for all its passkeys, and readable for nobody. */
const userHandle = (account: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(`passkey-user:${account}`).digest())

export class PasskeyDesk {
  readonly #parts: PasskeyDeskParts

  constructor(parts: PasskeyDeskParts) {
    this.#parts = parts
  }

  async #challenge(purpose: string, body: string): Promise<Uint8Array<ArrayBuffer>> {
    const { store, clock, random } = this.#parts
    const [challenge, now] = [createSecret(random), clock.now()]
    await store.keepOnce({ hash: hashOfSecret(challenge), purpose, body, expiresMs: now + PASSKEY_CHALLENGE_MS }, now)
    return new Uint8Array(Buffer.from(challenge, 'base64url'))
  }

  /** Whether it was given for this, once, in time and (where it matters) to this account. */
  async #take(challenge: string, purpose: string, body: string): Promise<boolean> {
    const { store, clock } = this.#parts
    return (await store.takeOnce(hashOfSecret(challenge), purpose, clock.now())) === body
  }

  async beginRegistration(account: Account, { id }: RelyingParty, rpName: string) {
    const [{ generateRegistrationOptions }, known] = await Promise.all([
      library(),
      this.#parts.store.passkeysOf(account.id),
    ])
    return generateRegistrationOptions({
      rpName,
      rpID: id,
      userName: account.username,
      userDisplayName: account.displayName,
      userID: userHandle(account.id),
      challenge: await this.#challenge(REGISTER, account.id),
      attestationType: 'none',
      excludeCredentials: known.map(({ id: credential, transports }) => ({
        id: credential,
        transports: [...transports],
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
  }

  async register(
    account: Account,
    { id, origin }: RelyingParty,
    label: string,
    response: RegistrationResponseJSON,
  ): Promise<Result<null, Problem>> {
    const { store, clock } = this.#parts
    if ((await store.passkeysOf(account.id)).length >= MOST_PASSKEYS) return err({ code: 'passkey.too-many' })
    const { verifyRegistrationResponse } = await library()
    const checked = await verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => this.#take(challenge, REGISTER, account.id),
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    }).catch(() => undefined)
    if (!checked?.verified) return err(refused)
    const { credential, credentialBackedUp } = checked.registrationInfo
    const isNew = await store.addPasskey({
      id: credential.id,
      account: account.id,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: credential.transports ?? [],
      label: label.normalize('NFC').trim(),
      isBackedUp: credentialBackedUp,
      createdMs: clock.now(),
      usedMs: null,
    })
    return isNew ? ok(null) : err(refused)
  }

  async beginSignIn({ id }: RelyingParty) {
    const { generateAuthenticationOptions } = await library()
    return generateAuthenticationOptions({
      rpID: id,
      challenge: await this.#challenge(SIGN_IN, ''),
      userVerification: 'required',
    })
  }

  /** Whose passkey signed. Every failure answers alike: it tells nobody which passkeys or accounts exist. */
  async accountOf(
    { id, origin }: RelyingParty,
    response: AuthenticationResponseJSON,
  ): Promise<Result<Account, Problem>> {
    const { store, clock } = this.#parts
    const passkey = await store.passkeyById(response.id)
    const checked = await this.#verify(passkey, { id, origin }, response)
    if (!passkey || checked === undefined) return err(refused)
    if (!(await store.usePasskey(passkey.id, checked, clock.now()))) return err(refused)
    const account = await store.accountById(passkey.account)
    return account ? ok(account) : err(refused)
  }

  /** The counter of a good signature. */
  async #verify(
    passkey: Passkey | null,
    { id, origin }: RelyingParty,
    response: AuthenticationResponseJSON,
  ): Promise<number | undefined> {
    const { verifyAuthenticationResponse } = await library()
    const known = passkey ?? { id: response.id, publicKey: '', counter: 0, transports: [] }
    const checked = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => this.#take(challenge, SIGN_IN, ''),
      expectedOrigin: origin,
      expectedRPID: id,
      credential: {
        id: known.id,
        publicKey: new Uint8Array(Buffer.from(known.publicKey, 'base64url')),
        counter: known.counter,
        transports: [...known.transports],
      },
      requireUserVerification: true,
    }).catch(() => undefined)
    return checked?.verified ? checked.authenticationInfo.newCounter : undefined
  }

  async ownOf(account: string): Promise<readonly OwnPasskey[]> {
    const own = await this.#parts.store.passkeysOf(account)
    return own.map(({ id, label, createdMs, usedMs, isBackedUp }) => ({ id, label, createdMs, usedMs, isBackedUp }))
  }

  async removeAll(account: string): Promise<void> {
    const { store } = this.#parts
    for (const { id } of await store.passkeysOf(account)) await store.removePasskey(account, id)
  }
}
