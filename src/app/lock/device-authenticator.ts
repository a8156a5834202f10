// This device's own authenticator (fingerprint, face, the screen's lock), asked for the answer a store's key is wrapped
// under. No network and no endpoint: nothing is signed in by it, so its challenges are read by nobody.
import type { Authenticator } from '#data/sealing/passkey-lock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'

const TIMEOUT_MS = 60_000
const [ES256, RS256] = [-7, -257]

const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length))

/** Its answer to the salt; undefined where it cannot make one. */
function answerIn(credential: Credential | null): Uint8Array | undefined {
  const first = (credential as PublicKeyCredential | null)?.getClientExtensionResults().prf?.results?.first
  if (first === undefined) return undefined
  return ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
    : new Uint8Array(first)
}

let asking: AbortController | undefined

/** Whoever types the PIN meanwhile waits for no finger: some browsers answer a lost key only when the time is over. */
export const stopAsking = (): void => asking?.abort()

async function ask(credential: Uint8Array, salt: Uint8Array): Promise<Uint8Array | undefined> {
  const publicKey: PublicKeyCredentialRequestOptions = {
    challenge: random(32),
    allowCredentials: [{ type: 'public-key', id: own(credential), transports: ['internal'] }],
    userVerification: 'required',
    timeout: TIMEOUT_MS,
    extensions: { prf: { eval: { first: own(salt) } } },
  }
  stopAsking()
  asking = new AbortController()
  return answerIn(await navigator.credentials.get({ publicKey, signal: asking.signal }))
}

function creation(name: string, salt: Uint8Array): PublicKeyCredentialCreationOptions {
  return {
    challenge: random(32),
    rp: { name: 'Sổ tay ISO xã' },
    // A user of its own: it must not take the place of a passkey the person signs in with.
    user: { id: random(16), name, displayName: name },
    pubKeyCredParams: [ES256, RS256].map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: {
      authenticatorAttachment: 'platform',
      residentKey: 'preferred',
      userVerification: 'required',
    },
    timeout: TIMEOUT_MS,
    extensions: { prf: { eval: { first: own(salt) } } },
  }
}

async function orFailed<T>(ceremony: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
  try {
    return await ceremony()
  } catch {
    return err({ code: 'lock.passkey-failed' })
  }
}

/** `name`: what the person reads in their list of passkeys. */
export const deviceAuthenticator = (name: string): Authenticator => ({
  make: (salt) =>
    orFailed(async () => {
      const made = (await navigator.credentials.create({
        publicKey: creation(name, salt),
      })) as PublicKeyCredential | null
      if (!made) return err({ code: 'lock.passkey-failed' })
      const credential = new Uint8Array(made.rawId)
      if (made.getClientExtensionResults().prf?.enabled !== true) return err({ code: 'lock.passkey-none' })
      // Most answer only once the key is used.
      const answer = answerIn(made) ?? (await ask(credential, salt))
      return answer ? ok({ credential, answer }) : err({ code: 'lock.passkey-none' })
    }),
  answer: (credential, salt) =>
    orFailed(async () => {
      const answer = await ask(credential, salt)
      return answer ? ok(answer) : err({ code: 'lock.passkey-failed' })
    }),
})

/** A number is no name that keys could belong to. */
const isNumber = (host: string): boolean => /^[\d.]+$|:/.test(host)

/** Whether there is any use in offering it here. That the authenticator can answer shows only when a key is made. */
export async function hasDeviceAuthenticator(): Promise<boolean> {
  if (!('PublicKeyCredential' in globalThis) || isNumber(location.hostname)) return false
  const capabilities = await PublicKeyCredential.getClientCapabilities?.()
  if (capabilities?.['extension:prf'] === false) return false
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()
}
