/**
 * One installation of the endpoint: opens its folder, seeds it once, backs it up, and answers requests. Whoever starts
 * it (the program, the development server, a test) gets the same thing.
 */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Clock, RandomSource } from '#domain/kernel/clock.ts'
import { createBackupSchedule } from './backup-schedule.ts'
import { buildApp } from './http/build-app.ts'
import type { EndpointParts } from './http/endpoint-parts.ts'
import { openLiveDirectory } from './identity/live-directory.ts'
import { BlobFiles } from './photo/blob-files.ts'
import { type DemoAccount, readDemoAccounts } from './seed/demo-accounts.ts'
import { seedOnce } from './seed/seed-once.ts'
import { endpointPublicKey } from './session/endpoint-key.ts'
import { createPasswordHasher, type PasswordCost, type PasswordHasher } from './session/password-hasher.ts'
import { SessionDesk } from './session/session-desk.ts'
import { openStore } from './store/open-store.ts'
import type { EndpointStore } from './store/store-contract.ts'

export interface EndpointOptions {
  readonly dataDir: string
  /** `postgres://…`: the database of this and perhaps of other endpoints; SQLite in the data folder without one. */
  readonly databaseUrl?: string | undefined
  /** Fills a new installation with the demonstration data (END-12). */
  readonly demo: boolean
  readonly logger: boolean | object
  /** Folder of the built app, when this process serves it too. */
  readonly clientDir?: string
  readonly clock?: Clock
  readonly random?: RandomSource
  readonly passwordCost?: PasswordCost
}

export interface Endpoint {
  handle(request: IncomingMessage, response: ServerResponse): void
  /** Starts listening and gives back the address. */
  listen(port: number, host: string): Promise<string>
  close(): Promise<void>
  readonly demoAccounts: readonly DemoAccount[]
  /** Answers without a network, for tests. */
  inject(request: InjectOptions): Promise<LightMyRequestResponse>
}

const systemClock: Clock = { now: () => Date.now() }
const systemRandom: RandomSource = { bytes: (length) => new Uint8Array(randomBytes(length)) }

interface Inside {
  readonly store: EndpointStore
  readonly clock: Clock
  readonly random: RandomSource
  readonly passwords: PasswordHasher
}

async function makeParts({ store, clock, random, passwords }: Inside, dataDir: string): Promise<EndpointParts> {
  const directory = await openLiveDirectory(store)
  const endpointKey = await store.alone(() => endpointPublicKey(store))
  const desk = new SessionDesk({ store, directory, passwords, clock, random, endpointKey })
  return { store, directory, desk, blobs: new BlobFiles(dataDir), clock }
}

async function start(options: EndpointOptions, inside: Inside): Promise<Endpoint> {
  const { dataDir, logger, clientDir } = options
  if (options.demo) await inside.store.alone(() => seedOnce(inside, dataDir))
  const app = await buildApp(await makeParts(inside, dataDir), { logger, clientDir })
  const backups = await createBackupSchedule(inside.store, inside.clock, (error) =>
    app.log.error({ stack: String(error) }),
  )
  return {
    handle: (request, response) => app.routing(request, response),
    listen: (port, host) => app.listen({ port, host }),
    close: async () => {
      backups.stop()
      await app.close()
      await inside.store.close()
    },
    demoAccounts: options.demo ? readDemoAccounts(dataDir) : [],
    inject: async (request) => app.inject(request),
  }
}

export async function createEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const { clock = systemClock, random = systemRandom } = options
  const store = await openStore(options, random)
  try {
    const passwords = await createPasswordHasher(options.passwordCost)
    return await start(options, { store, clock, random, passwords })
  } catch (error) {
    await store.close()
    throw error
  }
}
