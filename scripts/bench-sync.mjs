// Gets what the bench of the sync compares with: the peers' packages, in a folder of their own under .cache, exactly as
// tests/bench/sync/peers locks them. They are no dependency of the product and never enter its node_modules. Their
// install scripts do not run: what is native among them comes ready-made.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { runNpm } from './child.mjs'
import { digestOf, dropStamp, isStamped, writeStamp } from './digest.mjs'
import { cacheFolder, inProject } from './project.mjs'

const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
const FILES = ['package.json', 'package-lock.json']
const INSTALL_LIMIT_MS = 10 * 60_000

/**
 * Also for other comparisons with somebody else's engine.
 * @param {string} from folder with the two files, inside the project
 * @param {string} to folder under .cache
 */
export async function installPeers(from = path.join('tests', 'bench', 'sync', 'peers'), to = 'bench-peers') {
  const folder = path.join(cacheFolder, to)
  const stamp = path.join(folder, 'node_modules', '.installed')
  const digest = digestOf(FILES.map((file) => path.join(from, file)))
  if (existsSync(stamp) && isStamped(stamp, digest)) return { ok: true }
  dropStamp(stamp)
  mkdirSync(folder, { recursive: true })
  for (const file of FILES) copyFileSync(inProject(from, file), path.join(folder, file))
  const options = { cwd: folder, timeout: INSTALL_LIMIT_MS }
  const exact = await runNpm(['ci', ...QUIET], options)
  const { ok } = exact.ok ? exact : await runNpm(['install', '--no-save', ...QUIET], options)
  if (ok) writeStamp(stamp, digest)
  return { ok }
}
