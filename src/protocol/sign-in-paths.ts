/** Addresses of the ways to sign in besides the password; apart from `paths.ts`, because the first screen needs none. */
export const signInPaths = {
  /** GET: which ways this installation has, and whether it is a demonstration. Without a session. */
  ways: '/v1/session/ways',
  /** POST: options for `navigator.credentials.get`. Without a session. */
  passkeyChallenge: '/v1/session/passkey/challenge',
  passkeySignIn: '/v1/session/passkey/sign-in',
  /** POST: where to send the browser. Without a session. */
  providerBegin: '/v1/session/provider/begin',
  providerFinish: '/v1/session/provider/finish',
  /** GET: the caller's own passkeys. POST: adds one. */
  passkeys: '/v1/passkeys',
  /** POST: options for `navigator.credentials.create`. */
  passkeyBegin: '/v1/passkeys/begin',
  passkeyRename: '/v1/passkeys/rename',
  passkeyRemove: '/v1/passkeys/remove',
  /** GET and POST: whom the identity provider means by an identifier. */
  adminLinks: '/v1/admin/provider-links',
  /** POST: removes every passkey of an account. */
  adminPasskeys: '/v1/admin/remove-passkeys',
} as const

/** The app's address to which the identity provider sends the browser back. */
export const PROVIDER_RETURN = '/sign-in'
