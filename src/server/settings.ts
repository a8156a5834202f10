/** What the environment says about an installation, read in one place. */
import path from 'node:path'
import { type CareSettings, readCareSettings } from './care/care-settings.ts'
import { type OidcSettings, readOidcSettings, UnusableProviderError } from './oidc/oidc-settings.ts'
import { PHOTO_LIMITS, type PhotoLimits } from './photo/photo-room.ts'
import type { PlaceSettings } from './places/first-places.ts'
import { databaseAddress } from './store/database-address.ts'
import type { TlsFiles } from './tls/certificate-files.ts'

export interface Settings extends PlaceSettings {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** Beside the data folder unless said otherwise. */
  readonly backupDir: string
  readonly journalDir: string | undefined
  readonly databaseUrl?: string | undefined
  readonly demo: boolean
  /** Days of silence after which a device is read no further; devices take 30 by themselves. */
  readonly readDays?: number | undefined
  readonly photoLimits: PhotoLimits
  /** The endpoint's own housekeeping. */
  readonly care: CareSettings
  /** Opens the metrics to whoever knows it; without one they are for this machine only. */
  readonly metricsToken: string | undefined
  /** The installation's new address: this one then only sends people there. */
  readonly movedTo: string | undefined
  /** The installation's one public address, `https://…`; passkeys and the identity provider hang on it. */
  readonly address?: string | undefined
  /** The province's own identity provider. */
  readonly oidc?: OidcSettings | undefined
  /** The endpoint speaks HTTPS itself with these. */
  readonly tls?: TlsFiles | undefined
  /** Port of plain http that only sends people on to HTTPS. */
  readonly redirectPort?: number | undefined
  /** Addresses and networks believed when they say for whom they ask. */
  readonly trustProxy?: string | undefined
}

/** A variable set to nothing counts as not set. */
const valueOf = (text: string | undefined): string | undefined => (text === '' ? undefined : text)

/** What is no number counts as not set. */
const megabytes = (text: string | undefined, otherwise: number): number => {
  const value = Number(valueOf(text) ?? Number.NaN)
  return value >= 0 ? value * 1_000_000 : otherwise
}

/** Whole days, at least one; anything else counts as not set. */
const daysOf = (text: string | undefined): number | undefined => {
  const days = Number(valueOf(text) ?? Number.NaN)
  return Number.isInteger(days) && days > 0 ? days : undefined
}

/** Beside the data folder, never in it: `safe` means restored after that folder was deleted (END-54). */
export const backupFolderOf = (dataDir: string, backupDir?: string): string =>
  backupDir ?? `${path.resolve(dataDir)}-backups`

/** A folder that is lost together with the data keeps nothing safe. */
export class FolderInsideDataError extends Error {
  readonly setting: 'SOTAY_BACKUPS' | 'SOTAY_JOURNAL'

  constructor(setting: FolderInsideDataError['setting']) {
    super(`${setting} lies inside SOTAY_DATA`)
    this.setting = setting
  }
}

const isInside = (folder: string, outer: string): boolean => {
  const way = path.relative(path.resolve(outer), path.resolve(folder))
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way))
}

/** Throws where backups or journal would go with the data folder (END-54). */
export function checkFolders({ dataDir, backupDir, journalDir }: Settings): void {
  if (isInside(backupDir, dataDir)) throw new FolderInsideDataError('SOTAY_BACKUPS')
  if (journalDir !== undefined && isInside(journalDir, dataDir)) throw new FolderInsideDataError('SOTAY_JOURNAL')
}

/** How often the files are looked at. */
const [LOOK_EVERY_MS, SOONEST_LOOK_MS] = [10_000, 50]

/** One without the other is a slip that must not end in plain http. */
export class HalfCertificateError extends Error {}

function tlsFiles(env: NodeJS.ProcessEnv): TlsFiles | undefined {
  const [cert, key] = [valueOf(env.SOTAY_TLS_CERT), valueOf(env.SOTAY_TLS_KEY)]
  if (cert === undefined && key === undefined) return undefined
  if (cert === undefined || key === undefined) throw new HalfCertificateError('SOTAY_TLS_CERT, SOTAY_TLS_KEY')
  const lookMs = Number(valueOf(env.SOTAY_TLS_LOOK_MS) ?? LOOK_EVERY_MS)
  return { cert, key, lookMs: lookMs >= SOONEST_LOOK_MS ? lookMs : LOOK_EVERY_MS }
}

const portOf = (text: string | undefined): number | undefined =>
  valueOf(text) === undefined ? undefined : Number(text)

/** What is no address is said at the start, not at the first passkey. */
function addressOf(text: string | undefined): string | undefined {
  const address = valueOf(text)
  if (address === undefined || /^https?:\/\/[^/]+\/?$/.test(address)) return address
  throw new UnusableProviderError('SOTAY_ADDRESS')
}

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const dataDir = valueOf(env.SOTAY_DATA) ?? '.data'
  return {
    port: Number(env.PORT ?? 4180),
    host: env.HOST ?? '127.0.0.1',
    dataDir,
    backupDir: backupFolderOf(dataDir, valueOf(env.SOTAY_BACKUPS)),
    journalDir: valueOf(env.SOTAY_JOURNAL),
    databaseUrl: databaseAddress(env),
    demo: env.SOTAY_DEMO !== '0',
    province: valueOf(env.SOTAY_PROVINCE),
    placesFile: valueOf(env.SOTAY_PLACES),
    readDays: daysOf(env.SOTAY_READ_DAYS),
    care: readCareSettings(env),
    photoLimits: {
      quotaBytes: megabytes(env.SOTAY_PHOTO_QUOTA_MB, PHOTO_LIMITS.quotaBytes),
      reserveBytes: megabytes(env.SOTAY_PHOTO_RESERVE_MB, PHOTO_LIMITS.reserveBytes),
    },
    metricsToken: valueOf(env.SOTAY_METRICS_TOKEN),
    movedTo: valueOf(env.SOTAY_MOVED_TO),
    address: addressOf(env.SOTAY_ADDRESS),
    oidc: readOidcSettings(env, addressOf(env.SOTAY_ADDRESS)),
    tls: tlsFiles(env),
    redirectPort: portOf(env.SOTAY_REDIRECT_PORT),
    trustProxy: valueOf(env.SOTAY_TRUST_PROXY),
  }
}
