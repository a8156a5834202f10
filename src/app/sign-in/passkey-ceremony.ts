// What the browser asks the person for a passkey. Its refusals tell little on purpose (closed, timed out, none there),
// so they are one problem.
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { passkeyOptionsSchema } from '#protocol/sign-in-message.ts'
import { schemaReader } from '#sync/schema-reader.ts'

export const readOptions = schemaReader(passkeyOptionsSchema)

const library = () => import('@simplewebauthn/browser')

async function orCancelled<T>(ceremony: () => Promise<T>): Promise<Result<T, Problem>> {
  try {
    return ok(await ceremony())
  } catch {
    return err({ code: 'passkey.cancelled' })
  }
}

type Options = Readonly<Record<string, unknown>>

export const makePasskey = (options: Options) =>
  orCancelled(async () =>
    (await library()).startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }),
  )

export const signWithPasskey = (options: Options) =>
  orCancelled(async () =>
    (await library()).startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }),
  )

/** Whether this browser knows passkeys at all. */
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in globalThis
