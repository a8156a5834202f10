// Everything that talks to the endpoint for one person: a chunk of its own, fetched after the first screen is drawn,
// because nothing on that screen waits for a network.
import type { DeviceStore } from '#data/contract/device-store-contract.ts'
import type { PhotoStore } from '#data/contract/photo-sending-contract.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { AccountAccess } from '#data/contract/account-contract.ts'
import type { TrailAccess } from '#data/contract/trail-contract.ts'
import type { Administration } from '#data/contract/administration-contract.ts'
import { ok } from '#domain/kernel/result.ts'
import { browserClock, browserHasher } from '#app/platform/browser-kernel.ts'
import { createBlobExchange, type UploadBytes } from '#sync/blob-exchange.ts'
import { returnToCapture } from '#features/capture-return.ts'
import { browserEnvironment, browserLocks, browserTimers } from '#sync/browser-edges.ts'
import { createHttpTransport } from '#sync/http-transport.ts'
import { createLinkMeter, type LinkMeter } from '#sync/link-speed.ts'
import { browserNetwork } from '#sync/photo-network.ts'
import { createPhotoQuestions } from '#sync/photo-questions.ts'
import { createPhotoTransfer } from '#sync/photo-transfer.ts'
import type { Relay } from '#sync/hand-over/relay.ts'
import { createSessionAccess, type SessionAccess } from '#sync/session-access.ts'
import { createSyncEngine, type SyncEngine } from '#sync/sync-engine.ts'
import { createTransferLog } from '#sync/transfer-log.ts'
import { createUploadUrls } from '#sync/upload-urls.ts'
import { deviceSigner } from './device-key.ts'
import { endpointEdge } from './endpoint-edge.ts'
import { noteRescueExports } from './rescue-notes.ts'
import { createSessionKeeper } from './session-keeper.ts'

type PhotoSide = Pick<OpenedPersonStore, 'sync' | 'photoStore' | 'handOver' | 'identity' | 'drafts' | 'activities'>

/** After a run: what it showed of the line is kept, and the store puts its photos in order. */
async function tidy(photoStore: PhotoStore, meter: LinkMeter): Promise<void> {
  await meter.save()
  await photoStore.tidy()
}

/** Its code comes after the first text rounds; where that fails, the next run asks again. */
function relayOnDemand(device: DeviceStore, opened: PhotoSide, session: SessionAccess): Relay {
  let relay: Relay | undefined
  return {
    async deliver(shouldPause) {
      const code = relay ? undefined : await import('./hand-over-parts.ts').catch(() => undefined)
      relay ??= await code?.openRelay(device, opened, session)
      return relay?.deliver(shouldPause) ?? ok(null)
    },
  }
}

/** Comes with the first photo, as the library behind it does. */
function uploadOnDemand({ edge }: LinkMeter): UploadBytes {
  let upload: UploadBytes | undefined
  return async (...photo) => {
    const { bytesAsBlob, createTusUpload } = await import('#sync/tus-upload.ts')
    upload ??= createTusUpload({ edge, urls: createUploadUrls(localStorage), asFile: bytesAsBlob })
    return upload(...photo)
  }
}

export async function createNetworkParts(device: DeviceStore, storeId: string, opened: PhotoSide) {
  const { photoStore } = opened
  void returnToCapture(opened)
  void noteRescueExports(opened, storeId)
  const transfers = createTransferLog(opened.sync, browserClock, browserTimers)
  const { store } = transfers
  const meter = createLinkMeter(endpointEdge, photoStore, transfers.traffic)
  const keeper = await createSessionKeeper(device, storeId)
  const session = createSessionAccess(meter.edge, () => opened.identity.replica, deviceSigner(device), keeper)
  const upload = uploadOnDemand(meter)
  const network = browserNetwork(navigator)
  const photos = { policy: photoStore.policy, tidy: () => tidy(photoStore, meter) }
  const blobs = createBlobExchange(session, browserHasher, upload)
  const engine: SyncEngine = createSyncEngine({
    store,
    transfers,
    transport: createHttpTransport(session),
    photos: createPhotoTransfer({ store, photos, blobs, network }),
    questions: createPhotoQuestions(photoStore, browserTimers),
    relay: relayOnDemand(device, opened, session),
    clock: browserClock,
    timers: browserTimers,
    locks: browserLocks(navigator.locks as LockManager | undefined),
    environment: browserEnvironment(window),
    random: Math.random,
    // One database, one sender: also while a tab does not know yet that the store has another replica.
    replica: storeId,
    onDefect: (error) => reportError(error),
  })
  // The Wi-Fi that photos waited for is there; the engine ends with the page's person.
  const stopListening = network.onChange(() => void engine.syncNow())
  /** A chunk of its own: only an administrator's screen asks for it, and it checks by schemas. */
  const administration = async (): Promise<Administration> =>
    (await import('#app/platform/administration.ts')).createAdministration(session)
  const account = async (): Promise<AccountAccess> =>
    (await import('#app/sign-in/account-access.ts')).createAccountAccess(session)
  const trail = async (): Promise<TrailAccess> =>
    (await import('#app/platform/trail-access.ts')).createTrailAccess(session)
  return { engine, blobs, stopListening, networkKind: network.kind, administration, account, trail }
}

export type NetworkParts = Awaited<ReturnType<typeof createNetworkParts>>
