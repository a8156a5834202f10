/**
 * The sealer of a store with a PIN: XChaCha20-Poly1305, whose nonce is long enough to be drawn at random for every row
 * without ever counting them. Layout: version (1 byte) · nonce (24 bytes) · ciphertext with its tag. Table and primary key
 * are authenticated along with it. Rows from before the PIN are read as they are, so that a store half sealed works.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { bytesOfBox, boxOfBytes } from './box-bytes.ts'
import { isSealedBox, type Sealer } from './sealer.ts'

export const DATA_KEY_BYTES = 32
const VERSION = 1
const NONCE = 24
const HEAD = 1 + NONCE

const encoder = new TextEncoder()
const placeOf = (table: string, key: unknown): Uint8Array => encoder.encode(JSON.stringify([table, key]))

/** Asking the system for a few bytes costs more than sealing a short row, so nonces are drawn by the hundred. */
function nonceSource(): () => Uint8Array {
  const pool = new Uint8Array(NONCE * 128)
  let at = pool.length
  return () => {
    if (at === pool.length) {
      crypto.getRandomValues(pool)
      at = 0
    }
    at += NONCE
    return pool.slice(at - NONCE, at)
  }
}

/** Neither a lost connection nor a full disk: what lies there is not what was written. */
const damaged = (): DOMException => new DOMException('a sealed row was changed or moved', 'DataError')

function opened(dataKey: Uint8Array, place: Uint8Array, sealed: Uint8Array): unknown {
  if (sealed[0] !== VERSION) throw damaged()
  try {
    const cipher = xchacha20poly1305(dataKey, sealed.subarray(1, HEAD), place)
    return boxOfBytes(cipher.decrypt(sealed.subarray(HEAD)))
  } catch {
    throw damaged()
  }
}

export function createRowSealer(dataKey: Uint8Array): Sealer {
  const nextNonce = nonceSource()
  return {
    seal(table, key, box) {
      const nonce = nextNonce()
      const closed = xchacha20poly1305(dataKey, nonce, placeOf(table, key)).encrypt(bytesOfBox(box))
      const sealed = new Uint8Array(HEAD + closed.length)
      sealed[0] = VERSION
      sealed.set(nonce, 1)
      sealed.set(closed, HEAD)
      return { sealed }
    },
    open: (table, key, box) => (isSealedBox(box) ? opened(dataKey, placeOf(table, key), box.sealed) : box),
  }
}

/** While the PIN is being taken away: both forms are read, and what is written is written in clear. */
export function createOpeningSealer(dataKey: Uint8Array): Sealer {
  const { open } = createRowSealer(dataKey)
  return { seal: (_table, _key, box) => box, open }
}
