/**
 * `npm run bench:endpoint`: the built endpoint in one process, the devices in another, real HTTP between them. It prints
 * every sample and the settings, and ends with 1 when a gate is missed. Run by scripts/bench-endpoint.mjs, which builds.
 */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { EndpointProcess } from './endpoint-process.ts'
import { gatesOf } from './gates.ts'
import { comeBack, firstSync, type FirstSyncRun, ingest, type IngestRun, type ReturnRun } from './phases.ts'
import { slowLine, worseLine } from './slow-line.ts'
import { prepareWorld } from './world.ts'

const RUNS = 3
const BACK_OPS = 5
/** Devices kept out of the return, for the ingest: so many, so many pushes each, so many operations a push. */
const PUSHERS = { devices: 200, pushes: 5, perPush: 50 }

interface Results {
  readonly back: ReturnRun
  readonly firstSyncs: Readonly<Record<'bench line' | 'worse line', FirstSyncRun>>
  readonly ingests: readonly IngestRun[]
  readonly small: IngestRun
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** In the process of the devices: fills the folder, then waits to be told the address. */
async function generate(folder: string, backups: string): Promise<void> {
  const world = await prepareWorld(folder, backups)
  process.send?.({ ready: true, devices: world.devices.length, monitored: world.monitored })
  const address = await new Promise<string>((resolve) => process.once('message', (text) => resolve(String(text))))
  const firstSyncs = {
    'bench line': await firstSync(address, world.monitor, slowLine),
    'worse line': await firstSync(address, world.monitor, worseLine),
  }
  const back = await comeBack(address, world.devices, BACK_OPS)
  process.send?.({ isBack: true })
  const { devices, pushes, perPush } = PUSHERS
  const pushers = world.devices.slice(0, devices)
  const ingests: IngestRun[] = []
  for (let run = 0; run < RUNS; run++)
    ingests.push(await ingest(address, pushers, { pushes, perPush, firstN: BACK_OPS + 1 + run * pushes * perPush }))
  const small = await ingest(address, pushers, {
    pushes: 20,
    perPush: 5,
    firstN: BACK_OPS + 1 + RUNS * pushes * perPush,
  })
  process.send?.({ results: { back, firstSyncs, ingests, small } satisfies Results })
  process.disconnect()
}

const wait = <T>(child: ReturnType<typeof fork>, key: string): Promise<T> =>
  new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && message !== null && key in message) resolve(message as T)
    })
    child.once('exit', (code) => reject(new Error(`the generator ended with ${code}`)))
  })

const figures = (run: object): string =>
  JSON.stringify(run, (_key, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))

async function measure(program: string, folder: string): Promise<boolean> {
  const [data, backups] = [path.join(folder, 'data'), path.join(folder, 'backups')]
  const child = fork(fileURLToPath(import.meta.url), ['generate', data, backups])
  const ready = await wait<{ devices: number; monitored: { communes: number; operations: number } }>(child, 'ready')
  const env = { SOTAY_DATA: data, SOTAY_BACKUPS: backups, SOTAY_JOURNAL: path.join(folder, 'journal'), SOTAY_DEMO: '0' }
  const endpoint = await EndpointProcess.start(program, env)
  say(
    `settings: ${availableParallelism()} cores (${cpus()[0]?.model ?? '?'}), Node ${process.versions.node}, SQLite WAL, synchronous=FULL,`,
  )
  say(
    `  shared commits of 5 ms, journal on, gzip both ways, ${PUSHERS.devices} pushers, 48 connections kept alive, no TLS`,
  )
  say(`  2G: ${figures(slowLine)}; worse: ${figures(worseLine)} (bits per second, ms; 700 bytes of headers a request)`)
  say(
    `world: ${ready.devices} devices, monitor of ${ready.monitored.communes} communes with ${ready.monitored.operations} operations`,
  )
  say(`memory after the start: ${figures(endpoint.memory())}`)
  try {
    child.send(endpoint.address)
    const told = wait<{ results: Results }>(child, 'results')
    await wait(child, 'isBack')
    const backCpu = endpoint.cpuSeconds()
    say(`memory after everybody came back: ${figures(endpoint.memory())}, processor ${backCpu} s`)
    const { results } = await told
    const { back, firstSyncs, ingests, small } = results
    for (const [name, run] of Object.entries(firstSyncs)) say(`first sync of the monitor, ${name}: ${figures(run)}`)
    say(`back online: ${figures(back)}`)
    for (const run of ingests) say(`ingest: ${figures(run)}`)
    say(`ingest of small pushes (no gate): ${figures(small)}`)
    say(`processor of the endpoint during the ingests: ${(endpoint.cpuSeconds() - backCpu).toFixed(1)} s`)
    const memory = endpoint.memory()
    say(`memory: ${figures(memory)}`)
    const expected = { devices: ready.devices, operations: ready.devices * BACK_OPS }
    const gates = gatesOf(ingests, back, expected, firstSyncs['worse line'], memory.peakMiB)
    for (const { name, is, limit, isMet } of gates) say(`${isMet ? '✔' : '✘'} ${name}: ${is} (${limit})`)
    return gates.every(({ isMet }) => isMet)
  } finally {
    const code = await endpoint.stop()
    if (code !== 0) say(`the endpoint ended with ${code}`)
  }
}

async function run(program: string): Promise<void> {
  const folder = mkdtempSync(path.join(process.env.SOTAY_BENCH_FOLDER ?? process.cwd(), 'bench-endpoint-'))
  try {
    process.exitCode = (await measure(program, folder)) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const [role = '', first = '', second = ''] = process.argv.slice(2)
if (role === 'generate') await generate(first, second)
else await run(role)
