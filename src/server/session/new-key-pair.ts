/**
 * A new pair of keys on P-256, read back from its own bytes. Node 20 locks a key while it writes it as JWK, and where the
 * collector runs just then and takes the job that generated this very key, the job waits for the same lock: the process
 * stands still for ever (seen in the simulation, decision record 0042). A key read from bytes has no such job.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'

export interface NewKeyPair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

export function newKeyPair(): NewKeyPair {
  const { privateKey: key } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  })
  const privateKey = createPrivateKey({ key, type: 'pkcs8', format: 'der' })
  return { privateKey, publicKey: createPublicKey(privateKey) }
}
