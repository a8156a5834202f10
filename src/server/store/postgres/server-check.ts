/** An acknowledgement is a promise: the endpoint does not start on a server that could not keep it (END-40). */
import type { SqlRow } from '#server/store/sqlite/sqlite-surface.ts'
import { UnusableDatabaseError } from '#server/store/unusable-database-error.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import type { Queries } from './database.ts'

/** Oldest version the statements were written for. */
export const LOWEST_POSTGRES = 14

export interface ServerSettings {
  /** As in `server_version_num`: 150018. */
  readonly versionNumber: number
  readonly version: string
  readonly fsync: string
  readonly encoding: string
}

/** Undefined where the server can be trusted. Rule END-40. */
export function complaintAbout({ versionNumber, version, fsync, encoding }: ServerSettings): string | undefined {
  if (versionNumber < LOWEST_POSTGRES * 10_000) return `version ${version} < ${LOWEST_POSTGRES}`
  if (fsync !== 'on') return `fsync = ${fsync}`
  return encoding === 'UTF8' ? undefined : `server_encoding = ${encoding}`
}

const SETTINGS = `SELECT current_setting('server_version_num')::int AS version_number, split_part(current_setting('server_version'), ' ', 1) AS version,
  current_setting('fsync') AS fsync, current_setting('server_encoding') AS encoding`

/** The first statement of all: what fails here is the address, the network or the password. */
async function ask(queries: Queries): Promise<SqlRow> {
  try {
    return (await queries.row(SETTINGS)) ?? {}
  } catch (error) {
    throw new UnusableDatabaseError(error instanceof Error ? error.message : String(error))
  }
}

/** The version, once everything was found to be in order. */
export async function checkServer(queries: Queries): Promise<string> {
  const row = await ask(queries)
  const settings = {
    versionNumber: whole(row, 'version_number'),
    version: text(row, 'version'),
    fsync: text(row, 'fsync'),
    encoding: text(row, 'encoding'),
  }
  const complaint = complaintAbout(settings)
  if (complaint !== undefined) throw new UnusableDatabaseError(`PostgreSQL: ${complaint}`)
  return settings.version
}
