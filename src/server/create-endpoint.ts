/**
 * One installation of the endpoint: opens its folder, seeds it once, backs it up, and answers requests. Whoever starts
 * it (the program, the development server, a test) gets the same thing.
 */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Clock, RandomSource } from '#domain/kernel/clock.ts'
import { archiveFolderIn } from './archive/archive-files.ts'
import { CARE_SETTINGS, type CareSettings } from './care/care-settings.ts'
import { createDailyCare } from './care/create-daily-care.ts'
import { EndpointMetrics } from './care/endpoint-metrics.ts'
import { TroubleLog } from './care/trouble-log.ts'
import { createBackupSchedule } from './backup-schedule.ts'
import { buildApp } from './http/build-app.ts'
import type { EndpointParts } from './http/endpoint-parts.ts'
import { foundInstallation, type InvitedAdministrator } from './identity/first-administrator.ts'
import { openLiveDirectory } from './identity/live-directory.ts'
import { NoticeDesk } from './notices/notice-desk.ts'
import { BlobBackup } from './photo/blob-backup.ts'
import { BlobFiles } from './photo/blob-files.ts'
import { PHOTO_LIMITS, type PhotoLimits, PhotoRoom } from './photo/photo-room.ts'
import { firstPlaces, type PlaceSettings } from './places/first-places.ts'
import { watchBeside } from './recovery/settle-beside.ts'
import { type DemoAccount, readDemoAccounts } from './seed/demo-accounts.ts'
import { seedOnce } from './seed/seed-once.ts'
import { endpointPublicKey } from './session/endpoint-key.ts'
import { createPasswordHasher, type PasswordCost, type PasswordHasher } from './session/password-hasher.ts'
import { SessionDesk } from './session/session-desk.ts'
import type { OidcSettings } from './oidc/oidc-settings.ts'
import { createSignInParts } from './sign-in-parts.ts'
import { backupFolderOf } from './settings.ts'
import { openStore } from './store/open-store.ts'
import { keepRoot } from './trail/root-file.ts'
import type { EndpointStore } from './store/store-contract.ts'
import { createSummarySchedule, SUMMARY_MINUTES } from './summaries/summary-schedule.ts'
import { type TlsFiles, watchPair } from './tls/certificate-files.ts'
import { listenToRedirect } from './tls/redirect-listener.ts'

export interface EndpointOptions extends PlaceSettings {
  readonly dataDir: string
  /** `postgres://…`: the database of this and perhaps of other endpoints; SQLite in the data folder without one. */
  readonly databaseUrl?: string | undefined
  /** Where backups go; beside the data folder unless said otherwise, so that losing that folder does not lose them. */
  readonly backupDir?: string | undefined
  /** Folder of the journal, best on another disk; none without one. */
  readonly journalDir?: string | undefined
  readonly photoLimits?: PhotoLimits
  readonly care?: CareSettings
  readonly metricsToken?: string | undefined
  /** New address of an installation that moved; this one only sends people there. */
  readonly movedTo?: string | undefined
  /** The one public address; passkeys and the identity provider hang on it. */
  readonly address?: string | undefined
  readonly oidc?: OidcSettings | undefined
  /** Certificate and key: then the endpoint speaks HTTPS itself (END-66). */
  readonly tls?: TlsFiles | undefined
  /** Port of plain http that sends people on to HTTPS (END-67). */
  readonly redirectPort?: number | undefined
  readonly trustProxy?: string | undefined
  /** Days of silence after which a device is read no further (DAT-36). */
  readonly readDays?: number | undefined
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
  /** Who is to come in first, while nobody has (END-98). */
  readonly administrator: InvitedAdministrator | null
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
  readonly trouble: TroubleLog
  readonly metrics: EndpointMetrics
  readonly notices: NoticeDesk
}

