/** A person's browser profile as far as files go: the real store, the real engine parts, the real endpoint in process. */
import { webcrypto } from 'node:crypto'
import { argon2idKey } from '#app/lock/argon2id-key.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { HandOverStore } from '#data/contract/hand-over-contract.ts'
import type { EntityWrite } from '#data/contract/store-contract.ts'
import { createCommit } from '#data/commit.ts'
import { Connection } from '#data/connection.ts'
import { databaseName, LocalDatabase } from '#data/local-database.ts'
import { openSealer } from '#data/sealing/sealer.ts'
import { paths } from '#protocol/paths.ts'
import type { Session } from '#protocol/session-message.ts'
import { createPlaceDirectory } from '#server/identity/place-tree.ts'
import { type FileWish, type MadeFile, makeFile } from '#sync/hand-over/make-file.ts'
import type { HandOverParts } from '#sync/hand-over/hand-over-parts.ts'
import { createRelay } from '#sync/hand-over/relay.ts'
import { type TakenIn, takeInFile } from '#sync/hand-over/take-in-file.ts'
import { createHttpTransport } from '#sync/http-transport.ts'
import { runRound } from '#sync/round.ts'
import { createSessionAccess, type SessionAccess } from '#sync/session-access.ts'
import { storedIdentity } from '#sync/stored-identity.ts'
import { createTransferSize } from '#sync/transfer-size.ts'
import type { Scene } from '#support/endpoint/endpoint-scene.ts'
import { PASSWORD } from '#support/endpoint/place-fixture.ts'
import { aFactory, aStore, IDBKeyRange, valueOf } from '#support/store/test-store.ts'

export const SELF = 'ls25-06001/self'

export const forCarrier: FileWish = { audience: 'endpoint', withPhotos: false, feeds: [] }
export const forTeam: FileWish = { audience: 'team', withPhotos: false, feeds: [SELF] }

const { subtle } = webcrypto
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const

type KeyPair = webcrypto.CryptoKeyPair

export const makeKeyPair = (): Promise<KeyPair> => subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])

/** The app's `fetch`, answered by the endpoint in this process; offline it fails as a browser's does. */
const fetchOf =
  (scene: Scene, isOnline: () => boolean): typeof fetch =>
  async (input, init) => {
    if (!isOnline()) throw new TypeError('Failed to fetch')
    const body = init?.body as Uint8Array | undefined
    const reply = await scene.app.inject({
      method: (init?.method ?? 'GET') as 'GET',
      url: input as string,
      headers: init?.headers as Record<string, string>,
      ...(body ? { payload: Buffer.from(body) } : {}),
    })
    const headers = Object.entries(reply.headers).map(([name, value]): [string, string] => [name, String(value)])
    return new Response(reply.body, { status: reply.statusCode, headers })
  }

export class HandOverDevice {
  readonly scene: Scene
  readonly parts: HandOverParts
  readonly opened: OpenedPersonStore
  readonly files: HandOverStore
  readonly session: SessionAccess
  readonly token: string
  readonly #indexedDB: IDBFactory
  readonly #session: Session
  readonly #pair: KeyPair
  isOnline = true

  private constructor(
    scene: Scene,
    session: Session,
    pair: KeyPair,
    opened: OpenedPersonStore,
    files: HandOverStore,
    indexedDB: IDBFactory,
  ) {
    this.scene = scene
    this.opened = opened
    this.files = files
    this.token = session.token
    this.#indexedDB = indexedDB
    this.#session = session
    this.#pair = pair
    const timers = { monotonicNow: () => performance.now(), after: () => () => undefined }
    const sign = async (text: string): Promise<string> => {
      const bytes = await subtle.sign(
        { name: 'ECDSA', hash: 'SHA-256' },
        pair.privateKey,
        new TextEncoder().encode(text),
      )
      return Buffer.from(bytes).toString('base64url')
    }
    const edge = { origin: '', fetch: fetchOf(scene, () => this.isOnline), timers }
    const keeper = { token: () => session.token, keep: async () => undefined }
    this.session = createSessionAccess(edge, session.replica, { sign }, keeper)
    const tree = createPlaceDirectory(session.identity.places)
    const identity = () => opened.identity
    this.parts = {
      store: files,
      sync: opened.sync,
      signer: { sign },
      clock: scene.clock,
      identity,
      tree: () => tree,
      stretch: argon2idKey,
    }
  }

