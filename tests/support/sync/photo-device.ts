/**
 * A person's device as the product puts it together, on an IndexedDB in memory: real store, real sync code, real HTTP.
 * Killing it drops everything but the store and what the browser keeps beside it.
 */
import { createHash } from 'node:crypto'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { PhotoPolicy } from '#data/contract/photo-sending-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import { paths } from '#protocol/paths.ts'
import { type Session, sessionSchema } from '#protocol/session-message.ts'
import { createBlobExchange } from '#sync/blob-exchange.ts'
import { browserTimers } from '#sync/browser-edges.ts'
import type { EndpointEdge } from '#sync/endpoint-request.ts'
import { createHttpTransport } from '#sync/http-transport.ts'
import { createLinkMeter } from '#sync/link-speed.ts'
import type { NetworkKind } from '#sync/photo-network.ts'
import { createPhotoQuestions } from '#sync/photo-questions.ts'
import { createPhotoTransfer, type PhotoTransfer } from '#sync/photo-transfer.ts'
import type { RoundParts } from '#sync/round.ts'
import { sendAndReadAll } from '#sync/send-and-read-all.ts'
import { createSessionAccess } from '#sync/session-access.ts'
import { createTransferSize } from '#sync/transfer-size.ts'
import { createTusUpload } from '#sync/tus-upload.ts'
import { createUploadUrls } from '#sync/upload-urls.ts'
import { storedIdentity } from '#sync/stored-identity.ts'
import { createDeviceKeyPair } from '#support/endpoint/device-key-pair.ts'
import { aStore, valueOf } from '#support/store/test-store.ts'

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
/** In Node the upload library reads a Buffer where a browser's reads a Blob. */
const asFile = (bytes: Uint8Array): Blob => Buffer.from(bytes) as unknown as Blob

function memoryStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const values = new Map<string, string>()
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  }
}

export interface Account {
  readonly username: string
  readonly password: string
}

async function signInAt(origin: string, { username, password }: Account): Promise<Session> {
  const body = { username, password, deviceLabel: 'Android', deviceKey: createDeviceKeyPair().publicKey, replica: null }
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(origin + paths.signIn, { method: 'POST', headers, body: JSON.stringify(body) })
  return sessionSchema.parse(await answer.json())
}

let devices = 0

export class PhotoDevice {
  readonly store: OpenedPersonStore
  readonly #session: Session
  readonly #storage = memoryStorage()
  readonly origin: string
  network: NetworkKind = 'hidden'
  #rounds!: RoundParts
  #photos!: PhotoTransfer

  private constructor(origin: string, session: Session, store: OpenedPersonStore) {
    this.origin = origin
    this.#session = session
    this.store = store
    this.restart()
  }

  static async open(origin: string, account: Account, policy: PhotoPolicy = 'always'): Promise<PhotoDevice> {
    const session = await signInAt(origin, account)
    const identity = storedIdentity(session.identity, session.replica)
    const store = await aStore({ storeId: `photo-device-${(devices += 1)}`, identity })
    valueOf(await store.photos.setPolicy(policy))
    return new PhotoDevice(origin, session, store)
  }

  /** The process was killed and started again. */
  restart(): void {
    const { store, origin } = this
    const plain: EndpointEdge = { origin, fetch, timers: browserTimers }
    const meter = createLinkMeter(plain, store.photoStore)
    const keeper = { token: () => this.#session.token, keep: async () => undefined }
    const session = createSessionAccess(meter.edge, this.#session.replica, { sign: async () => null }, keeper)
    const upload = createTusUpload({ edge: meter.edge, urls: createUploadUrls(this.#storage), asFile })
    const blobs = createBlobExchange(session, { sha256: async (bytes) => sha256Of(bytes) }, upload)
    const photos = { policy: store.photoStore.policy, tidy: () => meter.save() }
    this.#rounds = {
      store: store.sync,
      transport: createHttpTransport(session),
      clock: { now: () => Date.now() },
      timers: browserTimers,
      size: createTransferSize(),
      questions: createPhotoQuestions(store.photoStore, browserTimers),
    }
    this.#photos = createPhotoTransfer({ store: store.sync, photos, blobs, network: { kind: () => this.network } })
  }

  /** Text, then photos, until there is nothing left or a problem. */
  async run(): Promise<Result<null, Problem>> {
    const text = await sendAndReadAll(this.#rounds, () => false)
    return text.ok ? this.#photos.transfer(() => false) : text
  }

  async take(feed: string, of: string, bytes: Uint8Array, thumbnail: Uint8Array): Promise<string> {
    const [sha256, thumbnailSha256] = [sha256Of(bytes), sha256Of(thumbnail)]
    const photo = { bytes, thumbnail, sha256, thumbnailSha256, mime: 'image/jpeg', width: 1600, height: 1200 } as const
    return valueOf(await this.store.evidence.add({ feed, of, caption: '', photo })).id
  }

  /** The bytes as the endpoint serves them; null where it does not. */
  async served(origin: string, sha256: string): Promise<string | null> {
    const headers = { authorization: `Bearer ${this.#session.token}`, connection: 'close' }
    const answer = await fetch(`${origin}${paths.blobs}/${sha256}`, { headers })
    return answer.ok ? sha256Of(new Uint8Array(await answer.arrayBuffer())) : null
  }
}