async function makeParts(
  { store, clock, random, passwords, trouble, metrics, notices }: Inside,
  options: EndpointOptions,
): Promise<EndpointParts> {
  const directory = await openLiveDirectory(store, options.readDays)
  const endpointKey = await store.alone(() => endpointPublicKey(store))
  const desk = new SessionDesk({ store, directory, passwords, clock, random, endpointKey })
  const { dataDir, backupDir, photoLimits = PHOTO_LIMITS, metricsToken, movedTo } = options
  const demoAccounts = options.demo ? readDemoAccounts(dataDir) : []
  const signIn = createSignInParts(
    { address: options.address, oidc: options.oidc, isDemonstration: options.demo, demoAccounts },
    { store, clock, random, onTrouble: trouble.report },
  )
  const blobs = new BlobFiles(dataDir)
  const photoCopies = new BlobBackup(blobs, new BlobFiles(backupFolderOf(dataDir, backupDir)), trouble.report)
  const photoRoom = new PhotoRoom(store, blobs.incoming, photoLimits)
  const archive = archiveFolderIn(dataDir)
  const photos = { blobs, photoCopies, photoRoom }
  return { store, directory, desk, signIn, ...photos, archive, clock, metrics, metricsToken, movedTo, notices }
}

/** Listens on plain http for as long as the endpoint does. */
async function sendOnFrom(app: FastifyInstance, port: number, host: string): Promise<void> {
  const { port: to } = app.server.address() as AddressInfo
  const server = await listenToRedirect(port, host, to)
  app.server.once('close', () => server.close())
}

const summariesOf = (inside: Inside, { directory }: EndpointParts, care: CareSettings = CARE_SETTINGS) =>
  createSummarySchedule({
    ...inside,
    directory,
    everyMinutes: care.summaryMinutes === undefined ? SUMMARY_MINUTES : care.summaryMinutes,
    onError: inside.trouble.report,
  })

async function start(options: EndpointOptions, inside: Inside): Promise<Endpoint> {
  const { dataDir, logger, clientDir, trustProxy, redirectPort } = options
  if (options.demo) await inside.store.alone(() => seedOnce(inside, dataDir))
  const administrator = options.demo
    ? null
    : await inside.store.alone(() => foundInstallation(inside, () => firstPlaces(options)))
  const parts = await makeParts(inside, options)
  const beside = await watchBeside(inside.store, inside.trouble.report)
  const tls = options.tls && watchPair(options.tls)
  const app = await buildApp(parts, { logger, clientDir, trustProxy, tls })
  inside.trouble.attach(app.log)
  const backups = await createBackupSchedule({
    ...parts,
    keepRoot: (root) => keepRoot(backupFolderOf(dataDir, options.backupDir), root),
    afterBackup: await createDailyCare({ ...options, care: options.care ?? CARE_SETTINGS }, inside),
    onBackup: inside.metrics.backedUp,
    onError: inside.trouble.report,
  })
  const summaries = summariesOf(inside, parts, options.care)
  inside.notices.begin()
  return {
    handle: (request, response) => app.routing(request, response),
    listen: async (port, host) => {
      const address = await app.listen({ port, host })
      if (tls && redirectPort !== undefined) await sendOnFrom(app, redirectPort, host)
      return address
    },
    close: async () => {
      await app.close()
      beside.stop()
      await summaries.stop()
      await inside.notices.stop()
      await backups.stop()
      await inside.store.close()
    },
    administrator,
    demoAccounts: options.demo ? readDemoAccounts(dataDir) : [],
    inject: async (request) => app.inject(request),
  }
}

export async function createEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const { clock = systemClock, random = systemRandom } = options
  const metrics = new EndpointMetrics()
  const trouble = new TroubleLog(metrics.troubled)
  const { dataDir, databaseUrl, journalDir } = options
  const place = {
    dataDir,
    databaseUrl,
    journalDir,
    backupDir: backupFolderOf(dataDir, options.backupDir),
    clock,
    onTrouble: trouble.report,
    onGroup: metrics.committed,
    onJournal: metrics.journalChanged,
  }
  const store = await openStore(place, random)
  try {
    const passwords = await createPasswordHasher(options.passwordCost)
    const notices = new NoticeDesk({ store, clock, random, onError: trouble.report })
    return await start(options, { store, clock, random, passwords, trouble, metrics, notices })
  } catch (error) {
    await store.close()
    throw error
  }
}
