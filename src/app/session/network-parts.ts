// Everything that talks to the endpoint for one person: a chunk of its own, fetched after the first screen is drawn,
// because nothing on that screen waits for a network.
import type { DeviceStore } from '#data/contract/device-store-contract.ts'
import type { SyncStore } from '#data/contract/sync-store-contract.ts'
import { createAdministration } from '#app/platform/administration.ts'
import { browserClock, browserHasher } from '#app/platform/browser-kernel.ts'
import { createBlobExchange } from '#sync/blob-exchange.ts'
import { browserEnvironment, browserLocks, browserTimers } from '#sync/browser-edges.ts'
import { createHttpTransport } from '#sync/http-transport.ts'
import { createPhotoTransfer } from '#sync/photo-transfer.ts'
import { createSessionAccess } from '#sync/session-access.ts'
import { createSyncEngine, type SyncEngine } from '#sync/sync-engine.ts'
import { bytesAsBlob, createTusUpload } from '#sync/tus-upload.ts'
import { createUploadUrls } from '#sync/upload-urls.ts'
import { deviceSigner } from './device-key.ts'
import { endpointEdge } from './endpoint-edge.ts'
import { createSessionKeeper } from './session-keeper.ts'

export async function createNetworkParts(device: DeviceStore, storeId: string, replica: string, store: SyncStore) {
  const keeper = await createSessionKeeper(device, storeId)
  const session = createSessionAccess(endpointEdge, replica, deviceSigner(device), keeper)
  const upload = createTusUpload({ edge: endpointEdge, urls: createUploadUrls(localStorage), asFile: bytesAsBlob })
  const blobs = createBlobExchange(session, browserHasher, upload)
  const engine: SyncEngine = createSyncEngine({
    store,
    transport: createHttpTransport(session),
    photos: createPhotoTransfer(store, blobs),
    clock: browserClock,
    timers: browserTimers,
    locks: browserLocks(navigator.locks as LockManager | undefined),
    environment: browserEnvironment(window),
    random: Math.random,
    replica,
    onDefect: (error) => reportError(error),
  })
  return { engine, blobs, administration: createAdministration(session) }
}

export type NetworkParts = Awaited<ReturnType<typeof createNetworkParts>>
