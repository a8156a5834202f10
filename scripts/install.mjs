// Installs the packages when, and only when, what is installed is not what package-lock.json says.
// `npm ci` first, because it installs exactly the lock; `npm install` without saving when the lock cannot be
// used as it stands (a registry that lacks another platform's package makes `npm ci` refuse).
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { runNpm } from './child.mjs'
import { digestOf, isStamped, writeStamp } from './digest.mjs'
import { inProject } from './project.mjs'

const QUIET = ['--no-audit', '--no-fund', '--loglevel=error']

/** Inside node_modules, so that deleting that folder also forgets it. */
const stampFile = inProject('node_modules', '.cache', 'so-tay-iso-xa', 'installed')

/**
 * Must this be there? An optional package must when it is this platform's native part; one that names no platform
 * belongs to another platform's part (WebAssembly) and may be absent.
 * @param {{ optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} entry
 */
function isNeededHere({ optional, os, cpu, libc }) {
  if (!optional) return true
  const isOtherLibc = libc !== undefined && !libc.includes('glibc')
  return os?.includes(process.platform) === true && cpu?.includes(process.arch) === true && !isOtherLibc
}

/** Compares npm's own note of what it installed with the lock; true after any correct installation, ours or not. */
export function isInstalledAsLocked() {
  const noteFile = inProject('node_modules', '.package-lock.json')
  if (!existsSync(noteFile)) return false
  const installed = JSON.parse(readFileSync(noteFile, 'utf8')).packages
  const locked = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages
  return Object.entries(locked).every(
    ([at, entry]) => at === '' || !isNeededHere(entry) || installed[at]?.version === entry.version,
  )
}

export async function install() {
  const digest = digestOf(['package-lock.json', 'package.json'])
  if (existsSync(inProject('node_modules', '.package-lock.json')) && isStamped(stampFile, digest)) return { ok: true }
  if (!isInstalledAsLocked()) {
    const exact = await runNpm(['ci', ...QUIET])
    if (!exact.ok) {
      console.warn('npm ci không dùng được package-lock.json; thử npm install. / npm ci failed; trying npm install.')
      const loose = await runNpm(['install', '--no-save', ...QUIET])
      if (!loose.ok) return { ok: false }
    }
  }
  writeStamp(stampFile, digest)
  return { ok: true }
}
