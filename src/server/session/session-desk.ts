/**
 * Opening, renewing and ending sessions. The password is asked once in ninety days; between, a device proves with a
 * fresh signature that it still holds the key it made when the password was given (END-7, END-8, decision D12).
 */
import type { Clock, RandomSource } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import type { IssuedInvitation } from '#protocol/admin-message.ts'
import type { RenewRequest, Session, SignInRequest } from '#protocol/session-message.ts'
import { isDisabled } from '#server/identity/account-state.ts'
import { type Caller, identityOf, loadCaller, todayAt } from '#server/identity/caller.ts'
import { invite } from '#server/identity/invite.ts'
import type { LiveDirectory } from '#server/identity/live-directory.ts'
import type { Account, Device, EndpointStore } from '#server/store/store-contract.ts'
import { CredentialDesk } from './credential-desk.ts'
import { isSignedBy, normaliseDeviceKey } from './device-key.ts'
import type { PasswordHasher } from './password-hasher.ts'
import { replicaIdOf } from './replica-id.ts'
import { createSecret, hashOfSecret } from './secret.ts'
import { SignInThrottle } from './sign-in-throttle.ts'

export const SESSION_MS = 12 * 60 * 60_000
export const PASSWORD_VALID_MS = 90 * 24 * 60 * 60_000
export const CHALLENGE_MS = 5 * 60_000

export interface SessionDeskParts {
  readonly store: EndpointStore
  readonly directory: LiveDirectory
  readonly passwords: PasswordHasher
  readonly clock: Clock
  readonly random: RandomSource
  /** Public key for envelopes, JWK text (decision D10). */
  readonly endpointKey: string
}

/** The device somebody signs in on, however they proved who they are. */
export type AtDevice = Pick<SignInRequest, 'deviceLabel' | 'deviceKey' | 'replica'>

const expired: Problem = { code: 'auth.session-expired' }

export class SessionDesk {
  readonly #parts: SessionDeskParts
  readonly #throttle = new SignInThrottle()
  /** What people set and forget: passwords and one-time codes. */
  readonly credentials: CredentialDesk

