/**
 * Signing in over the province's own identity provider. The provider only says who it is; which account that is was set
 * by an administrator, and what the account may do stays in our grants (OID-3). What began in one browser tab can only
 * be finished there: the tab keeps a secret of which the endpoint has the hash, so neither the address of the provider
 * nor the one it sends back is worth anything to somebody else (OID-2, decision 0018).
 */
import type { Clock, RandomSource } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { createSecret, hashOfSecret } from '#server/session/secret.ts'
import type { SignInStore } from '#server/store/sign-in-contract.ts'
import type { Account, IdentityStore } from '#server/store/store-contract.ts'
import type { IdentityProvider, Journey } from './identity-provider.ts'

/** Long enough for a person who has to find a second factor first. */
export const JOURNEY_MS = 10 * 60_000
const PURPOSE = 'provider'

const stale: Problem = { code: 'provider.stale' }

export interface OidcDeskParts {
  readonly store: SignInStore & Pick<IdentityStore, 'accountById'>
  readonly clock: Clock
  readonly random: RandomSource
  readonly provider: IdentityProvider
  /** Hears why the provider could not be used, for the log; never what a person brought. */
  readonly onTrouble: (error: unknown) => void
}

/** What is kept until the browser comes back; the state itself only as a hash. */
type Begun = Pick<Journey, 'nonce' | 'verifier'> & { readonly binding: string }

type Claims = Readonly<Record<string, unknown>>

/** What the provider calls the person. An address that it did not verify is nobody's. */
export function identifierOf(claims: Claims, claim: string): string | null {
  if (claim === 'email' && claims.email_verified !== true) return null
  const value = claims[claim]
  if (typeof value !== 'string' || value.trim() === '') return null
  return normalisedIdentifier(value, claim)
}

/** A subject is compared letter by letter; names and addresses as people write them. */
export const normalisedIdentifier = (value: string, claim: string): string =>
  claim === 'sub' ? value : value.normalize('NFC').trim().toLowerCase()

/** Asked for in the address and looked at in the answer: the address is in the hands of whoever holds the browser (OID-8). */
const isStrongEnough = ({ acr }: Claims, wanted: readonly string[] | undefined): boolean =>
  wanted === undefined || (typeof acr === 'string' && wanted.includes(acr))

/** The provider answered, and it was no: a code that was used or is too old. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'error' in error && error.error === 'invalid_grant'

export class OidcDesk {
  readonly #parts: OidcDeskParts

  constructor(parts: OidcDeskParts) {
    this.#parts = parts
  }

  get name(): string {
    return this.#parts.provider.settings.name
  }

  get issuer(): string {
    return this.#parts.provider.settings.issuer
  }

  /** Where to send the browser. */
  async begin(binding: string): Promise<Result<string, Problem>> {
    const { store, clock, random, provider, onTrouble } = this.#parts
    const journey: Journey = {
      state: createSecret(random),
      nonce: createSecret(random),
      verifier: createSecret(random),
    }
    try {
      const url = await provider.addressFor(journey)
      const now = clock.now()
      const { state, nonce, verifier } = journey
      const body = JSON.stringify({ nonce, verifier, binding })
      await store.keepOnce({ hash: hashOfSecret(state), purpose: PURPOSE, body, expiresMs: now + JOURNEY_MS }, now)
      return ok(url)
    } catch (error) {
      onTrouble(error)
      return err({ code: 'provider.unavailable' })
    }
  }

  /** The journey that this answer of the provider ends, once, for the tab that began it. */
  async #journeyOf(search: string, secret: string): Promise<Journey | null> {
    const { store, clock } = this.#parts
    const state = new URLSearchParams(search).get('state')
    const body = state === null ? null : await store.takeOnce(hashOfSecret(state), PURPOSE, clock.now())
    if (state === null || body === null) return null
    const { nonce, verifier, binding } = JSON.parse(body) as Begun
    return binding === hashOfSecret(secret) ? { state, nonce, verifier } : null
  }

  /** The account an administrator linked with whoever came back. */
  async accountOf(search: string, secret: string): Promise<Result<Account, Problem>> {
    const { store, provider, onTrouble } = this.#parts
    const journey = await this.#journeyOf(search, secret)
    if (journey === null) return err(stale)
    if (new URLSearchParams(search).has('error')) return err(stale)
    try {
      const { issuer, claim, acr } = provider.settings
      const claims = await provider.claimsOf(search, journey)
      if (!isStrongEnough(claims, acr)) return err({ code: 'provider.too-weak' })
      const identifier = identifierOf(claims, claim)
      const link = identifier === null ? null : await store.linkOf(issuer, identifier)
      const account = link === null ? null : await store.accountById(link.account)
      return account ? ok(account) : err({ code: 'provider.not-linked' })
    } catch (error) {
      if (isRefusal(error)) return err(stale)
      onTrouble(error)
      return err({ code: 'provider.unavailable' })
    }
  }

  async links() {
    const all = await this.#parts.store.providerLinks()
    return all
      .filter(({ issuer }) => issuer === this.issuer)
      .map(({ account, identifier, linkedMs }) => ({ account, identifier, linkedMs }))
  }

  async link(account: string, identifier: string | null): Promise<Result<null, Problem>> {
    const { store, clock, provider } = this.#parts
    const { issuer, claim } = provider.settings
    if (!(await store.accountById(account))) return err({ code: 'request.malformed' })
    if (identifier === null) {
      await store.removeProviderLink(account, issuer)
      return ok(null)
    }
    const wanted = normalisedIdentifier(identifier.trim(), claim)
    const isSaved = await store.saveProviderLink({ issuer, identifier: wanted, account, linkedMs: clock.now() })
    return isSaved ? ok(null) : err({ code: 'provider.identifier-taken' })
  }
}
