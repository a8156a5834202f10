// The way back for a forgotten PIN that loses nothing, not even photos and half-written text: when the PIN is set, the data
// key is sealed to the endpoint and left here, again under this browser's own key. The endpoint opens it for the person's
// password; until then it has never seen it, and whoever has only the device, or only the password, gets nothing.
import { openDeviceStore } from '#data/device-store.ts'
import type { DevicePerson, DeviceStore } from '#data/contract/device-store-contract.ts'
import type { LockStore } from '#data/contract/lock-contract.ts'
import { unwrapOfDevice, wrapForDevice } from '#data/sealing/key-wrap.ts'
import { opensStore } from '#data/sealing/opens-store.ts'
import type { Unlocked } from '#data/sealing/pin-lock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { paths } from '#protocol/paths.ts'
import { storeKeySchema } from '#protocol/session-message.ts'
import { sealStoreKey } from '#protocol/store-key.ts'
import { createSessionAccess } from '#sync/session-access.ts'
import { schemaReader } from '#sync/schema-reader.ts'
import { deviceSigner } from '#app/session/device-key.ts'
import { endpointEdge } from '#app/session/endpoint-edge.ts'
import { createSessionKeeper } from '#app/session/session-keeper.ts'

const TIMEOUT_MS = 30_000
const aboutOf = (storeId: string): string => `recovery:${storeId}`

const base64Url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))

async function withDevice<T>(work: (device: DeviceStore) => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
  const device = await openDeviceStore()
  return device.ok ? work(device.value).finally(() => device.value.close()) : device
}

/** Once per data key, as soon as this device knows the endpoint's public key. Without one the PIN works all the same. */
export const keepRecovery = (locks: LockStore, account: string, { dataKey, lock }: Unlocked) =>
  withDevice(async (device) => {
    const { storeId } = lock
    const endpointKey = (await device.session(storeId))?.endpointKey
    if (lock.recovery || !endpointKey) return ok(null)
    const sealed = await sealStoreKey({ account, key: base64Url(dataKey) }, endpointKey)
    if (!sealed) return ok(null)
    return locks.change(storeId, { recovery: await wrapForDevice(await locks.wrapKey(), sealed, aboutOf(storeId)) })
  })

/** Asks the endpoint, for somebody who has just signed in; believed only if the store opens by it. */
export const askForKey = (locks: LockStore, { storeId }: DevicePerson, password: string) =>
  withDevice(async (device): Promise<Result<Unlocked, Problem>> => {
    const lock = await locks.lock(storeId)
    const person = (await device.people()).find((one) => one.storeId === storeId)
    const sealed = lock?.recovery && (await unwrapOfDevice(await locks.wrapKey(), lock.recovery, aboutOf(storeId)))
    if (!lock || !sealed) return err({ code: 'lock.not-recoverable' })
    const keeper = await createSessionKeeper(device, storeId)
    const session = createSessionAccess(endpointEdge, person?.replica ?? '', deviceSigner(device), keeper)
    const body = { password, sealed: base64Url(sealed) }
    const request = { method: 'POST', path: paths.storeKey, body, timeoutMs: TIMEOUT_MS } as const
    const answer = await session.request(request, schemaReader(storeKeySchema))
    if (!answer.ok) return answer
    const dataKey = bytesOf(answer.value.key)
    return (await opensStore(storeId, dataKey)) ? ok({ dataKey, lock }) : err({ code: 'lock.not-recoverable' })
  })