  constructor(parts: SessionDeskParts) {
    this.#parts = parts
    this.credentials = new CredentialDesk({ ...parts, throttle: this.#throttle, openFor: this.openFor })
  }

  newAccountId(): string {
    return `acc.${createUuidV7(this.#parts.clock, this.#parts.random)}`
  }

  invite(account: string, days?: number): Promise<IssuedInvitation> {
    return invite(this.#parts, account, days)
  }

  async signIn(request: SignInRequest, address: string): Promise<Result<Session, Problem>> {
    if (normaliseDeviceKey(request.deviceKey) === undefined) return err({ code: 'request.malformed' })
    const username = request.username.normalize('NFC').trim().toLowerCase()
    const account = await this.#parts.store.accountByUsername(username)
    const proved = await this.#provedDevice(account, request)
    const wait = this.#throttle.begin(username, address, this.#parts.clock.now(), proved)
    if (wait > 0) return err({ code: 'auth.locked', params: { seconds: Math.ceil(wait / 1000) } })
    const isRight = await this.#parts.passwords.verify(account?.passwordHash ?? null, request.password.normalize('NFC'))
    if (!account || !isRight) return err({ code: 'auth.wrong-credentials' })
    this.#throttle.succeed(username, address, proved)
    return this.openFor(account, request)
  }

  /** Opens a session for somebody who proved who they are, by whatever means. */
  readonly openFor = async (account: Account, at: AtDevice): Promise<Result<Session, Problem>> => {
    const publicKey = normaliseDeviceKey(at.deviceKey)
    if (publicKey === undefined) return err({ code: 'request.malformed' })
    if (isDisabled(account, todayAt(this.#parts.clock.now()))) return err({ code: 'account.disabled' })
    return this.#open(account, await this.#replicaFor(account, at, publicKey), at.replica)
  }

  /** The device that signs in where it shows that it holds the key of an earlier sign-in of this account (END-90). */
  async #provedDevice(account: Account | null, { replica, proof }: SignInRequest): Promise<string | undefined> {
    const { store, clock } = this.#parts
    if (replica === null || proof === undefined) return undefined
    const isFresh = await store.takeChallenge(hashOfSecret(proof.challenge), replica, clock.now())
    const device = isFresh && account ? await store.deviceById(replica) : null
    const isOwn = device !== null && device.account === account?.id && !device.isRevoked
    const text = `sign-in:${replica}:${proof.challenge}`
    return isOwn && isSignedBy(device.publicKey, text, proof.signature) ? replica : undefined
  }

  /** The replica the store already has for this person, or a new one. */
  async #replicaFor(account: Account, { replica, deviceLabel }: AtDevice, publicKey: string): Promise<Device> {
    const { store, clock, random } = this.#parts
    const nowMs = clock.now()
    const known = replica === null ? null : await store.deviceById(replica)
    if (known?.account === account.id && !known.isRevoked) {
      await store.rekeyDevice(known.id, publicKey, deviceLabel, nowMs)
      return known
    }
    const idOf = (counter: number): string => replicaIdOf(counter, random)
    return store.enrolDevice({ account: account.id, label: deviceLabel, publicKey, nowMs, idOf })
  }

  /** What the endpoint has of the replica that another one now takes the place of (END-60). */
  async #formerOf(account: Account, device: Device, asked: string | null): Promise<Pick<Session, 'former'>> {
    if (asked === null || asked === device.id) return {}
    const former = await this.#parts.store.deviceById(asked)
    return { former: former?.account === account.id ? { ack: former.lastN } : null }
  }

  async #open(account: Account, device: Device, asked: string | null = null): Promise<Result<Session, Problem>> {
    const { store, clock, random, directory, endpointKey } = this.#parts
    const now = clock.now()
    await directory.refresh()
    const caller = await loadCaller(store, account.id, device, now)
    if (!caller) return err(expired)
    const token = createSecret(random)
    const expiresAt = now + SESSION_MS
    const stored = { tokenHash: hashOfSecret(token), account: account.id, device: device.id, expiresMs: expiresAt }
    await store.openSession(stored, now)
    const former = await this.#formerOf(account, device, asked)
    const identity = identityOf(caller, directory)
    return ok({ token, expiresAt, now, replica: device.id, identity, endpointKey, ...former })
  }

  /** Given to anybody who asks, so that it tells nothing about which replicas exist. */
  async challenge(replica: string): Promise<string> {
    const { store, clock, random } = this.#parts
    const challenge = createSecret(random)
    const now = clock.now()
    await store.saveChallenge(hashOfSecret(challenge), replica, now + CHALLENGE_MS, now)
    return challenge
  }

  /** A revoked device may renew: it still has work to hand in, and nothing to read any more (END-33). */
  async renew({ replica, challenge, signature, asNew }: RenewRequest): Promise<Result<Session, Problem>> {
    const { store, clock } = this.#parts
    const now = clock.now()
    if (!(await store.takeChallenge(hashOfSecret(challenge), replica, now))) return err(expired)
    const device = await store.deviceById(replica)
    if (!device || now - device.passwordMs > PASSWORD_VALID_MS) return err(expired)
    if (!isSignedBy(device.publicKey, `renew:${replica}:${challenge}`, signature)) return err(expired)
    const account = await store.accountById(device.account)
    if (!account) return err(expired)
    const isWelcome = !device.isRevoked && !isDisabled(account, todayAt(now))
    return asNew === true && isWelcome
      ? this.#open(account, await this.#twinOf(device), replica)
      : this.#open(account, device)
  }

  /** Another replica for a copied profile: same person, same key, and the password is asked for when it would have been. */
  #twinOf({ account, label, publicKey, passwordMs }: Device): Promise<Device> {
    const { store, clock, random } = this.#parts
    const idOf = (counter: number): string => replicaIdOf(counter, random)
    return store.enrolDevice({ account, label, publicKey, nowMs: clock.now(), passwordMs, idOf })
  }

  /** Who holds this token now; a revoked device is let in without any right. */
  async callerOf(token: string): Promise<Result<Caller, Problem>> {
    const { store, clock, directory } = this.#parts
    const now = clock.now()
    const session = await store.sessionByToken(hashOfSecret(token))
    if (!session || session.expiresMs <= now) return err(expired)
    const device = await store.deviceById(session.device)
    if (!device) return err({ code: 'device.unknown' })
    await directory.refresh()
    const caller = await loadCaller(store, session.account, device, now)
    return caller ? ok(caller) : err(expired)
  }

  signOut(device: string): Promise<void> {
    return this.#parts.store.signOut(device)
  }
}
