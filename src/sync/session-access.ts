/**
 * A new session without the password: the endpoint asks a question only this device's key can answer (decision D12).
 * The key stays where it is; this module hands a text to a signer and never sees the key.
 */
import type { Problem, ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { err, type Result } from '#domain/kernel/result.ts'
import { paths } from '#protocol/paths.ts'
import type { Session } from '#protocol/session-message.ts'
import { isChallenge, isSession } from '#protocol/session-shape.ts'
import type { Shape } from '#protocol/shape.ts'
import { jsonReader } from './endpoint-answer.ts'
import { type EndpointEdge, type EndpointRequest, type ReadResponse, requestEndpoint } from './endpoint-request.ts'

export interface DeviceSigner {
  /** base64url of the ECDSA P-256 signature (IEEE P1363, SHA-256) over the UTF-8 text; null where the key is gone. */
  sign(text: string): Promise<string | null>
}

export interface SessionKeeper {
  /** The token to send, or null where there is none. */
  token(): string | null
  /** Keeps a renewed session for the next start too. */
  keep(session: Session): Promise<void>
}

export interface SessionAccess {
  /** A session under another replica with the same device key, for a profile whose copy uses this one's (SYN-22). */
  another(): Promise<Result<Session, Problem>>
  /** Sends with the session's token; an expired session is renewed once and the request repeated (SYN-7). */
  request<T>(request: Omit<EndpointRequest, 'token'>, read: ReadResponse<T>): Promise<Result<T, Problem>>
  /** Runs with a token under the same rule, for requests another library makes. */
  withToken<T>(run: (token: string | null) => Promise<Result<T, Problem>>): Promise<Result<T, Problem>>
}

const TIMEOUT_MS = 30_000
/** Refusals of a renewal after which only the person can help, by signing in. */
const FINAL: readonly ProblemCode[] = [
  'access.forbidden',
  'auth.session-expired',
  'auth.wrong-credentials',
  'device.unknown',
  'request.malformed',
]

/** The session ran out; or its token is one of another replica than the store has now. */
const RENEWABLE: readonly ProblemCode[] = ['auth.session-expired', 'device.unknown']

const asExpired = (problem: Problem): Problem =>
  FINAL.includes(problem.code) ? { code: 'auth.session-expired' } : problem

export function createSessionAccess(
  edge: EndpointEdge,
  replicaNow: string | (() => string),
  signer: DeviceSigner,
  keeper: SessionKeeper,
): SessionAccess {
  const ask = async <T>(path: string, body: unknown, shape: Shape<T>): Promise<Result<T, Problem>> => {
    const reply = await requestEndpoint(
      edge,
      { method: 'POST', path, token: null, body, timeoutMs: TIMEOUT_MS },
      jsonReader(shape),
    )
    return reply.ok ? reply : err(asExpired(reply.error))
  }

  const replicaOf = (): string => (typeof replicaNow === 'string' ? replicaNow : replicaNow())

  async function renew(asNew?: true): Promise<Result<Session, Problem>> {
    const replica = replicaOf()
    const question = await ask(paths.challenge, { replica }, isChallenge)
    if (!question.ok) return question
    const { challenge } = question.value
    const signature = await signer.sign(`renew:${replica}:${challenge}`)
    if (signature === null) return err({ code: 'auth.session-expired' })
    const session = await ask(paths.renew, { replica, challenge, signature, ...(asNew && { asNew }) }, isSession)
    if (!session.ok) return session
    await keeper.keep(session.value)
    return session
  }

  async function withToken<T>(run: (token: string | null) => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
    const token = keeper.token()
    const first = token === null ? err<Problem>({ code: 'auth.session-expired' }) : await run(token)
    if (first.ok || !RENEWABLE.includes(first.error.code)) return first
    const renewed = await renew()
    return renewed.ok ? run(keeper.token()) : renewed
  }

  return {
    another: () => renew(true),
    withToken,
    request: (request, read) => withToken((token) => requestEndpoint(edge, { ...request, token }, read)),
  }
}
