// The app put on a device once for each worker of a run, so that a device whose story begins with a sign-in need not fetch
// and store every file of it again: that takes five seconds of a processor. What belongs to the first visit is tested on
// devices that are `new` (see `pwa.test.ts`). The app belongs to an address, so each worker's endpoints keep one port.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import path from 'node:path'
import process from 'node:process'
import { chromium } from '@playwright/test'
import { freePort, isFree } from '../../../scripts/free-port.mjs'
import { browserArguments } from './browser-arguments.ts'
import { templateFolder } from './template-folder.ts'

const folderOf = (worker: string): string => `${templateFolder()}-app-${worker}`
const worker = (): string => process.env.TEST_PARALLEL_INDEX ?? '0'
const portFile = (of: string): string => path.join(folderOf(of), 'port-of-the-app')

/** Two addresses are prepared: the endpoint's own, and that of a proxy before it. */
const PLACES = ['endpoint', 'proxy'] as const
type Place = (typeof PLACES)[number]
type Ports = Record<Place, number>

/** A port at which this worker's devices know the app; any free one where none was prepared or somebody listens there. */
export async function portOfApp(place: Place): Promise<number> {
  if (!existsSync(portFile(worker()))) return freePort()
  const port = (JSON.parse(readFileSync(portFile(worker()), 'utf8')) as Ports)[place]
  return (await isFree(port)) ? port : freePort()
}

/** Puts the app onto a device that has not been opened yet. */
export function giveApp(folder: string): void {
  if (existsSync(portFile(worker()))) cpSync(folderOf(worker()), folder, { recursive: true })
}

/** Passes everything on: the same endpoint at one more address. */
async function alsoAt(port: number, target: number): Promise<() => void> {
  const server = createServer((socket) => {
    const further = connect(target, '127.0.0.1')
    const end = () => [socket, further].forEach((one) => one.destroy())
    socket.on('error', end).on('close', end)
    further.on('error', end).on('close', end)
    socket.pipe(further).pipe(socket)
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  return () => void server.close()
}

/** The files of the app and nothing else: whatever a first visit wrote down goes again. */
async function installOn(folder: string, addresses: readonly string[]): Promise<void> {
  const executablePath = process.env.CHROME_PATH
  const context = await chromium.launchPersistentContext(folder, {
    headless: true,
    args: [...browserArguments],
    ...(executablePath ? { executablePath } : {}),
  })
  const page = context.pages()[0] ?? (await context.newPage())
  for (const address of addresses) {
    await page.goto(address)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.goto(`${address}/icon-512.png`)
    await page.evaluate(async () => {
      localStorage.clear()
      for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name)
    })
  }
  await context.close()
}

function forgetApps(): void {
  const [parent, prefix] = [path.dirname(templateFolder()), path.basename(folderOf(''))]
  for (const name of readdirSync(parent).filter((one) => one.startsWith(prefix)))
    rmSync(path.join(parent, name), { recursive: true, force: true })
}

/** From an endpoint that is running. A run with one worker (a bench, one test looked at) begins on devices that are new. */
export async function prepareApps(workers: number, endpoint: number): Promise<void> {
  forgetApps()
  if (workers === 1) return
  for (let index = 0; index < workers; index++) {
    const folder = folderOf(String(index))
    const ports: Ports = { endpoint: await freePort(), proxy: await freePort() }
    const closings = await Promise.all(PLACES.map((place) => alsoAt(ports[place], endpoint)))
    await installOn(
      folder,
      PLACES.map((place) => `http://127.0.0.1:${ports[place]}`),
    )
    for (const close of closings) close()
    writeFileSync(portFile(String(index)), JSON.stringify(ports))
  }
}
