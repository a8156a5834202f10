/**
 * A province's own identity provider, where it has one. Half a setting is a slip that must not end in a button that
 * does nothing; and a provider over plain http is only good for a test on this very machine (OID-1).
 */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** On the button, e.g. "Tài khoản tỉnh Lạng Sơn". */
  readonly name: string
  /** What the administrator links accounts by: `sub`, or another claim of the ID token. */
  readonly claim: string
  /** How strongly the provider has to have asked, by its own names (`acr`); anything does where nothing is said. */
  readonly acr?: readonly string[]
}

/** A setting of the identity provider that cannot be; `setting` names it. */
export class UnusableProviderError extends Error {
  readonly setting: string

  constructor(setting: string) {
    super(`${setting} is missing or cannot be used`)
    this.setting = setting
  }
}

const NEEDED = ['SOTAY_OIDC_ISSUER', 'SOTAY_OIDC_CLIENT_ID', 'SOTAY_OIDC_CLIENT_SECRET', 'SOTAY_OIDC_NAME'] as const

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

export const isOnThisMachine = (url: URL): boolean => LOOPBACK.includes(url.hostname)

const isSafe = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return url.protocol === 'https:' || (url.protocol === 'http:' && isOnThisMachine(url))
}

/** Undefined where the installation has no provider; throws where it has half of one. */
export function readOidcSettings(env: NodeJS.ProcessEnv, address: string | undefined): OidcSettings | undefined {
  const [issuer = '', clientId = '', clientSecret = '', name = ''] = NEEDED.map((key) => env[key] ?? '')
  if (NEEDED.every((key) => (env[key] ?? '') === '')) return undefined
  const missing = NEEDED.find((key) => (env[key] ?? '') === '')
  if (missing !== undefined) throw new UnusableProviderError(missing)
  if (!isSafe(issuer)) throw new UnusableProviderError('SOTAY_OIDC_ISSUER')
  if (address === undefined) throw new UnusableProviderError('SOTAY_ADDRESS')
  const claim = env.SOTAY_OIDC_CLAIM ?? ''
  const acr = (env.SOTAY_OIDC_ACR ?? '').split(/\s+/).filter((value) => value !== '')
  return { issuer, clientId, clientSecret, name, claim: claim === '' ? 'sub' : claim, ...(acr.length > 0 && { acr }) }
}
