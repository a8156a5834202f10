/** A PostgreSQL of the tests' own, from start to end. Its data lies in memory where the machine has room for that. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { findPostgres, type PostgresPrograms } from './find-postgres.ts'

const KEEPER = fileURLToPath(new URL('keeper.mjs', import.meta.url))
const ROOM_BYTES = 512 * 1024 * 1024
const MEMORY = '/dev/shm'

export interface PostgresCluster {
  readonly source: string
  /** Address of a database in it. */
  urlOf(database: string): string
  /** Ends it as a power cut would, and starts it again. */
  crash(): Promise<void>
  /** Ends it and starts it in recovery, as after a backup of its files was put back. */
  recover(): Promise<void>
  stop(): Promise<void>
}

interface Said {
  readonly error?: string
  readonly host?: string
  readonly port?: number
}

/** `fsync` stays on for the tests, and costs nothing in memory. */
function roomForData(): string {
  if (!existsSync(MEMORY)) return tmpdir()
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize > ROOM_BYTES ? MEMORY : tmpdir()
}

/** Whoever runs PostgreSQL has to get through. */
function openFolder(parent: string): string {
  const folder = mkdtempSync(path.join(parent, 'so-tay-pg-'))
  chmodSync(folder, 0o755)
  return folder
}

function findOrTidy(tools: string, folder: string): PostgresPrograms {
  try {
    return findPostgres(tools)
  } catch (error) {
    for (const made of [tools, folder]) rmSync(made, { recursive: true, force: true })
    throw error
  }
}

export async function startPostgres(): Promise<PostgresCluster> {
  const [tools, folder] = [openFolder(tmpdir()), openFolder(roomForData())]
  const programs = findOrTidy(tools, folder)
  const password = randomBytes(12).toString('hex')
  const task = JSON.stringify({ programs: programs.folder, folder, tools, password })
  // In a group of its own, so that a signal to ours does not keep it from tidying up.
  const keeper = spawn(process.execPath, [KEEPER, task], { stdio: ['pipe', 'pipe', 'inherit'], detached: true })
  const ended = new Promise((resolve) => keeper.once('exit', resolve))
  const said = createInterface({ input: keeper.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<Said> => JSON.parse(String((await said.next()).value)) as Said
  const order = async (name: string): Promise<void> => {
    keeper.stdin.write(`${name}\n`)
    await next()
  }
  const { error, host = '', port = 0 } = await next()
  if (error !== undefined) throw new Error(`The PostgreSQL in ${programs.folder} did not start: ${error}`)
  return {
    source: programs.source,
    urlOf: (database) => `postgres://postgres:${password}@${encodeURIComponent(host)}:${port}/${database}`,
    crash: () => order('crash'),
    recover: () => order('recover'),
    stop: async () => {
      keeper.stdin.end()
      await ended
    },
  }
}
