/** The real HTTP side on a real store in a temporary folder, with a small province in it and nothing from the seed. */
import path from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { onTestFinished } from 'vitest'
import { buildApp } from '#server/http/build-app.ts'
import { openLiveDirectory } from '#server/identity/live-directory.ts'
import { BlobFiles } from '#server/photo/blob-files.ts'
import { endpointPublicKey } from '#server/session/endpoint-key.ts'
import { createPasswordHasher } from '#server/session/password-hasher.ts'
import { SessionDesk } from '#server/session/session-desk.ts'
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

export interface SceneOptions {
  readonly clientDir?: string
  readonly logger?: boolean | object
}

async function prepareStore(folder: string, random = repeatableRandom()) {
  const driver = await sqliteDriver()
  const store = openSqliteStore({ folder, backupFolder: path.join(folder, 'backups'), driver, random })
  const passwords = await createPasswordHasher(CHEAP)
  await store.savePlaces(places)
  await store.saveAccounts(accountsWith(await passwords.hash(PASSWORD)), grants)
  return { store, passwords, random }
}

export async function createScene({ clientDir, logger = false }: SceneOptions = {}): Promise<Scene> {
  const [folder, clock] = [tempFolder(), new SetClock()]
  const { store, passwords, random } = await prepareStore(folder)
  const directory = await openLiveDirectory(store)
  const endpointKey = await endpointPublicKey(store)
  const desk = new SessionDesk({ store, directory, passwords, clock, random, endpointKey })
  const parts = { store, directory, desk, blobs: new BlobFiles(folder), clock }
  const app = await buildApp(parts, { logger, clientDir })
  onTestFinished(async () => {
    await app.close()
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
