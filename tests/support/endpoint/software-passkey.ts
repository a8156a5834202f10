/** An authenticator in software, as small as the WebAuthn format allows: one P-256 key, no attestation. */
import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto'
import { newKeyPair } from '#server/session/new-key-pair.ts'

const UP_UV = 0b0000_0101
const ATTESTED = 0b0100_0000

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest()
const base64url = (data: Buffer | string): string => Buffer.from(data).toString('base64url')

const bytes32 = (value: Buffer): Buffer => Buffer.concat([Buffer.from([0x58, value.length]), value])

/** The COSE map of an ES256 key: kty 2, alg -7, crv 1, x, y. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const [left, right] = [x, y].map((part) => bytes32(Buffer.from(part, 'base64url')))
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    left ?? Buffer.alloc(0),
    Buffer.from([0x22]),
    right ?? Buffer.alloc(0),
  ])
}

const text = (value: string): Buffer => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])

interface Asked {
  readonly challenge: string
  readonly origin: string
  readonly rpId: string
}

export class SoftwarePasskey {
  readonly id = base64url(randomBytes(16))
  counter: number
  /** Whether it asks for PIN, finger or face. */
  verifies = true
  readonly #pair = newKeyPair()

  /** `counter` 0 stands for one that does not count. */
  constructor(counter = 1) {
    this.counter = counter
  }

  #head(rpId: string, flags: number): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(this.counter)
    return Buffer.concat([sha256(rpId), Buffer.from([this.verifies ? flags : flags & ~0b100]), count])
  }

  #client(type: string, { challenge, origin }: Asked): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  create(asked: Asked) {
    const id = Buffer.from(this.id, 'base64url')
    const length = Buffer.from([0, id.length])
    const data = Buffer.concat([
      this.#head(asked.rpId, UP_UV | ATTESTED),
      Buffer.alloc(16),
      length,
      id,
      coseKey(this.#pair.publicKey),
    ])
    const size = Buffer.from([0x58, data.length])
    const attestation = [text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), size, data]
    return this.#credential({
      clientDataJSON: base64url(this.#client('webauthn.create', asked)),
      attestationObject: base64url(Buffer.concat([Buffer.from([0xa3]), ...attestation])),
      transports: ['internal'],
    })
  }

  get(asked: Asked) {
    if (this.counter > 0) this.counter++
    const [client, data] = [this.#client('webauthn.get', asked), this.#head(asked.rpId, UP_UV)]
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.#pair.privateKey)
    return this.#credential({
      clientDataJSON: base64url(client),
      authenticatorData: base64url(data),
      signature: base64url(signature),
    })
  }

  #credential<T>(response: T) {
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response }
  }
}
