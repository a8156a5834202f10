// Completes package-lock.json with the native packages of the platforms this machine does not have.
// A lock made where the registry carries only some platforms lacks the others' entries, and `npm ci` then refuses
// ("Missing … from lock file"). Run it after every change of a dependency: `node scripts/complete-lock.mjs`.
// The added entries have no integrity hash; npm fills it in on a machine with the full registry.
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'win32', 'openharmony', 'openbsd', 'netbsd', 'sunos', 'aix']
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'mips64el', 'wasm32']
const ALSO_CALLED = { windows: 'win32', macos: 'darwin', armv7: 'arm', armeabi: 'arm' }

/** The one optional package whose name tells neither system nor processor. */
const MACOS_ONLY = 'fsevents'

const EXACT_VERSION = /^\d+\.\d+\.\d+(-[\w.]+)?$/

/** Words of `@oxlint/binding-linux-arm-musleabihf`, with the platforms called as npm calls them. @param {string} name */
const wordsOf = (name) => name.split(/[/-]/).map((word) => ALSO_CALLED[word] ?? word)

/** What npm would write as `os`, `cpu` and `libc`, read off the package's name. @param {string} name */
export function platformOf(name) {
  if (name === MACOS_ONLY) return { os: ['darwin'] }
  const words = wordsOf(name)
  const os = SYSTEMS.find((system) => words.includes(system))
  const cpu = PROCESSORS.find((processor) => words.includes(processor))
  const isMusl = words.some((word) => word.startsWith('musl'))
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }), ...(isMusl && { libc: ['musl'] }) }
}

/** Is the package found from `at`, looking upwards as Node does? @param {Record<string, unknown>} packages */
function isLocked(packages, /** @type {string} */ at, /** @type {string} */ name) {
  for (let folder = at; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('node_modules/') - 1, 0))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (folder === '') return false
  }
}

/** `~2.3.2` of fsevents is the only range among them; its lowest version is a right answer. @param {string} range */
const versionFor = (range) => range.replace(/^[~^]/, '')

/** @param {{ packages: Record<string, any> }} lock @returns {{ lock: { packages: Record<string, any> }, added: string[], unknown: string[] }} */
export function completeLock(lock) {
  const packages = { ...lock.packages }
  const added = /** @type {string[]} */ ([])
  const unknown = /** @type {string[]} */ ([])
  for (const [at, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isLocked(packages, at, name)) continue
      const version = versionFor(range)
      if (!EXACT_VERSION.test(version)) {
        unknown.push(`${name}@${range}`)
        continue
      }
      packages[`node_modules/${name}`] = {
        version,
        ...(entry.dev && { dev: true }),
        optional: true,
        ...platformOf(name),
      }
      added.push(name)
    }
  }
  const inOrder = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  return { lock: { ...lock, packages: Object.fromEntries(inOrder) }, added, unknown }
}

function main(file = 'package-lock.json') {
  const { lock, added, unknown } = completeLock(JSON.parse(readFileSync(file, 'utf8')))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${file}: ${added.length} entries added`)
  if (unknown.length === 0) return
  console.error(`no exact version known for: ${unknown.join(', ')}`)
  process.exit(1)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv[2])
