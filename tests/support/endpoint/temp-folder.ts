/**
 * Folders for tests, removed when the tests of the file have finished. Not sooner: the upload library makes its
 * folder in the background, and throws where nobody can catch it when the folder above has gone.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll } from 'vitest'

const UNTIL_IDLE_MS = 50
const folders: string[] = []

afterAll(async () => {
  if (folders.length > 0) await pause(UNTIL_IDLE_MS)
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

/** One inside another, because an installation keeps its backups beside its folder. */
export function tempFolder(): string {
  const outer = mkdtempSync(path.join(tmpdir(), 'so-tay-'))
  folders.push(outer)
  const folder = path.join(outer, 'data')
  mkdirSync(folder)
  return folder
}
