/** The key pair of a device, as a browser makes it. */
import { sign } from 'node:crypto'
import { newKeyPair } from '#server/session/new-key-pair.ts'

export interface DeviceKeyPair {
  /** JWK text. */
  readonly publicKey: string
  /** base64url in the form of IEEE P1363. */
  sign(text: string): string
}

export function createDeviceKeyPair(): DeviceKeyPair {
  const { publicKey, privateKey } = newKeyPair()
  return {
    publicKey: JSON.stringify(publicKey.export({ format: 'jwk' })),
    sign: (text) =>
      sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  }
}
