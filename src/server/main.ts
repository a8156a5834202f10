/** The program: reads the environment, starts the endpoint with the built app, and says how to get in. */
import { existsSync } from 'node:fs'
import process from 'node:process'
import { createEndpoint, type Endpoint } from './create-endpoint.ts'
import type { DemoAccount } from './seed/demo-accounts.ts'
import { NewerStoreError } from './store/newer-store-error.ts'
import { UnsafeSqliteError } from './store/open-store.ts'
import { UnusableDatabaseError } from './store/unusable-database-error.ts'

interface Settings {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl?: string | undefined
  readonly demo: boolean
}

const CLIENT_DIR = 'dist'
/** Requests under way get this long before the process ends anyway. */
const GRACE_MS = 5000

const readSettings = (env: NodeJS.ProcessEnv): Settings => ({
  port: Number(env.PORT ?? 4180),
  host: env.HOST ?? '127.0.0.1',
  dataDir: env.SOTAY_DATA ?? '.data',
  databaseUrl: env.DATABASE_URL,
  demo: env.SOTAY_DEMO !== '0',
})

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

const isCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

/** What went wrong at the start, for whoever reads the terminal. */
export function explainStart(error: unknown, { port, host, dataDir }: Settings): string {
  if (isCode(error, 'EADDRINUSE')) {
    return `Cổng ${port} đang được dùng; đặt PORT khác rồi chạy lại.\nPort ${port} is in use; set another PORT and start again.`
  }
  if (isCode(error, 'EADDRNOTAVAIL', 'ENOTFOUND')) {
    return `Không dùng được địa chỉ ${host}; kiểm tra HOST.\nThe address ${host} cannot be used; check HOST.`
  }
  const isUnwritable = isCode(error, 'EACCES', 'EROFS', 'ENOTDIR', 'EEXIST', 'ERR_SQLITE_ERROR', 'EPERM')
  if (isUnwritable) {
    return `Không ghi được vào thư mục "${dataDir}"; kiểm tra SOTAY_DATA và quyền ghi.\nCannot write to the folder "${dataDir}"; check SOTAY_DATA and its permissions.`
  }
  if (error instanceof NewerStoreError) {
    return `Dữ liệu trong "${dataDir}" thuộc phiên bản mới hơn; hãy cập nhật phần mềm.\nThe data in "${dataDir}" belongs to a newer version; update the software.`
  }
  if (error instanceof UnsafeSqliteError) {
    return `Cần SQLite từ 3.51.3; tìm thấy: ${error.found.join(', ')}.\nSQLite 3.51.3 or newer is needed; found: ${error.found.join(', ')}.`
  }
  if (error instanceof UnusableDatabaseError) {
    return `Không dùng được cơ sở dữ liệu trong DATABASE_URL: ${error.message}\nThe database in DATABASE_URL cannot be used: ${error.message}`
  }
  return `Không khởi động được.\nCould not start.\n${error instanceof Error ? error.stack : String(error)}`
}

function endGracefully(endpoint: Endpoint): void {
  let isEnding = false
  const end = (): void => {
    if (isEnding) return
    isEnding = true
    setTimeout(() => process.exit(0), GRACE_MS).unref()
    void endpoint.close().then(() => process.exit(0))
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 0 && port < 65_536

async function startEndpoint(settings: Settings): Promise<void> {
  const { port, host, dataDir, databaseUrl, demo } = settings
  if (!isPort(port)) throw new RangeError('PORT: 0–65535')
  const client = existsSync(`${CLIENT_DIR}/index.html`) ? { clientDir: CLIENT_DIR } : {}
  const endpoint = await createEndpoint({
    dataDir,
    databaseUrl,
    demo,
    logger: { level: process.env.SOTAY_LOG ?? 'warn' },
    ...client,
  })
  try {
    const address = await endpoint.listen(port, host)
    endGracefully(endpoint)
    announce(address, endpoint.demoAccounts)
  } catch (error) {
    await endpoint.close()
    throw error
  }
}

export async function main(): Promise<void> {
  const settings = readSettings(process.env)
  try {
    await startEndpoint(settings)
  } catch (error) {
    process.stderr.write(`${explainStart(error, settings)}\n`)
    process.exitCode = 1
  }
}
