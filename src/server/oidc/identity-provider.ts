/**
 * The conversation with the identity provider: where to send the browser, and what it says about who came back. The
 * provider is found by its issuer at the first use and asked for again after a failure, so that a province's provider
 * may be down while the endpoint starts.
 */
import type { Configuration, IDToken } from 'openid-client'
import { PROVIDER_RETURN } from '#protocol/sign-in-paths.ts'
import { isOnThisMachine, type OidcSettings } from './oidc-settings.ts'

/** A person waits for it. */
const PROVIDER_TIMEOUT_S = 8

/** What has to be the same when the browser comes back. */
export interface Journey {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** The library comes with the first person who signs in this way. */
const library = () => import('openid-client')

export class IdentityProvider {
  readonly settings: OidcSettings
  readonly #redirectUri: string
  #found: Promise<Configuration> | undefined

  constructor(settings: OidcSettings, address: string) {
    this.settings = settings
    this.#redirectUri = new URL(PROVIDER_RETURN, address).href
  }

  async #discover(): Promise<Configuration> {
    const { discovery, allowInsecureRequests, ClientSecretBasic } = await library()
    const { issuer, clientId, clientSecret } = this.settings
    const url = new URL(issuer)
    const isPlain = url.protocol === 'http:' && isOnThisMachine(url)
    return discovery(url, clientId, clientSecret, ClientSecretBasic(clientSecret), {
      timeout: PROVIDER_TIMEOUT_S,
      execute: isPlain ? [allowInsecureRequests] : [],
    })
  }

  async #configuration(): Promise<Configuration> {
    this.#found ??= this.#discover()
    try {
      return await this.#found
    } catch (error) {
      this.#found = undefined
      throw error
    }
  }

  /** The provider's page for this journey. Rejects where the provider cannot be reached. */
  async addressFor({ state, nonce, verifier }: Journey): Promise<string> {
    const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await library()
    const { claim, acr } = this.settings
    const url = buildAuthorizationUrl(await this.#configuration(), {
      redirect_uri: this.#redirectUri,
      scope: claim === 'sub' ? 'openid' : 'openid profile email',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(acr && { acr_values: acr.join(' ') }),
    })
    return url.href
  }

  /** Who came back, by the ID token the provider gives for the code. Rejects for everything that does not fit. */
  async claimsOf(search: string, { state, nonce, verifier }: Journey): Promise<IDToken> {
    const { authorizationCodeGrant } = await library()
    const tokens = await authorizationCodeGrant(
      await this.#configuration(),
      new URL(`?${search.replace(/^\?/, '')}`, this.#redirectUri),
      { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
    )
    const claims = tokens.claims()
    if (!claims) throw new Error('the provider gave no ID token')
    return claims
  }
}
