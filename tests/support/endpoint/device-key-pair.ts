/** The key pair of a device, as a browser makes it. */
import { generateKeyPairSync, sign } from 'node:crypto'

export interface DeviceKeyPair {
  /** JWK text. */
  readonly publicKey: string
  /** base64url in the form of IEEE P1363. */
  sign(text: string): string
}

export function createDeviceKeyPair(): DeviceKeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    publicKey: JSON.stringify(publicKey.export({ format: 'jwk' })),
    sign: (text) =>
      sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  }
}
