/** The program: reads the environment, starts the endpoint with the built app, and says how to get in. */
import { existsSync } from 'node:fs'
import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { createEndpoint, type Endpoint } from './create-endpoint.ts'
import { explainStart } from './explain-start.ts'
import { sayInvitation } from './recovery/recover-command.ts'
import { PlaceSettingError } from './places/place-fault.ts'
import type { DemoAccount } from './seed/demo-accounts.ts'
import { checkFolders, readSettings, type Settings } from './settings.ts'

const CLIENT_DIR = 'dist'
/** Requests under way get this long before the process ends anyway. */
const GRACE_MS = 5000

const say = (text: string): void => void process.stdout.write(`${text}\n`)

function tableOf(accounts: readonly DemoAccount[]): string {
  const width = Math.max(...accounts.map(({ username }) => username.length))
  return accounts.map(({ username, displayName }) => `  ${username.padEnd(width)}  ${displayName}`).join('\n')
}

function announce(address: string, accounts: readonly DemoAccount[]): void {
  say(`\nSổ tay ISO xã: ${address}`)
  const [first] = accounts
  if (!first) return
  say('\nTài khoản dùng thử (dữ liệu minh họa) / Demonstration accounts (illustrative data):')
  say(tableOf(accounts))
  say(`\nMật khẩu chung / Password for all of them: ${first.password}\n`)
}

/** Whoever asks twice is in a hurry: the second signal ends at once. Every commit is on the disk already. */
function endGracefully(endpoint: Endpoint): void {
  let isEnding = false
  const end = (): void => {
    if (isEnding) process.exit(0)
    isEnding = true
    setTimeout(() => process.exit(0), GRACE_MS).unref()
    void endpoint.close().then(() => process.exit(0))
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}

/** The demonstration is Lạng Sơn's; what was meant for another province is not quietly passed over. */
function checkPlaces({ demo, province, placesFile }: Settings): void {
  if (demo && (province ?? placesFile) !== undefined)
    throw new PlaceSettingError('SOTAY_PROVINCE, SOTAY_PLACES: SOTAY_DEMO=0')
}

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 0 && port < 65_536

async function startEndpoint(settings: Settings): Promise<void> {
  const { port, host, ...installation } = settings
  if (!isPort(port)) throw new RangeError('PORT: 0–65535')
  if (!isPort(settings.redirectPort ?? 0)) throw new RangeError('SOTAY_REDIRECT_PORT: 0–65535')
  checkFolders(settings)
  checkPlaces(settings)
  const client = existsSync(`${CLIENT_DIR}/index.html`) ? { clientDir: CLIENT_DIR } : {}
  const endpoint = await createEndpoint({
    ...installation,
    logger: { level: process.env.SOTAY_LOG ?? 'warn' },
    ...client,
  })
  try {
    const address = await endpoint.listen(port, host)
    endGracefully(endpoint)
    announce(address, endpoint.demoAccounts)
    if (endpoint.administrator) say(`\n${sayInvitation(endpoint.administrator, address)}\n`)
  } catch (error) {
    await endpoint.close()
    throw error
  }
}

/** Collects when the heap has grown by this many per cent and not when it has doubled: an office's machine is small. */
const FRUGAL = '--heap-growing-percent=30'

/** Files are for the owner of the process only: they hold hashes of passwords and what people wrote. */
const PRIVATE_FILES = 0o077

/** For a start that fails before its settings are read. */
const UNREAD = readSettings({})

export async function main(): Promise<void> {
  process.umask(PRIVATE_FILES)
  setFlagsFromString(FRUGAL)
  let settings = UNREAD
  try {
    settings = readSettings(process.env)
    await startEndpoint(settings)
  } catch (error) {
    process.stderr.write(`${explainStart(error, settings)}\n`)
    process.exitCode = 1
  }
}

/** `npm run move-to-postgres`; answers with the exit code. */
export async function moveToPostgres(args: readonly string[]): Promise<number> {
  const { runMove } = await import('./store/move/move-command.ts')
  return runMove(args, { say, env: process.env })
}

/** `npm run restore`; answers with the exit code. */
export async function restore(args: readonly string[]): Promise<number> {
  process.umask(PRIVATE_FILES)
  const { runRestore } = await import('./restore/restore-command.ts')
  return runRestore(args, { say, env: process.env })
}

/** `npm run verify-trail`; answers with the exit code. */
export async function verifyTrail(args: readonly string[]): Promise<number> {
  const { runVerifyTrail } = await import('./trail/verify-command.ts')
  return runVerifyTrail(args, { say, env: process.env })
}

/** `npm run recover-admin`; answers with the exit code. */
export async function recoverAdmin(args: readonly string[]): Promise<number> {
  process.umask(PRIVATE_FILES)
  const { runRecover } = await import('./recovery/recover-command.ts')
  return runRecover(args, { say, env: process.env })
}

/** `npm run compact`; answers with the exit code. */
export async function compact(args: readonly string[]): Promise<number> {
  process.umask(PRIVATE_FILES)
  const { runCompact } = await import('./care/compact-command.ts')
  return runCompact(args, { say, env: process.env, isRunning: isListening })
}

/** Whether something listens there. */
async function isListening(port: number): Promise<boolean> {
  const { connect } = await import('node:net')
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    const end = (isThere: boolean) => () => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once('connect', end(true)).once('error', end(false))
  })
}

/** `npm run import-form`; answers with the exit code. `sentences` say what is wrong with a form, by code. */
export async function importForm(
  args: readonly string[],
  sentences: Readonly<Record<string, string>>,
): Promise<number> {
  process.umask(PRIVATE_FILES)
  const { runImportForm } = await import('./form/import-form-command.ts')
  return runImportForm(args, { say, env: process.env, sentences, isRunning: isListening })
}
