/** The ways to sign in besides the password, put together out of the settings of the installation. */
import type { Clock, RandomSource } from '#domain/kernel/clock.ts'
import { IdentityProvider } from './oidc/identity-provider.ts'
import { OidcDesk } from './oidc/oidc-desk.ts'
import type { OidcSettings } from './oidc/oidc-settings.ts'
import { PasskeyDesk } from './passkey/passkey-desk.ts'
import type { EndpointStore } from './store/store-contract.ts'

export interface SignInSettings {
  /** The one public address of the installation; passkeys and the identity provider hang on it. */
  readonly address?: string | undefined
  readonly oidc?: OidcSettings | undefined
  readonly demoAccounts?: readonly { readonly username: string; readonly displayName: string }[]
  /** The installation was filled with the demonstration data. */
  readonly isDemonstration?: boolean
}

export interface SignInParts extends SignInSettings {
  readonly passkeys: PasskeyDesk
  readonly provider: OidcDesk | undefined
}

interface Edges {
  readonly store: EndpointStore
  readonly clock: Clock
  readonly random: RandomSource
  readonly onTrouble: (error: unknown) => void
}

export function createSignInParts(settings: SignInSettings, edges: Edges): SignInParts {
  const { address, oidc } = settings
  const provider =
    oidc && address !== undefined
      ? new OidcDesk({ ...edges, provider: new IdentityProvider(oidc, address) })
      : undefined
  return { ...settings, passkeys: new PasskeyDesk(edges), provider }
}
