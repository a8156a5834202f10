/**
 * Which answers of the endpoint leave a link in the office's chain. By rule and not by list: every change that somebody
 * asks for below `/v1/session`, `/v1/passkeys` and `/v1/admin` and gets is recorded, also one that a later version adds; only what it is
 * called comes from a table. Passwords, codes, keys and tokens never get into it: of a request only named fields do.
 */
import type { JsonValue } from '#domain/change/op.ts'
import { OFFICE_CHAIN, type TrailType } from '#domain/trail/trail-link.ts'
import { paths } from '#protocol/paths.ts'
import { signInPaths } from '#protocol/sign-in-paths.ts'
import type { TrailEvent } from './sealed-link.ts'

export interface Answered {
  readonly method: string
  /** Pattern of the route. */
  readonly route: string
  readonly status: number
  readonly body: unknown
  /** The answer before it became text; undefined where there is none. */
  readonly answer: unknown
  /** Who asked, where a session was given. */
  readonly account: string
  readonly device: string
  readonly atMs: number
}

const typeByRoute: Readonly<Record<string, TrailType>> = {
  [paths.signOut]: 'sign-out',
  [paths.adminGrants]: 'grant',
  [paths.adminAccounts]: 'account',
  [paths.adminAccount]: 'account',
  [paths.adminInvitations]: 'invitation',
  [paths.adminLeaving]: 'leaving',
  [paths.adminNameDevice]: 'device',
  [paths.adminRevokeDevice]: 'device',
  [paths.adminQuarantine]: 'decision',
  [paths.adminUnits]: 'units',
  [paths.personExport]: 'export',
  [paths.adminPersonExport]: 'export',
}

/** Questions, or steps on the way to something that is recorded itself. */
const UNRECORDED: ReadonlySet<string> = new Set([
  paths.challenge,
  paths.renew,
  paths.invitation,
  paths.adminErase,
  paths.adminErasePreview,
  signInPaths.passkeyChallenge,
  signInPaths.passkeyBegin,
  signInPaths.providerBegin,
])

/** Ways in: what is refused there is recorded as well. */
const WAYS_IN: ReadonlySet<string> = new Set([
  paths.signIn,
  paths.redeem,
  signInPaths.passkeySignIn,
  signInPaths.providerFinish,
])
const OWN = ['/v1/session/', '/v1/passkeys', '/v1/me/']
const isOwn = (route: string): boolean => OWN.some((start) => route.startsWith(start))

/** What may be told of a request. */
const TOLD = [
  'n',
  'verdict',
  'reason',
  'scope',
  'role',
  'from',
  'to',
  'deputyFor',
  'on',
  'successor',
  'days',
  'disabledFrom',
  'displayName',
  'label',
  'revoke',
  'signOut',
  'predecessors',
] as const

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const isTold = (value: unknown): value is JsonValue =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string'))

function toldOf(body: Fields): Record<string, JsonValue> {
  const told: Record<string, JsonValue> = {}
  for (const name of TOLD) {
    const value = Object.hasOwn(body, name) ? body[name] : undefined
    if (isTold(value)) told[name] = value
  }
  return told
}

/** Whether an answer may have to be recorded, so that it is worth finding out who asks. */
export const mayBeRecorded = (method: string, route: string): boolean =>
  (isOwn(route) || route.startsWith('/v1/admin/')) &&
  (method === 'POST' || route === paths.personExport) &&
  !UNRECORDED.has(route)

const office = (type: TrailType, { account, device, atMs }: Answered, more: Partial<TrailEvent> = {}): TrailEvent => ({
  chain: OFFICE_CHAIN,
  type,
  atMs,
  account,
  device,
  ...more,
})

/** A session was opened, by whatever way of signing in. */
function opened(answered: Answered): TrailEvent | null {
  const answer = fieldsOf(answered.answer)
  const account = textOf(fieldsOf(fieldsOf(answer.identity).account).id)
  if (textOf(answer.token) === '' || account === '') return null
  const who = { account, device: textOf(answer.replica) }
  return office('sign-in', answered, { ...who, detail: { way: answered.route } })
}

/** The account somebody tried to come in by, where its name is one. */
export type FindAccount = (username: string) => Promise<string>

async function refused(answered: Answered, find: FindAccount): Promise<readonly TrailEvent[]> {
  const code = textOf(fieldsOf(answered.answer).code)
  if (!WAYS_IN.has(answered.route) || code === 'request.malformed' || code === 'server.busy') return []
  const name = textOf(fieldsOf(answered.body).username)
  const subject = name === '' ? answered.account : await find(name)
  return [office('sign-in-refused', answered, { subject, detail: { way: answered.route, code } })]
}

/** Accounts the change was about. */
function subjectsOf(answered: Answered): readonly string[] {
  const rows = fieldsOf(answered.answer).rows
  const made = Array.isArray(rows) ? rows.map((row) => textOf(fieldsOf(row).account)).filter((id) => id !== '') : []
  if (made.length > 0) return made
  return [textOf(fieldsOf(answered.body).account)]
}

/** The links an answer leaves. */
export async function eventsOf(
  answered: Answered,
  find: FindAccount,
  ownerOf: FindAccount,
): Promise<readonly TrailEvent[]> {
  const { route, status } = answered
  if (status >= 400) return refused(answered, find)
  const body = fieldsOf(answered.body)
  if (body.dryRun === true || fieldsOf(answered.answer).isDone === false) return []
  const session = opened(answered)
  if (session) return [session]
  const type = typeByRoute[route] ?? (isOwn(route) ? 'own-account' : 'administered')
  const about = textOf(body.device)
  const detail = { ...toldOf(body), ...(about !== '' && { device: about }), way: route }
  const subjects = about === '' ? subjectsOf(answered) : [await ownerOf(about)]
  const place = textOf(body.scope)
  return subjects.map((subject) => office(type, answered, { subject, place, detail }))
}
