/** What the ways to sign in besides the password ask of the store; a part of `EndpointStore`. */

export interface Passkey {
  /** Credential id as the authenticator made it, base64url. */
  readonly id: string
  readonly account: string
  /** COSE public key, base64url; its private part never left the authenticator. */
  readonly publicKey: string
  /** How often it signed, as far as it counts; 0 for one that does not count. */
  readonly counter: number
  readonly transports: readonly string[]
  /** The person's own name for it. */
  readonly label: string
  /** Kept by a provider for several devices, and not in one device only. */
  readonly isBackedUp: boolean
  readonly createdMs: number
  readonly usedMs: number | null
}

/** Whom an identity provider means by an identifier; set by an administrator, never by the provider. */
export interface ProviderLink {
  readonly issuer: string
  readonly identifier: string
  readonly account: string
  readonly linkedMs: number
}

/** Something that is good once: a challenge, or the beginning of a way over another page. */
export interface OnceNote {
  readonly hash: string
  readonly purpose: string
  readonly body: string
  readonly expiresMs: number
}

export interface SignInStore {
  /** The oldest first. */
  passkeysOf(account: string): Promise<readonly Passkey[]>
  /** How many each account has; those without any are left out. */
  passkeyCounts(): Promise<ReadonlyMap<string, number>>
  passkeyById(id: string): Promise<Passkey | null>
  /** False where the id is taken; nothing is changed then. */
  addPasskey(passkey: Passkey): Promise<boolean>
  /** Notes a use. False, and nothing changed, where the counter did not rise: a copy of the key signed (PAS-4). */
  usePasskey(id: string, counter: number, nowMs: number): Promise<boolean>
  /** False where the account has no such passkey. */
  renamePasskey(account: string, id: string, label: string): Promise<boolean>
  removePasskey(account: string, id: string): Promise<boolean>
  providerLinks(): Promise<readonly ProviderLink[]>
  linkOf(issuer: string, identifier: string): Promise<ProviderLink | null>
  /** The account's link with this issuer; another identifier takes the place of the former. False where it is another's. */
  saveProviderLink(link: ProviderLink): Promise<boolean>
  removeProviderLink(account: string, issuer: string): Promise<boolean>
  /** Forgets what has expired along the way. */
  keepOnce(note: OnceNote, nowMs: number): Promise<void>
  /** The body, once, in time and for the same purpose; it is used up either way. */
  takeOnce(hash: string, purpose: string, nowMs: number): Promise<string | null>
}
