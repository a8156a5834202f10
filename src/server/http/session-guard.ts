/** Turns `Authorization: Bearer {token}` into the caller of this request, or ends the request with a code. */
import type { FastifyRequest } from 'fastify'
import type { Caller } from '#server/identity/caller.ts'
import type { SessionDesk } from '#server/session/session-desk.ts'
import { Refusal } from './problem-reply.ts'

const BEARER = /^Bearer ([A-Za-z0-9_-]{20,100})$/

/** The token of a session, where one was brought along. */
export const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
  BEARER.exec(headers.authorization ?? '')?.[1]

/** A caller whose device may still do everything its grants allow. */
export async function requireCaller(desk: SessionDesk, request: FastifyRequest): Promise<Caller> {
  const caller = await requireAnyCaller(desk, request)
  if (caller.device.isRevoked) throw new Refusal({ code: 'device.revoked' })
  return caller
}

/** A revoked device included, which has no grants: it hands in its work and learns that it may read nothing (END-33). */
export async function requireAnyCaller(desk: SessionDesk, request: FastifyRequest): Promise<Caller> {
  const token = bearerOf(request)
  if (token === undefined) throw new Refusal({ code: 'auth.session-expired' })
  const caller = await desk.callerOf(token)
  if (!caller.ok) throw new Refusal(caller.error)
  return caller.value
}
