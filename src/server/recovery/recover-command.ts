/**
 * `npm run recover-admin`: a one-time code for an administrator, on the server's own console. It works beside a running
 * endpoint and without e-mail, also when every administrator is lost; who can run it can read the database as well, so
 * it opens nothing that was closed (END-99). What it does stands in the trail before the code is told, and the running
 * endpoint takes it into its journal (END-110).
 */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { Clock, RandomSource } from '#domain/kernel/clock.ts'
import {
  administratorsOf,
  type Founding,
  type InvitedAdministrator,
  inviteAdministrator,
  newAdministrator,
} from '#server/identity/first-administrator.ts'
import { explainStart } from '#server/explain-start.ts'
import { renewEndpointKey } from '#server/session/endpoint-key.ts'
import { readSettings } from '#server/settings.ts'
import { openStore } from '#server/store/open-store.ts'
import type { Account } from '#server/store/store-contract.ts'
import { besideEndpoint, consoleEvent } from './console-trail.ts'

export interface CommandEdges {
  readonly say: (text: string) => void
  readonly env: NodeJS.ProcessEnv
  readonly clock?: Clock
  readonly random?: RandomSource
}

const USAGE = `npm run recover-admin -- [<tên đăng nhập của một người quản trị / username of an administrator>] [--new]
  --new: tạo một tài khoản quản trị mới / makes a new administrator
  --renew-endpoint-key: thay khóa của máy chủ khi khóa có thể đã lộ / another endpoint key where it may have been seen`
/** Whoever asked for it sits there. */
const VALID_DAYS = 1

interface Wanted {
  readonly username: string | undefined
  readonly isNew: boolean
  readonly renewsKey: boolean
}

function readWanted(args: readonly string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { new: { type: 'boolean' }, 'renew-endpoint-key': { type: 'boolean' } },
      allowPositionals: true,
    })
    return positionals.length > 1
      ? null
      : {
          username: positionals[0]?.toLowerCase(),
          isNew: values.new === true,
          renewsKey: values['renew-endpoint-key'] === true,
        }
  } catch {
    return null
  }
}

/** The one that was named, the only one there is, or `new` where there is none; otherwise those to choose from. */
async function choose(founding: Founding, { username, isNew }: Wanted): Promise<Account | 'new' | readonly string[]> {
  const known = await administratorsOf(founding)
  if (isNew || (known.length === 0 && username === undefined)) return 'new'
  const named = known.filter((account) => username === undefined || account.username === username)
  const [only] = named
  return only && named.length === 1 ? only : known.map((account) => account.username)
}

/** Makes the code, and the account where one is wanted, with the links that say so. */
async function inviteChosen(founding: Founding, chosen: Account | 'new') {
  const account = chosen === 'new' ? await newAdministrator(founding) : chosen
  const value = await inviteAdministrator(founding, account, VALID_DAYS)
  const event = (type: 'account' | 'invitation') =>
    consoleEvent('recover-admin', type, founding.clock.now(), account.id)
  return { value, events: chosen === 'new' ? [event('account'), event('invitation')] : [event('invitation')] }
}

/** What stands on the console, here and at a first start. */
export const sayInvitation = ({ username, code, path, expiresMs }: InvitedAdministrator, address: string): string =>
  [
    `Mã dùng một lần cho người quản trị / one-time code for the administrator "${username}":`,
    `  ${code}`,
    `Mở địa chỉ này rồi đặt mật khẩu / open this address and set a password:`,
    `  ${address}${path}`,
    `Có giá trị đến / good until: ${new Date(expiresMs).toISOString()}`,
  ].join('\n')

const systemClock: Clock = { now: () => Date.now() }
const systemRandom: RandomSource = { bytes: (length) => new Uint8Array(randomBytes(length)) }

export async function runRecover(args: readonly string[], edges: CommandEdges): Promise<number> {
  const { say, env, clock = systemClock, random = systemRandom } = edges
  const wanted = readWanted(args)
  if (!wanted) {
    say(USAGE)
    return 2
  }
  const settings = readSettings(env)
  const { dataDir, databaseUrl, backupDir } = settings
  try {
    const store = await openStore({ dataDir, databaseUrl, backupDir, clock, onTrouble: () => undefined }, random)
    try {
      return await store.alone(() => run({ store, clock, random }, wanted, say))
    } finally {
      await store.close()
    }
  } catch (error) {
    say(explainStart(error, settings))
    return 1
  }
}

async function run(founding: Founding, wanted: Wanted, say: CommandEdges['say']): Promise<number> {
  const { store, clock } = founding
  if (wanted.renewsKey) {
    await besideEndpoint(store, clock.now(), async () => {
      await renewEndpointKey(store)
      return { value: null, events: [consoleEvent('recover-admin', 'administered', clock.now(), '', ENDPOINT_KEY)] }
    })
    say(KEY_RENEWED)
    return 0
  }
  const chosen = await choose(founding, wanted)
  if (Array.isArray(chosen)) {
    say(ask(chosen))
    return 2
  }
  const invited = await besideEndpoint(store, clock.now(), () => inviteChosen(founding, chosen as Account | 'new'))
  say(sayInvitation(invited, '<địa chỉ của ứng dụng / address of the app>'))
  return 0
}

const ENDPOINT_KEY = { what: 'endpoint-key' } as const

const KEY_RENEWED = `Đã thay khóa của máy chủ; khởi động lại máy chủ để dùng. Tệp niêm phong bằng khóa cũ vẫn mở được.
The endpoint has another key; restart it. What was sealed to the former key is still opened.`

const ask = (usernames: readonly string[]): string =>
  usernames.length === 0
    ? `Không có người quản trị nào; chạy lại không kèm tên, hoặc với --new.\nThere is no administrator; run it without a name, or with --new.`
    : `Chọn một người quản trị / choose an administrator:\n${usernames.map((name) => `  ${name}`).join('\n')}\n${USAGE}`
