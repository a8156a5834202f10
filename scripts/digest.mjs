// Decides whether a step has to run again: a stamp keeps the digest of what the step read the last time.
// Contents are hashed, not dates, because a fresh clone or a copied folder has meaningless dates.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { inProject } from './project.mjs'

/** @param {string} at @param {(file: string) => boolean} isWanted @returns {string[]} */
function filesBelow(at, isWanted) {
  if (!existsSync(at) || !isWanted(at)) return []
  if (!statSync(at).isDirectory()) return [at]
  return readdirSync(at)
    .sort()
    .flatMap((name) => filesBelow(path.join(at, name), isWanted))
}

/**
 * Digest of files and folders of the project; a move to another platform or Node line changes it too.
 * @param {readonly string[]} places
 * @param {readonly string[]} [except] folders left out
 */
export function digestOf(places, except = []) {
  const left = new Set(except.map((place) => inProject(place)))
  const hash = createHash('sha256')
  hash.update([process.platform, process.arch, process.versions.modules].join(' '))
  for (const file of places.flatMap((place) => filesBelow(inProject(place), (at) => !left.has(at)))) {
    hash.update(`\0${path.relative(inProject(), file).replaceAll(path.sep, '/')}\0`)
    hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** @param {string} stamp @param {string} digest */
export const isStamped = (stamp, digest) => existsSync(stamp) && readFileSync(stamp, 'utf8') === digest

/** @param {string} stamp @param {string} digest */
export function writeStamp(stamp, digest) {
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, digest)
}

/** Before a step begins: what it leaves half done must not look finished. @param {string} stamp */
export const dropStamp = (stamp) => rmSync(stamp, { force: true })
