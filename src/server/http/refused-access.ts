/**
 * Who asked for what they may not have: every refused attempt of somebody signed in leaves a link in the office's chain
 * (TRL-21), the same person at the same route once in ten minutes, so that nobody fills the trail by asking. Refused
 * operations are not answered with a refusal; they lie in quarantine, with their author.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { OFFICE_CHAIN } from '#domain/trail/trail-link.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { bearerOf } from './session-guard.ts'

const QUIET_MS = 10 * 60_000
const MOST_KNOWN = 10_000
const CODES: readonly unknown[] = ['access.forbidden', 'device.revoked']

const codeOf = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : undefined

export function recordRefusedAccess(app: FastifyInstance, { store, desk, clock }: EndpointParts): void {
  const toldMs = new Map<string, number>()
  /** Whether it is time to tell it. */
  const isNews = (key: string, nowMs: number): boolean => {
    const before = toldMs.get(key)
    if (before !== undefined && nowMs >= before && nowMs - before < QUIET_MS) return false
    if (toldMs.size >= MOST_KNOWN) toldMs.clear()
    toldMs.set(key, nowMs)
    return true
  }
  const record = async (request: FastifyRequest, reply: FastifyReply, answer: unknown): Promise<void> => {
    const token = bearerOf(request)
    const code = codeOf(answer)
    if (reply.statusCode !== 403 || token === undefined || typeof code !== 'string' || !CODES.includes(code)) return
    const caller = await desk.callerOf(token)
    if (!caller.ok) return
    const { account, device } = caller.value
    const [way, nowMs] = [request.routeOptions.url ?? '', clock.now()]
    if (!isNews(`${account.id} ${device.id} ${request.method} ${way}`, nowMs)) return
    const detail = { way, code }
    const who = { account: account.id, device: device.id }
    await store.recordTrail([{ chain: OFFICE_CHAIN, type: 'access-refused', atMs: nowMs, ...who, detail }])
  }
  app.addHook('preSerialization', async (request, reply, payload: unknown) => {
    await record(request, reply, payload)
    return payload
  })
}
