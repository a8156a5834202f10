/**
 * The sealer of a store with a PIN: XChaCha20-Poly1305, whose nonce is long enough to be drawn at random for every row
 * without ever counting them. Layout: version (1 byte) · nonce (24 bytes) · ciphertext with its tag. Table and primary key
 * are authenticated along with it. Rows from before the PIN are read as they are, so that a store half sealed works.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { bytesOfBox, boxOfBytes, isJson } from './box-bytes.ts'
import { createOpenedBoxes } from './opened-boxes.ts'
import { isSealedBox, type Sealer } from './sealer.ts'

export const DATA_KEY_BYTES = 32
const VERSION = 1
const NONCE = 24
const HEAD = 1 + NONCE

const encoder = new TextEncoder()
const placeOf = (table: string, key: unknown): string => JSON.stringify([table, key])

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

function opened(dataKey: Uint8Array, place: string, sealed: Uint8Array): unknown {
  if (sealed[0] !== VERSION) throw damaged()
  try {
    const cipher = xchacha20poly1305(dataKey, sealed.subarray(1, HEAD), encoder.encode(place))
    return boxOfBytes(cipher.decrypt(sealed.subarray(HEAD)))
  } catch {
    throw damaged()
  }
}

function closed(dataKey: Uint8Array, place: string, nonce: Uint8Array, box: unknown): Uint8Array {
  const content = xchacha20poly1305(dataKey, nonce, encoder.encode(place)).encrypt(bytesOfBox(box))
  const sealed = new Uint8Array(HEAD + content.length)
  sealed[0] = VERSION
  sealed.set(nonce, 1)
  sealed.set(content, HEAD)
  return sealed
}

export function createRowSealer(dataKey: Uint8Array): Sealer {
  const nextNonce = nonceSource()
  const known = createOpenedBoxes()
  return {
    seal(table, key, box) {
      const place = placeOf(table, key)
      const sealed = closed(dataKey, place, nextNonce(), box)
      if (isJson(box)) known.keep(place, sealed, box)
      return { sealed }
    },
    open(table, key, box) {
      if (!isSealedBox(box)) return box
      const place = placeOf(table, key)
      const before = known.find(place, box.sealed)
      if (before) return before.box
      const content = opened(dataKey, place, box.sealed)
      if (isJson(content)) known.keep(place, box.sealed, content)
      return content
    },
  }
}

/** While the PIN is being taken away: both forms are read, and what is written is written in clear. */
export function createOpeningSealer(dataKey: Uint8Array): Sealer {
  const { open } = createRowSealer(dataKey)
  return { seal: (_table, _key, box) => box, open }
}
