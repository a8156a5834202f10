/** What the environment says about an installation, read in one place. */
import path from 'node:path'

export interface Settings {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** Beside the data folder unless said otherwise. */
  readonly backupDir: string
  readonly journalDir: string | undefined
  readonly databaseUrl?: string | undefined
  readonly demo: boolean
}

/** A variable set to nothing counts as not set. */
const valueOf = (text: string | undefined): string | undefined => (text === '' ? undefined : text)

/** Beside the data folder, never in it: `safe` means restored after that folder was deleted (END-54). */
export const backupFolderOf = (dataDir: string, backupDir?: string): string =>
  backupDir ?? `${path.resolve(dataDir)}-backups`

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const dataDir = valueOf(env.SOTAY_DATA) ?? '.data'
  return {
    port: Number(env.PORT ?? 4180),
    host: env.HOST ?? '127.0.0.1',
    dataDir,
    backupDir: backupFolderOf(dataDir, valueOf(env.SOTAY_BACKUPS)),
    journalDir: valueOf(env.SOTAY_JOURNAL),
    databaseUrl: env.DATABASE_URL,
    demo: env.SOTAY_DEMO !== '0',
  }
}
