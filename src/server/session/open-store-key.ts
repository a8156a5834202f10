/**
 * Gives a person the key of their own sealed store back, whose PIN they forgot (rule END-115). The endpoint keeps nothing
 * for it: what it opens is brought by the device. A session is not enough, because a device renews its own; the password is.
 */
import type { Problem, ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { openStoreKey } from '#protocol/store-key.ts'
import type { EndpointKeys } from '#server/hand-over/endpoint-keys.ts'

type Keys = Pick<EndpointKeys, 'envelopePrivate' | 'envelopeFormer'>

const refused: ProblemCode = 'lock.not-recoverable'

/** In base64url, if it was sealed by this account. */
export async function storeKeyFor(account: string, sealed: string, keys: Keys): Promise<Result<string, Problem>> {
  const bytes = new Uint8Array(Buffer.from(sealed, 'base64url'))
  for (const key of [keys.envelopePrivate, ...keys.envelopeFormer]) {
    const opened = await openStoreKey(key, bytes)
    if (opened) return opened.account === account ? ok(opened.key) : err({ code: refused })
  }
  return err({ code: refused })
}
