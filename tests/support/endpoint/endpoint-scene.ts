/** The real HTTP side on a real store in a temporary folder, with a small province in it and nothing from the seed. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { onTestFinished } from 'vitest'
import type { RandomSource } from '#domain/kernel/clock.ts'
import { archiveFolderIn } from '#server/archive/archive-files.ts'
import { EndpointMetrics } from '#server/care/endpoint-metrics.ts'
import { buildApp } from '#server/http/build-app.ts'
import type { RequestLimits } from '#server/http/request-limits.ts'
import { openLiveDirectory } from '#server/identity/live-directory.ts'
import { NoticeDesk } from '#server/notices/notice-desk.ts'
import { BlobBackup } from '#server/photo/blob-backup.ts'
import { BlobFiles } from '#server/photo/blob-files.ts'
import { PHOTO_LIMITS, type PhotoLimits, PhotoRoom } from '#server/photo/photo-room.ts'
import { endpointPublicKey } from '#server/session/endpoint-key.ts'
import { createPasswordHasher } from '#server/session/password-hasher.ts'
import { SessionDesk } from '#server/session/session-desk.ts'
import { createSignInParts, type SignInSettings } from '#server/sign-in-parts.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { CHEAP, repeatableRandom, SetClock } from './edges.ts'
import { accountsWith, grants, PASSWORD, places } from './place-fixture.ts'
import { sqliteDriver } from './sqlite-drivers.ts'
import { tempFolder } from './temp-folder.ts'

export interface Scene {
  readonly app: FastifyInstance
  readonly store: EndpointStore
  readonly clock: SetClock
  readonly folder: string
  post(url: string, body: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
}

type OpenStore = (folder: string, random: RandomSource) => Promise<EndpointStore>

export interface SceneOptions {
  /** A SQLite store unless said otherwise. */
  readonly open?: OpenStore
  /** The store holds its people and places already. */
  readonly isFilled?: boolean
  /** Another one where two scenes share a store, or both would make the same secrets. */
  readonly seed?: number
  readonly clientDir?: string
  readonly photoLimits?: Partial<PhotoLimits>
  readonly metricsToken?: string
  readonly movedTo?: string
  /** Passkeys and identity provider. */
  readonly signIn?: SignInSettings
  readonly logger?: boolean | object
  /** As SOTAY_TRUST_PROXY says it. */
  readonly trustProxy?: string
  readonly limits?: RequestLimits
}

const openSqlite: OpenStore = async (folder, random) =>
  openSqliteStore({ folder, backupFolder: `${folder}-backups`, driver: await sqliteDriver(), random })

async function prepareStore(folder: string, { open = openSqlite, isFilled = false, seed = 1 }: SceneOptions) {
  const random = repeatableRandom(seed)
  const store = await open(folder, random)
  const passwords = await createPasswordHasher(CHEAP)
  if (isFilled) return { store, passwords, random }
  await store.savePlaces(places)
  await store.saveAccounts(accountsWith(await passwords.hash(PASSWORD)), grants)
  return { store, passwords, random }
}

export async function createScene(options: SceneOptions = {}): Promise<Scene> {
  const { clientDir, logger = false } = options
  const [folder, clock] = [tempFolder(), new SetClock()]
  const { store, passwords, random } = await prepareStore(folder, options)
  const directory = await openLiveDirectory(store)
  const endpointKey = await endpointPublicKey(store)
  const desk = new SessionDesk({ store, directory, passwords, clock, random, endpointKey })
  const blobs = new BlobFiles(folder)
  const photoCopies = new BlobBackup(blobs, new BlobFiles(`${folder}-backups`), (error) => {
    throw error
  })
  const photoRoom = new PhotoRoom(store, blobs.incoming, { ...PHOTO_LIMITS, ...options.photoLimits })
  const { metricsToken, movedTo } = options
  const parts = {
    store,
    directory,
    desk,
    signIn: createSignInParts(options.signIn ?? {}, { store, clock, random, onTrouble: () => {} }),
    blobs,
    photoCopies,
    archive: archiveFolderIn(folder),
    photoRoom,
    clock,
    metrics: new EndpointMetrics(),
    metricsToken,
    movedTo,
    notices: new NoticeDesk({
      store,
      clock,
      random,
      onError: (error) => {
        throw error
      },
    }),
  }
  const { trustProxy, limits } = options
  const app = await buildApp(parts, { logger, clientDir, trustProxy, ...(limits && { limits }) })
  onTestFinished(async () => {
    await app.close()
    // A copy under way would find its folder gone.
    await photoCopies.stop()
    await store.close()
  })
  return {
    app,
    store,
    clock,
    folder,
    post: (url, body, headers = {}) => app.inject({ method: 'POST', url, payload: body as object, headers }),
    get: (url, headers = {}) => app.inject({ method: 'GET', url, headers }),
  }
}
