import { sign, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { newKeyPair } from '#server/session/new-key-pair.ts'

describe('a new pair of keys', () => {
  it('is one pair on P-256: what one half signs the other verifies, and both are written as JWK', () => {
    const { publicKey, privateKey } = newKeyPair()
    const text = Buffer.from('xã Đoàn Kết')
    expect(verify('sha256', text, publicKey, sign('sha256', text, privateKey))).toBe(true)
    expect(verify('sha256', text, newKeyPair().publicKey, sign('sha256', text, privateKey))).toBe(false)
    const { x, y } = publicKey.export({ format: 'jwk' })
    expect(privateKey.export({ format: 'jwk' })).toMatchObject({ kty: 'EC', crv: 'P-256', x, y })
    expect(publicKey.export({ format: 'jwk' })).not.toHaveProperty('d')
  })
})
