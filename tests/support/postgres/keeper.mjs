// Keeps one PostgreSQL for the tests: makes its data folder, starts it, says where it listens, and ends it with all
// it made when its own input closes. A test runner that is killed closes that input too, so nothing is left running.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'

const { programs, folder, tools, password } = JSON.parse(process.argv[2] ?? '{}')
const [data, sockets, secret] = ['data', 's', 'password'].map((name) => path.join(folder, name))
const isWindows = process.platform === 'win32'
const READY = 'ready to accept connections'
const env = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C', TZ: 'UTC' }

const program = (/** @type {string} */ name) => path.join(programs, isWindows ? `${name}.exe` : name)

/** initdb and postgres refuse to run as root: somebody without rights does it, whoever this machine lets us be. */
function whoRuns() {
  if (process.getuid?.() !== 0) return {}
  const candidates = [65534, 1000, 1]
  const uid = candidates.find(
    (id) => spawnSync(program('postgres'), ['--version'], { uid: id, gid: id, env }).status === 0,
  )
  if (uid === undefined) throw new Error('as root: no other user can run PostgreSQL on this machine')
  return { uid, gid: uid }
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const who = whoRuns()
const port = isWindows ? await freePort() : 5432

function makeCluster() {
  for (const at of [data, sockets]) mkdirSync(at, { mode: 0o700, recursive: true })
  writeFileSync(secret, password, { mode: 0o600 })
  if (who.uid !== undefined) for (const at of [folder, data, sockets, secret]) chownSync(at, who.uid, who.gid)
  const args = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '-A', 'scram-sha-256', '--no-sync']
  const made = spawnSync(program('initdb'), [...args, `--pwfile=${secret}`], {
    ...who,
    env,
    cwd: folder,
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error}`)
}

/** @type {{ kill: (signal: string) => void, once: (event: string, tell: (code: number) => void) => void, exitCode: number | null } | undefined} */
let server

/** @param {readonly string[]} [more] @returns {Promise<void>} */
function start(more = []) {
  const options = isWindows
    ? ['-c', 'listen_addresses=127.0.0.1']
    : ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${sockets}`]
  const sizes = ['-c', 'max_connections=200', '-c', 'shared_buffers=32MB', '-c', 'autovacuum=off']
  const child = spawn(program('postgres'), ['-D', data, '-p', String(port), ...options, ...sizes, ...more], {
    ...who,
    env,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  server = child
  return new Promise((resolve, reject) => {
    let log = ''
    child.stderr.setEncoding('utf8')
    child.stderr.on('data', (text) => {
      log = (log + text).slice(-4000)
      if (log.includes(READY)) resolve()
    })
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`postgres ended with ${code}: ${log}`)))
  })
}

/** SIGQUIT ends at once without writing anything back, like a crash; SIGINT ends in order. */
function end(/** @type {NodeJS.Signals} */ signal) {
  const child = server
  if (!child || child.exitCode !== null) return Promise.resolve()
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  return ended
}

// Nobody may be listening any more; what was made is taken away all the same.
process.stdout.on('error', () => undefined)
const say = (/** @type {object} */ message) => process.stdout.write(`${JSON.stringify(message)}\n`)

async function finish() {
  await end('SIGQUIT')
  for (const made of [folder, tools]) rmSync(made, { recursive: true, force: true, maxRetries: 5 })
  process.exit(0)
}

try {
  makeCluster()
  await start()
  say({ host: isWindows ? '127.0.0.1' : sockets, port })
} catch (error) {
  say({ error: String(error) })
  await finish()
}

const lines = createInterface({ input: process.stdin })
lines.on('close', () => void finish())
const orders = {
  crash: async () => {
    await end('SIGQUIT')
    await start()
  },
  /** As an operator recovers a backup to a point in time: from an archive that has nothing more. */
  recover: async () => {
    await end('SIGINT')
    writeFileSync(path.join(data, 'recovery.signal'), '')
    await start(['-c', 'restore_command=false'])
  },
}
async function obey(line) {
  if (line !== 'crash' && line !== 'recover') return
  await orders[line]()
  say({ done: line })
}
lines.on('line', (line) => void obey(line))
