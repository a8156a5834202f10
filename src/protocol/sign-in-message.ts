/**
 * Signing in by a passkey or over a province's own identity provider. Whatever proved who it is, the device brings its
 * key along and gets the same `Session` as by password (decision D12).
 */
import * as z from 'zod/mini'

/** What a device brings along to be enrolled. */
const enrolment = {
  deviceLabel: z.string().check(z.maxLength(80)),
  deviceKey: z.string().check(z.maxLength(1000)),
  /** Every replica this device has, because who signs in is known only afterwards; the person's own goes on. */
  replicas: z.array(z.string().check(z.minLength(1), z.maxLength(32))).check(z.maxLength(100)),
}

export const signInWaysSchema = z.object({
  isDemonstration: z.boolean(),
  /** Accounts to try the demonstration with; never their password. */
  demoAccounts: z.array(z.object({ username: z.string(), displayName: z.string() })),
  /** The one address at which passkeys of this installation work; null where it has none. */
  passkeys: z.nullable(z.object({ address: z.string() })),
  /** The province's own sign-in, by the name the operator gave it; null where there is none. */
  provider: z.nullable(z.object({ name: z.string(), address: z.string() })),
})
export type SignInWays = z.infer<typeof signInWaysSchema>

const credentialText = z.string().check(z.maxLength(8000))
const credentialId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,1400}$/))

/** A public key credential as browsers write it in JSON; what it holds is checked by the library. */
const credential = <T extends z.ZodMiniType>(response: T) =>
  z.object({
    id: credentialId,
    rawId: credentialId,
    type: z.literal('public-key'),
    authenticatorAttachment: z.optional(z.nullable(z.string().check(z.maxLength(40)))),
    clientExtensionResults: z.record(z.string(), z.unknown()),
    response,
  })

const label = z.string().check(z.minLength(1), z.maxLength(60))

/** `POST /v1/passkeys`. */
export const passkeyRegistrationSchema = z.object({
  label,
  credential: credential(
    z.object({
      clientDataJSON: credentialText,
      attestationObject: credentialText,
      authenticatorData: z.optional(credentialText),
      publicKey: z.optional(credentialText),
      publicKeyAlgorithm: z.optional(z.int()),
      transports: z.optional(z.array(z.string().check(z.regex(/^[a-z-]{1,20}$/))).check(z.maxLength(10))),
    }),
  ),
})

const signature = credential(
  z.object({
    clientDataJSON: credentialText,
    authenticatorData: credentialText,
    signature: credentialText,
    userHandle: z.optional(z.nullable(credentialText)),
  }),
)

/** `POST /v1/session/passkey/sign-in`. */
export const passkeySignInSchema = z.object({ ...enrolment, credential: signature })
export type PasskeySignIn = z.infer<typeof passkeySignInSchema>

/** Options for the browser, as the WebAuthn library writes them. */
export const passkeyOptionsSchema = z.object({ options: z.record(z.string(), z.unknown()) })

export const ownPasskeySchema = z.object({
  id: z.string(),
  label: z.string(),
  createdMs: z.int(),
  usedMs: z.nullable(z.int()),
  /** Kept by a provider for all of the person's devices, and not in one device only. */
  isBackedUp: z.boolean(),
})
export type OwnPasskey = z.infer<typeof ownPasskeySchema>
export const ownPasskeysSchema = z.object({ passkeys: z.array(ownPasskeySchema) })

export const passkeyRenameSchema = z.object({ id: credentialId, label })

/** That whoever holds the session is who it belongs to: the password, or a signature by a passkey asked for now (PAS-7). */
const ownerProof = {
  password: z.optional(z.string().check(z.maxLength(500))),
  signature: z.optional(signature),
}
/** `POST /v1/passkeys/begin`. */
export const passkeyBeginSchema = z.object(ownerProof)
export type OwnerProof = z.infer<typeof passkeyBeginSchema>
export const passkeyRemoveSchema = z.object({ id: credentialId, ...ownerProof })
export const doneSchema = z.object({ ok: z.literal(true) })

/** `binding`: SHA-256 in hex of a secret that the tab keeps; only the tab that began can finish. */
export const providerBeginSchema = z.object({ binding: z.string().check(z.regex(/^[0-9a-f]{64}$/)) })
export const providerAddressSchema = z.object({ url: z.string() })

/** `search`: the query with which the provider sent the browser back. */
export const providerFinishSchema = z.object({
  ...enrolment,
  secret: z.string().check(z.regex(/^[A-Za-z0-9_-]{20,100}$/)),
  search: z.string().check(z.minLength(1), z.maxLength(8000)),
})
export type ProviderFinish = z.infer<typeof providerFinishSchema>

export const providerLinksSchema = z.object({
  /** False where the installation has no identity provider; then there is nothing to link. */
  isOn: z.boolean(),
  issuerName: z.string(),
  links: z.array(z.object({ account: z.string(), identifier: z.string(), linkedMs: z.int() })),
})
export const providerLinkRequestSchema = z.object({
  account: z.string().check(z.minLength(1), z.maxLength(120)),
  /** What the provider calls the person; null takes the link away. */
  identifier: z.nullable(z.string().check(z.minLength(1), z.maxLength(255))),
})
export const removePasskeysSchema = z.object({ account: z.string().check(z.minLength(1), z.maxLength(120)) })
