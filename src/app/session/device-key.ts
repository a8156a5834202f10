// The key this device proves itself with when a session has run out. Its private part can be used here and read nowhere.
import type { DeviceStore } from '#data/contract/device-store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import type { DeviceSigner } from '#sync/session-access.ts'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const

/** The device's key pair; made at the first call. */
export async function deviceKeyOf(device: DeviceStore): Promise<Result<CryptoKeyPair, Problem>> {
  const known = await device.deviceKey()
  if (known) return ok(known)
  return device.keepDeviceKey(await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']))
}

export const publicKeyText = async ({ publicKey }: CryptoKeyPair): Promise<string> =>
  JSON.stringify(await crypto.subtle.exportKey('jwk', publicKey))

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

export const deviceSigner = (device: DeviceStore): DeviceSigner => ({
  async sign(text) {
    const pair = await device.deviceKey()
    if (!pair) return null
    const signature = await crypto.subtle.sign(SIGNATURE, pair.privateKey, new TextEncoder().encode(text))
    return base64Url(new Uint8Array(signature))
  },
})
