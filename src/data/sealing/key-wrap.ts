/**
 * The data key of a store, wrapped twice: inside by the key made from the PIN, outside by the device's own key. Whoever
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
  /** Made from the PIN. */
  readonly pinKey: Uint8Array
  readonly deviceKey: CryptoKey
}

export async function wrapDataKey({ storeId, pinKey, deviceKey }: WrapKeys, dataKey: Uint8Array): Promise<Bytes> {
  return close(deviceKey, await close(await keyOf(pinKey), own(dataKey), `pin:${storeId}`), `device:${storeId}`)
}

/** Undefined where the PIN or the device is another one. */
export async function unwrapDataKey(
  { storeId, pinKey, deviceKey }: WrapKeys,
  wrapped: Uint8Array,
): Promise<Uint8Array | undefined> {
  const inner = await open(deviceKey, own(wrapped), `device:${storeId}`)
  return inner && open(await keyOf(pinKey), inner, `pin:${storeId}`)
}
