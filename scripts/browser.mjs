// Finds a Chromium for the browser tests, and gets one when the machine has none: CHROME_PATH, then an installed
// Chrome, Chromium or Edge, then Debian's package when we may install it, then the Chromium that lives in an npm
// package (scripts/browser, own lock file, Linux x64). A candidate counts only when it really starts.
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { run, runNpm } from './child.mjs'
import { environment, inProject } from './project.mjs'

const INSTALL_LIMIT_MS = 15 * 60_000
const VERSION_LIMIT_MS = 30_000

const isWindows = process.platform === 'win32'

function installedPlaces() {
  if (isWindows) {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? [])
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ]
    return roots.flatMap((root) => programs.map((program) => path.join(root, program)))
  }
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  const names = [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
  ]
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name)))
}

/** On Windows `--version` opens a window, so there the file's presence has to do. @param {string} program */
async function doesStart(program) {
  if (!existsSync(program)) return false
  if (isWindows) return true
  const { ok } = await run(program, ['--version'], { quiet: true, timeout: VERSION_LIMIT_MS })
  return ok
}

async function installedBrowser() {
  for (const place of installedPlaces()) if (await doesStart(place)) return place
  return undefined
}

/** Debian and Ubuntu, as root only: nothing here asks for a password. */
async function debianBrowser() {
  const mayInstall = existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
  if (!mayInstall) return undefined
  console.log('Cài Chromium bằng apt-get… / installing Chromium with apt-get…')
  const options = { quiet: true, timeout: INSTALL_LIMIT_MS, env: { DEBIAN_FRONTEND: 'noninteractive' } }
  const get = () => run('/usr/bin/apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options)
  const isInstalled = (await get()).ok || ((await run('/usr/bin/apt-get', ['update'], options)).ok && (await get()).ok)
  return isInstalled ? installedBrowser() : undefined
}

/**
 * The package carries the system libraries Chromium needs, but unpacks them only where it believes to run on AWS
 * Lambda; it says where by setting LD_LIBRARY_PATH and FONTCONFIG_PATH of this process, which the browser must get.
 */
async function packagedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const folder = inProject('scripts', 'browser')
  const entry = path.join(folder, 'node_modules', '@sparticuz', 'chromium', 'build', 'esm', 'index.js')
  if (!existsSync(entry)) {
    console.log('Tải Chromium từ npm… / getting Chromium from npm…')
    await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, timeout: INSTALL_LIMIT_MS })
    if (!existsSync(entry)) return undefined
  }
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  const { default: chromium } = await import(pathToFileURL(entry).href)
  const program = await chromium.executablePath()
  for (const name of ['LD_LIBRARY_PATH', 'FONTCONFIG_PATH'])
    if (process.env[name]) environment[name] = process.env[name]
  return (await doesStart(program)) ? program : undefined
}

/** SOTAY_BROWSER=package skips the machine's own browsers, to try what a bare machine would use. */
const sources = () => {
  const isPackageAsked = process.env.SOTAY_BROWSER === 'package'
  return isPackageAsked ? [packagedBrowser] : [installedBrowser, debianBrowser, packagedBrowser]
}

/** Puts the browser's path into CHROME_PATH for the tools that follow. */
export async function provideBrowser() {
  const asked = process.env.CHROME_PATH
  if (asked && (await doesStart(asked))) return { ok: true, output: asked }
  if (asked)
    console.warn(`CHROME_PATH (${asked}) không chạy được, tìm trình duyệt khác. / does not start, looking further.`)
  for (const source of sources()) {
    const program = await source().catch((error) => {
      console.warn(String(error))
    })
    if (program) {
      environment.CHROME_PATH = program
      return { ok: true, output: program }
    }
  }
  return { ok: false, output: '' }
}
