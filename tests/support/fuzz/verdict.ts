/** What is wrong with an answer, in a sentence; null where nothing is (END-71). */
import { gunzipSync } from 'node:zlib'
import { problemCodes } from '#domain/kernel/problem-code.ts'
import { endpointHeader, paths } from '#protocol/paths.ts'
import type { FuzzRequest } from './requests.ts'
import type { FuzzAnswer } from './send.ts'

const INSIDES =
  /\bat \S+ \(|\bnode:internal|node_modules|src\/server|dist-server|SQLITE_|SqliteError|TypeError|RangeError/
const codes: ReadonlySet<string> = new Set<string>(problemCodes)

/** Troubles that are not defects: somebody else's machine is away, the disk is full. They carry a code like a refusal. */
const NAMED_TROUBLE: ReadonlySet<number> = new Set([503, 507])

type Whole = Extract<FuzzAnswer, { type: 'answer' }>

function bodyOf({ headers, body }: Whole): string {
  const isPacked = headers['content-encoding'] === 'gzip' && body.length > 0
  return (isPacked ? gunzipSync(body) : body).toString('utf8')
}

const lacks = ({ headers }: Whole): string | null =>
  headers[endpointHeader] === undefined
    ? `no ${endpointHeader}`
    : headers['x-content-type-options'] === 'nosniff'
      ? headers['cache-control'] === undefined
        ? 'no cache-control'
        : null
      : 'no nosniff'

function codeOf(text: string): string | null {
  try {
    const { code } = JSON.parse(text) as { code?: unknown }
    return typeof code === 'string' ? code : null
  } catch {
    return null
  }
}

const hasBody = (asked: FuzzRequest, { status }: Whole): boolean =>
  asked.method !== 'HEAD' && asked.headers['x-http-method-override'] !== 'HEAD' && status !== 204 && status !== 304

/** Without a session only these do anything at all. */
const OPEN: readonly string[] = [paths.health, '/v1/metrics', '/v1/session/', '/v1/sign-in', '/v1/oidc', '/v1/passkey']

function wrongAnswer(asked: FuzzRequest, answer: Whole): string | null {
  const text = bodyOf(answer)
  if (answer.status >= 500 && !NAMED_TROUBLE.has(answer.status)) return `status ${answer.status}`
  if (INSIDES.test(text)) return 'tells of its insides'
  const missing = lacks(answer)
  if (missing !== null) return missing
  const isOpen = OPEN.some((path) => asked.url.startsWith(path))
  const isStranger = asked.caller === 'nobody' || asked.caller === 'invented'
  if (isStranger && !isOpen && answer.status < 300) return `status ${answer.status} to somebody who is not signed in`
  if (answer.status < 400 || !hasBody(asked, answer)) return null
  const code = codeOf(text)
  return code !== null && codes.has(code) ? null : `a refusal without a code: ${text.slice(0, 120)}`
}

export function wrongWith(asked: FuzzRequest, answer: FuzzAnswer): string | null {
  if (answer.type === 'hangs') return 'hangs'
  if (answer.type === 'answer') return wrongAnswer(asked, answer)
  // Who sends more than is read is cut off; who cuts himself off, or expects what nobody promised, gets no answer.
  const isCut = asked.cutAt !== null || asked.headers.expect !== undefined
  const isExcused = answer.type === 'unsent' || isCut || (asked.body?.length ?? 0) > 16_000
  return isExcused ? null : `no answer: ${answer.reason}`
}
