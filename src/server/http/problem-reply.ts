/** Every refusal leaves the endpoint as `{code, params?}` out of the one catalogue; here a code meets its status. */
import type { FastifyReply } from 'fastify'
import type { Problem, ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'

const statusByCode: Partial<Readonly<Record<ProblemCode, number>>> = {
  'access.forbidden': 403,
  'account.disabled': 403,
  'account.last-administrator': 409,
  'account.unknown': 404,
  'auth.locked': 429,
  'auth.session-expired': 401,
  'auth.wrong-credentials': 401,
  'device.forked': 409,
  'decision.impossible': 409,
  'decision.not-waiting': 409,
  'device.revoked': 403,
  'device.unknown': 403,
  'evidence.disk-full': 507,
  'evidence.file-active': 422,
  'evidence.file-kind': 422,
  'evidence.file-macros': 422,
  'evidence.file-old-office': 422,
  'evidence.file-too-large': 413,
  'evidence.not-an-image': 422,
  'evidence.quota-full': 507,
  'evidence.too-large': 413,
  'hand-over.too-large': 413,
  'invitation.unknown': 404,
  'password.common': 422,
  'password.has-name': 422,
  'password.too-long': 422,
  'password.too-short': 422,
  'passkey.proof-needed': 403,
  'passkey.refused': 401,
  'passkey.wrong-address': 409,
  'provider.not-linked': 403,
  'provider.stale': 401,
  'provider.too-weak': 403,
  'provider.unavailable': 503,
  'person.in-office': 409,
  'person.retained': 409,
  'request.too-large': 413,
  'server.busy': 429,
  'server.internal': 500,
  'server.moved': 410,
  'server.storage-full': 507,
}

export const statusOf = (code: ProblemCode): number => statusByCode[code] ?? 400

/** Ends a request with a problem: thrown by routes and hooks, answered in one place. */
export class Refusal extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** The value, or the end of the request with the problem. */
export function accept<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Refusal(result.error)
  return result.value
}

/** The answer to a change that was made. */
export function done(result: Result<null, Problem>): { readonly ok: true } {
  accept(result)
  return { ok: true }
}

export function sendProblem(
  reply: FastifyReply,
  problem: Problem,
  status: number = statusOf(problem.code),
): FastifyReply {
  const seconds = problem.params?.seconds
  if (typeof seconds === 'number') void reply.header('retry-after', String(seconds))
  return reply.status(status).send(problem)
}

const SQLITE_FULL = 13
const POSTGRES_FULL = '53100'

/** Whether the disk has no room left, as Node, SQLite or PostgreSQL say it. */
function isDiskFull(error: object): boolean {
  const { code, errcode } = error as { code?: unknown; errcode?: unknown }
  return code === 'ENOSPC' || code === 'SQLITE_FULL' || code === POSTGRES_FULL || errcode === SQLITE_FULL
}

/** What Fastify, the store or a defect threw, as a problem. */
export function problemOfError(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem
  if (typeof error !== 'object' || error === null) return { code: 'server.internal' }
  if (isDiskFull(error)) return { code: 'server.storage-full' }
  const status = Number((error as { statusCode?: unknown }).statusCode ?? 500)
  if (status === 413) return { code: 'request.too-large' }
  if (status === 429) return { code: 'server.busy' }
  return status < 500 ? { code: 'request.malformed' } : { code: 'server.internal' }
}
