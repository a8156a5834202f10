// What tests put among the temporary files (profiles, databases, what a browser leaves) goes with the run, whoever forgot it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * @template T
 * @param {(env: Record<string, string>) => Promise<T>} run is handed the environment to give to what it starts
 * @returns {Promise<T>}
 */
export async function inOwnTemp(run) {
  const folder = mkdtempSync(path.join(tmpdir(), 'so-tay-run-'))
  // PostgreSQL, which runs under a name of its own where we are root, has to get through.
  chmodSync(folder, 0o711)
  try {
    return await run({ TMPDIR: folder, TMP: folder, TEMP: folder })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
