/**
 * Makes a folder with everything above it, for its owner only. Not `mkdir` with `recursive`, because that never comes
 * back where the system refuses a folder with "not found" (below /proc, for instance), and the start would hang.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

const PRIVATE = 0o700

export function makeFolder(folder: string): void {
  const missing: string[] = []
  let at = path.resolve(folder)
  for (; !existsSync(at) && path.dirname(at) !== at; at = path.dirname(at)) missing.unshift(at)
  if (!statSync(at).isDirectory()) throw Object.assign(new Error(`${at} is no folder`), { code: 'ENOTDIR' })
  for (const one of missing) if (!existsSync(one)) mkdirSync(one, { mode: PRIVATE })
}