  /** A copy of the profile as it was before anything was written in it. */
  static async twin(of: HandOverDevice): Promise<HandOverDevice> {
    const indexedDB = aFactory()
    const opened = await aStore({ identity: of.opened.identity, clock: of.scene.clock, indexedDB })
    return new HandOverDevice(of.scene, of.#session, of.#pair, opened, await opened.handOver(), indexedDB)
  }

  static async signIn(scene: Scene, username: string, pair?: KeyPair): Promise<HandOverDevice> {
    const key = pair ?? (await makeKeyPair())
    const deviceKey = JSON.stringify(await subtle.exportKey('jwk', key.publicKey))
    const request = { username, password: PASSWORD, deviceLabel: 'Android · Chrome', deviceKey, replica: null }
    const session = (await scene.post(paths.signIn, request)).json<Session>()
    const indexedDB = aFactory()
    const opened = await aStore({
      identity: storedIdentity(session.identity, session.replica),
      clock: scene.clock,
      indexedDB,
    })
    return new HandOverDevice(scene, session, key, opened, await opened.handOver(), indexedDB)
  }

  get replica(): string {
    return this.opened.identity.replica
  }

  /** Any gesture, below the repositories: these tests are about the way, not about what travels. */
  async write(...writes: readonly EntityWrite[]): Promise<void> {
    const db = new LocalDatabase(databaseName('one'), openSealer, { indexedDB: this.#indexedDB, IDBKeyRange })
    const author = { replica: this.replica, account: this.opened.identity.account.id }
    const connection = new Connection(db)
    const commit = createCommit({
      connection,
      author,
      clock: this.scene.clock,
      committed: () => undefined,
      noteFull: async () => undefined,
    })
    valueOf(await commit(writes))
    connection.close()
  }

  answer(question: string, fields: EntityWrite['fields'], feed = SELF): Promise<void> {
    return this.write({ feed, kind: 'answer', entity: `ans.asm.ls25-06001.2026-1.${question}`, fields })
  }

  /** Text rounds until nothing is left, then what is carried for others: the order of a run. */
  async sync(): Promise<void> {
    const transport = createHttpTransport(this.session)
    const timers = { monotonicNow: () => performance.now(), after: () => () => undefined }
    const parts = { store: this.opened.sync, transport, clock: this.scene.clock, timers, size: createTransferSize() }
    for (let rounds = 0; rounds < 50; rounds++) if (!valueOf(await runRound(parts)).more) break
    valueOf(await createRelay(this.parts, this.session).deliver(() => false))
  }

  async make(wish: FileWish): Promise<MadeFile> {
    return valueOf(await makeFile(this.parts, wish))
  }

  async open(bytes: Uint8Array, phrase?: string): Promise<TakenIn> {
    return valueOf(await takeInFile(this.parts, bytes, phrase))
  }

  async position() {
    return valueOf(await this.opened.sync.position())
  }

  async shown(question: string, field: string, feed = SELF): Promise<readonly unknown[]> {
    const db = new LocalDatabase(databaseName('one'), openSealer, { indexedDB: this.#indexedDB, IDBKeyRange })
    const row = await db.ent.get([feed, `ans.asm.ls25-06001.2026-1.${question}`])
    db.close()
    return (row?.box[field]?.h ?? []).map(({ v }) => v)
  }
}

/** A person who was in contact once and now works without a network. */
export async function offlineDevice(scene: Scene, username: string): Promise<HandOverDevice> {
  const device = await HandOverDevice.signIn(scene, username)
  await device.sync()
  device.isOnline = false
  return device
}
