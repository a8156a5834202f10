/**
 * The data key of a store, wrapped twice: inside by the key made from the PIN or answered by a passkey, outside by the device's own key. Whoever
 * copies the database without the browser's key cannot try PINs, and whoever has the browser needs the PIN. The store's
 * id is authenticated, so that one person's lock does not open another's store.
 */

const NONCE = 12
const encoder = new TextEncoder()

type Bytes = Uint8Array<ArrayBuffer>

const own = (bytes: Uint8Array): Bytes => new Uint8Array(bytes)

async function close(key: CryptoKey, content: Bytes, about: string): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: encoder.encode(about) },
    key,
    content,
  )
  const out = new Uint8Array(NONCE + sealed.byteLength)
  out.set(iv)
  out.set(new Uint8Array(sealed), NONCE)
  return out
}

async function open(key: CryptoKey, sealed: Bytes, about: string): Promise<Bytes | undefined> {
  const algorithm = { name: 'AES-GCM', iv: sealed.slice(0, NONCE), additionalData: encoder.encode(about) }
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.slice(NONCE)))
  } catch {
    return undefined
  }
}

const keyOf = (bytes: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', own(bytes), 'AES-GCM', false, ['encrypt', 'decrypt'])

export interface WrapKeys {
  readonly storeId: string
  /** What only the person brings: named in the wrapping, so that one way's key never passes for the other's. */
  readonly by: 'pin' | 'passkey'
  readonly personKey: Uint8Array
  readonly deviceKey: CryptoKey
}

export async function wrapDataKey(keys: WrapKeys, dataKey: Uint8Array): Promise<Bytes> {
  const { storeId, by, personKey, deviceKey } = keys
  return close(deviceKey, await close(await keyOf(personKey), own(dataKey), `${by}:${storeId}`), `device:${storeId}`)
}

/** Undefined where the person's key or the device is another one. */
export async function unwrapDataKey(
  { storeId, by, personKey, deviceKey }: WrapKeys,
  wrapped: Uint8Array,
): Promise<Uint8Array | undefined> {
  const inner = await open(deviceKey, own(wrapped), `device:${storeId}`)
  return inner && open(await keyOf(personKey), inner, `${by}:${storeId}`)
}

/** Something that only this browser opens again; `about` has to be the same. */
export const wrapForDevice = (deviceKey: CryptoKey, content: Uint8Array, about: string): Promise<Bytes> =>
  close(deviceKey, own(content), about)

export const unwrapOfDevice = (deviceKey: CryptoKey, wrapped: Uint8Array, about: string): Promise<Bytes | undefined> =>
  open(deviceKey, own(wrapped), about)
