// What a phone on a slow network has to fetch, held to the figures of the project: the JavaScript of the first
// screen, and everything the service worker stores for offline use. Sizes are compressed, as they travel.
// The first screen is the entry with its static imports, and the lazy chunks that a signed-in commune asks for before
// its list of tasks is drawn (FIRST_SCREEN_CHUNKS, as seen in a browser; decision 0006).
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { inProject } from './project.mjs'

const KILOBYTE = 1000
export const FIRST_SCREEN_LIMIT = 165 * KILOBYTE
/** A request each, and each waits for the disk of a slow phone. */
export const FIRST_SCREEN_FILES = 12
export const PRECACHE_LIMIT = 1500 * KILOBYTE
/** Client code of sync with its protocol and merge, without Dexie and what is loaded with the first photo. */
export const SYNC_LIMIT = 12 * KILOBYTE

/** Source files of the lazy chunks that a commune's cold start at `/` asks for, in Vietnamese. */
const FIRST_SCREEN_CHUNKS = ['src/app/draw-app.tsx', 'src/features/today/today-screen.tsx', 'locales/vi/today.json']

const ALREADY_COMPRESSED = /\.(png|jpg|jpeg|webp|avif|woff2|gz|br)$/

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[] }} Chunk */

/** Files of the chunks and of all their static imports. @param {Record<string, Chunk>} manifest @param {readonly string[]} roots */
export function staticClosure(manifest, roots) {
  const seen = new Set()
  const open = [...roots]
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (seen.has(key)) continue
    seen.add(key)
    open.push(...(manifest[key]?.imports ?? []))
  }
  return [...seen].flatMap((key) => manifest[key]?.file ?? []).sort()
}

/** Addresses in the list that workbox wrote into the service worker. @param {string} workerSource */
export function precachedUrls(workerSource) {
  const urls = [...workerSource.matchAll(/\{[^{}]*?"?\burl"?:\s*["'`]([^"'`]+)["'`][^{}]*\}/g)]
  return [...new Set(urls.filter(([entry]) => /\brevision\b/.test(entry)).map((match) => match[1] ?? ''))].sort()
}

/** @param {string} file below dist */
function compressedSize(file) {
  const content = readFileSync(inProject('dist', file))
  return ALREADY_COMPRESSED.test(file) ? content.length : gzipSync(content, { level: 9 }).length
}

/** @param {string} title @param {readonly string[]} files @param {number} limit @param {number} [mostFiles] */
function measure(title, files, limit, mostFiles = Number.POSITIVE_INFINITY) {
  const rows = files.map((file) => ({ file, size: compressedSize(file) })).sort((a, b) => b.size - a.size)
  const total = rows.reduce((sum, row) => sum + row.size, 0)
  return { title, rows, total, limit, isMet: files.length > 0 && files.length <= mostFiles && total <= limit }
}

const inKilobytes = (/** @type {number} */ bytes) => `${(bytes / KILOBYTE).toFixed(1)} kB`

/** @param {ReturnType<typeof measure>} budget */
function print({ title, rows, total, limit, isMet }, shown = 12) {
  console.log(
    `\n${title}: ${inKilobytes(total)} of ${inKilobytes(limit)} in ${rows.length} files — ${isMet ? 'met' : 'MISSED'}`,
  )
  for (const row of rows.slice(0, shown)) console.log(`  ${inKilobytes(row.size).padStart(10)}  ${row.file}`)
  if (rows.length > shown)
    console.log(
      `  ${inKilobytes(rows.slice(shown).reduce((sum, row) => sum + row.size, 0)).padStart(10)}  ${rows.length - shown} smaller files`,
    )
}

export function measureBudgets() {
  const manifestFile = inProject('dist', '.vite', 'manifest.json')
  const workerFile = inProject('dist', 'service-worker.js')
  for (const file of [manifestFile, workerFile])
    if (!existsSync(file)) throw new Error(`${file} is missing: build first`)
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
  // The rescue page is an entry too, and no part of the app.
  const entries = ['index.html']
  const unknown = [...entries, ...FIRST_SCREEN_CHUNKS].filter((key) => !manifest[key])
  if (unknown.length > 0) throw new Error(`no chunk of its own any more: ${unknown.join(', ')}`)
  const firstScreen = staticClosure(manifest, [...entries, ...FIRST_SCREEN_CHUNKS]).filter((file) =>
    file.endsWith('.js'),
  )
  const precache = precachedUrls(readFileSync(workerFile, 'utf8'))
  const missing = precache.filter((url) => !existsSync(inProject('dist', url)))
  if (missing.length > 0) throw new Error(`precached but not built: ${missing.join(', ')}`)
  return [
    measure('JavaScript for the first screen (gzip)', firstScreen, FIRST_SCREEN_LIMIT, FIRST_SCREEN_FILES),
    measure('Whole precache (compressed)', precache, PRECACHE_LIMIT),
  ]
}

/** Where the app puts the client's side of sync together: what this file takes from `#sync` is what a device syncs with. */
const NETWORK_PARTS = 'src/app/session/network-parts.ts'
const CLIENT_SYNC = 'virtual:client-sync'

/** What a source file takes from `#sync`, as exports of one module. @param {string} source */
export function syncExports(source) {
  const imports = [...source.matchAll(/^import \{([^}]*)\} from '#sync\/([^']+)'/gm)]
  return imports.map(([, names = '', file = '']) => {
    const values = names.split(',').filter((name) => name.trim() !== '' && !/^\s*type\s/.test(name))
    return `export {${values.join()}} from ${JSON.stringify(inProject('src', 'sync', file))}`
  })
}

/** Bundles what a device syncs with, and nothing else, in memory. */
export async function measureClientSync() {
  const entry = syncExports(readFileSync(inProject(NETWORK_PARTS), 'utf8')).join('\n')
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: inProject('.'),
    plugins: [
      {
        name: CLIENT_SYNC,
        resolveId: (id) => (id === CLIENT_SYNC ? id : null),
        load: (id) => (id === CLIENT_SYNC ? entry : null),
      },
    ],
    build: {
      write: false,
      target: 'chrome111',
      modulePreload: false,
      rolldownOptions: {
        input: CLIENT_SYNC,
        preserveEntrySignatures: 'strict',
        external: [/^dexie/, 'tus-js-client', 'fflate'],
      },
    },
  })
  const chunks =
    'output' in built ? built.output.flatMap((one) => (one.type === 'chunk' && one.isEntry ? [one] : [])) : []
  const rows = chunks.map(({ fileName, code }) => ({ file: fileName, size: gzipSync(code, { level: 9 }).length }))
  const total = rows.reduce((sum, row) => sum + row.size, 0)
  const title = 'Client side of sync without Dexie (gzip)'
  return { title, rows, total, limit: SYNC_LIMIT, isMet: total > 0 && total <= SYNC_LIMIT }
}

async function main() {
  const budgets = [...measureBudgets(), await measureClientSync()]
  for (const budget of budgets) print(budget)
  if (budgets.some((budget) => !budget.isMet)) process.exit(1)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main()
