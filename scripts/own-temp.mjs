// What tests put among the temporary files (profiles, databases, what a browser leaves) goes with the run, whoever forgot it.
import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const MEMORY = '/dev/shm'
const ENOUGH_BYTES = 6 * 2 ** 30

/** Linux keeps a folder in memory. Browser profiles in it spare a tenth and more of a run that kills and copies them. */
export function memoryFolder() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= ENOUGH_BYTES ? MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}

/**
 * @template T
 * @param {(env: Record<string, string>) => Promise<T>} run is handed the environment to give to what it starts
 * @returns {Promise<T>}
 * @param {string} [parent]
 */
export async function inOwnTemp(run, parent = tmpdir()) {
  const folder = mkdtempSync(path.join(parent, 'so-tay-run-'))
  // PostgreSQL, which runs under a name of its own where we are root, has to get through.
  chmodSync(folder, 0o711)
  try {
    return await run({ TMPDIR: folder, TMP: folder, TEMP: folder })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
