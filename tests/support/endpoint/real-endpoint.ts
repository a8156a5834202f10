/**
 * The endpoint as a process of its own, built the way it ships, for tests that kill it, trace it or look at what it
 * leaves on the disk. It is built once for one state of the sources, into the cache folder.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { digestOf } from '../../../scripts/digest.mjs'
import { cacheFolder, environment, inProject } from '../../../scripts/project.mjs'

const SOURCES = ['src/server', 'src/domain', 'src/protocol', 'locales', 'package-lock.json', 'vite.config.ts']
const START = `import { main } from './main.js'\nawait main()\n`
const ADDRESS = /(https?:\/\/[\d.]+:\d+)/

const PREFIX = 'endpoint-for-tests-'
const KEPT_MS = 24 * 60 * 60_000

/** Builds of sources that are no longer these. */
function forgetOldBuilds(): void {
  for (const name of readdirSync(cacheFolder)) {
    const folder = path.join(cacheFolder, name)
    if (name.startsWith(PREFIX) && Date.now() - statSync(folder).mtimeMs > KEPT_MS) rmSync(folder, { recursive: true })
  }
}

/** The file that starts the endpoint. */
export function builtEndpoint(): string {
  const folder = path.join(cacheFolder, `${PREFIX}${digestOf(SOURCES).slice(0, 16)}`)
  if (!existsSync(folder)) {
    mkdirSync(cacheFolder, { recursive: true })
    forgetOldBuilds()
    const unfinished = mkdtempSync(path.join(cacheFolder, 'endpoint-unfinished-'))
    const args = ['build', '--ssr', 'src/server/main.ts', '--outDir', unfinished, '--logLevel', 'error']
    // A build must not take itself for a test.
    const env = { ...environment, VITEST: undefined, NODE_ENV: undefined } as NodeJS.ProcessEnv
    execFileSync(process.execPath, [inProject('node_modules/vite/bin/vite.js'), ...args], { cwd: inProject(), env })
    writeFileSync(path.join(unfinished, 'start.mjs'), START)
    if (existsSync(folder)) rmSync(unfinished, { recursive: true })
    else renameSync(unfinished, folder)
  }
  return path.join(folder, 'start.mjs')
}

export interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

export class RealEndpoint {
  readonly process: ChildProcess
  readonly ended: Promise<Ending>
  /** Everything it said, log included. */
  said = ''

  constructor(env: Readonly<Record<string, string>>, before: readonly string[] = []) {
    const [program, ...rest] = [...before, process.execPath, builtEndpoint()]
    const all = { ...environment, NODE_ENV: 'production', PORT: '0', SOTAY_DEMO: '0', ...env }
    this.process = spawn(program ?? process.execPath, rest, { env: all, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.said += chunk.toString()
      })
    this.ended = once(this.process, 'exit').then(([code, signal]) => ({ code, signal }) as Ending)
  }

  /** Its address once it listens; what it said where it ended instead. */
  async address(): Promise<string> {
    for (let i = 0; i < 1500; i++) {
      const found = ADDRESS.exec(this.said)?.[1]
      if (found !== undefined) return found
      if (this.process.exitCode !== null || this.process.signalCode !== null) break
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    throw new Error(`the endpoint does not listen: ${this.said}`)
  }

  async end(signal: NodeJS.Signals): Promise<Ending> {
    if (this.process.exitCode === null && this.process.signalCode === null) this.process.kill(signal)
    return this.ended
  }
}
