// One person's work on this device, open: the local store at once, the network as soon as its code is there.
import { type OpenedPersonStore, openPersonStore } from '#data/open-person-store.ts'
import type { DevicePerson, DeviceStore } from '#data/contract/device-store-contract.ts'
import type { PersonStore, StoredIdentity } from '#data/contract/store-contract.ts'
import type { Sealer } from '#data/sealing/sealer.ts'
import { readableFeeds } from '#domain/access/feed-access.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { Platform, SyncControl } from '#features/screen-props.ts'
import { browserClock, browserHasher, browserRandom, todayOf } from '#app/platform/browser-kernel.ts'
import { requestPersistence, storageEstimate } from '#app/platform/persistent-storage.ts'
import { askForWake, onWakeMessage } from '#app/pwa/background-sync.ts'
import type { EnvelopeDuty, startEnvelopeDuty } from './envelope-duty.ts'
import { placeTreeOf } from './person.ts'
import type { NetworkParts } from './network-parts.ts'

export interface Arrival {
  readonly read: number
  readonly total: number
}

export interface OpenSession {
  readonly person: DevicePerson
  /** A rehearsal: nothing of it is anybody's work, and no network is behind it. */
  readonly isRehearsal?: true
  readonly store: PersonStore
  readonly platform: Platform
  readonly sync: SyncControl
  /** The store's own rest: every screen but the first of a commune waits for it, see `Screens`. Always the same promise. */
  whole(): Promise<void>
  /** How many of the person's feeds have arrived on this device, for the first sign-in. */
  arrival(): Promise<Arrival>
  close(): Promise<void>
}

type Opening = Promise<Result<OpenedPersonStore, Problem>>

/** The store alone. `fresh` is the identity of somebody who has just signed in; else the stored one is read. */
export const openStore = (
  storeId: string,
  fresh: StoredIdentity | null,
  former?: { readonly ack: number } | null,
  sealer?: Sealer,
): Opening =>
  openPersonStore({
    storeId,
    identity: fresh,
    ...(former === undefined ? {} : { former }),
    ...(sealer && { sealer }),
    isExpected: fresh === null,
    clock: browserClock,
    random: browserRandom,
    hasher: browserHasher,
    storageEstimate,
  })

export async function openSession(
  device: DeviceStore,
  person: DevicePerson,
  fresh: StoredIdentity | null,
  opening: Opening = openStore(person.storeId, fresh),
): Promise<Result<OpenSession, Problem>> {
  const opened = await opening
  if (!opened.ok) return opened
  const store = opened.value
  // Whoever has just signed in waits for nothing but the network.
  const delay = fresh === null ? FIRST_SCREEN_MS : 0
  const door = { isClosed: false, isNetworkAskedFor: false }
  const network = loadNetwork(device, person.storeId, store, delay, door)
  const syncNow = async (): Promise<void> => (await network).engine.syncNow()
  onWakeMessage(() => void syncNow())
  const unsubscribe = store.onCommitted(oncePersisted())
  const envelopes = person.hasPin ? keepEnvelopes(device, person.storeId, store) : undefined
  let rest: Promise<void> | undefined
  const whole = (): Promise<void> => {
    rest ??= store.fetchRest()
    return rest
  }
  return ok({
    person,
    store,
    platform: platformOf(network, device, store),
    sync: { syncNow },
    whole,
    arrival: () => arrivalOf(store),
    async close() {
      unsubscribe()
      await envelopes?.then(({ stop }) => stop()).catch(reportError)
      door.isClosed = true
      // Whoever locks or changes person in the first seconds does not wait for a network that nobody uses.
      if (!door.isNetworkAskedFor) return store.close()
      await network
        .then(({ engine, stopListening }) => {
          stopListening()
          return engine.stop()
        })
        .catch(reportError)
      store.close()
    },
  })
}

const keepEnvelopes = async (...parts: Parameters<typeof startEnvelopeDuty>): Promise<EnvelopeDuty> =>
  (await import('./envelope-duty.ts')).startEnvelopeDuty(...parts)

async function arrivalOf(store: OpenedPersonStore): Promise<Arrival> {
  const { grants, places } = store.identity
  const total = readableFeeds(grants, placeTreeOf(places), todayOf(browserClock)).length
  const position = await store.sync.position()
  return { read: position.ok ? Math.min(total, Object.keys(position.value.cur).length) : 0, total }
}

/** By then the first screen has read and drawn what it shows; an idle moment while it waits for the store is too early. */
const FIRST_SCREEN_MS = 2500

const idle = (run: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 1000 })
  else run()
}

const whenQuiet = (delay: number): Promise<void> => new Promise((resolve) => setTimeout(() => idle(resolve), delay))

/** The store's rest comes along: whoever begins to write finds it there, whatever became of the network. */
async function loadNetwork(
  device: DeviceStore,
  storeId: string,
  store: OpenedPersonStore,
  delay: number,
  door: { isClosed: boolean; isNetworkAskedFor: boolean },
): Promise<NetworkParts> {
  await whenQuiet(delay)
  if (door.isClosed) return new Promise(() => {})
  Object.assign(door, { isNetworkAskedFor: true })
  const [{ createNetworkParts }] = await Promise.all([import('./network-parts.ts'), store.fetchRest()])
  const parts = await createNetworkParts(device, storeId, store)
  parts.engine.start()
  return parts
}

/** After the first save the question whether the browser keeps the data makes sense; without a network it may wake us. */
function oncePersisted(): () => void {
  let hasAsked = false
  return () => {
    // With a network the engine sends at once; being woken as well would only cost a second request.
    if (!navigator.onLine) void askForWake()
    if (hasAsked) return
    hasAsked = true
    void requestPersistence()
  }
}

const platformOf = (network: Promise<NetworkParts>, device: DeviceStore, store: OpenedPersonStore): Platform => ({
  async preparePhoto(file) {
    const { preparePhotoAside } = await import('#app/platform/prepare-photo-aside.ts')
    return preparePhotoAside(file)
  },
  prepareFile: async (file) => (await import('#app/platform/prepare-file.ts')).prepareFile(file, browserHasher),
  async fetchPhoto(sha256, size) {
    const answer = await (await network).blobs.download(sha256, size)
    if (!answer.ok) return answer
    return answer.value === null ? err({ code: 'evidence.not-there' }) : ok(answer.value)
  },
  handOver: async () => (await import('./hand-over-parts.ts')).createHandOverParts(device, store),
  networkKind: async () => (await network).networkKind(),
  workbooks: async () => (await import('#app/platform/workbooks.ts')).workbooks,
  print: () => window.print(),
  administration: async () => (await network).administration(),
  account: async () => (await network).account(),
  trail: async () => (await network).trail(),
})
