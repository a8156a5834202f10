/**
 * Roots kept outside the database, one line of JSON each, in the folder of the backups: whoever writes the trail anew
 * would have to change this file too, and every copy somebody took of it. It is only ever appended to.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { TrailRoot } from '#domain/trail/trail-link.ts'
import { makeFolder } from '#server/files/make-folder.ts'

export const rootFileIn = (backupDir: string): string => path.join(backupDir, 'trail-roots.ndjson')

export function keepRoot(backupDir: string, root: TrailRoot): void {
  makeFolder(backupDir)
  appendFileSync(rootFileIn(backupDir), `${JSON.stringify(root)}\n`, { mode: 0o600 })
}

const isRoot = (value: unknown): value is TrailRoot => {
  if (typeof value !== 'object' || value === null) return false
  const { num, atMs, inc, prev, heads, hash } = value as Record<string, unknown>
  return [num, atMs].every(Number.isSafeInteger) && [inc, prev, heads, hash].every((text) => typeof text === 'string')
}

function readLine(line: string): TrailRoot | null {
  try {
    const value: unknown = JSON.parse(line)
    return isRoot(value) ? value : null
  } catch {
    return null
  }
}

export interface KeptRoots {
  readonly roots: readonly TrailRoot[]
  /** Lines that cannot be read: what a cut left, or somebody's hand. */
  readonly unreadable: number
}

/** Nothing where there is no such file. */
export function readRoots(file: string): KeptRoots {
  const lines = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : []
  const roots = lines.map(readLine).filter((root) => root !== null)
  return { roots, unreadable: lines.length - roots.length }
}
