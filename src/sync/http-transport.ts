/** Rounds over HTTP: `POST /v1/sync` and the person's identity, each with the session's token. */
import { paths } from '#protocol/paths.ts'
import { isIdentity } from '#protocol/session-shape.ts'
import { isSyncAnswer } from '#protocol/sync-answer-shape.ts'
import { jsonReader } from './endpoint-answer.ts'
import type { SessionAccess } from './session-access.ts'
import type { SyncTransport } from './sync-transport.ts'

/** A push of 16 kB and its answer on a 2G line take a few seconds; past this the line is taken as dead. */
const ROUND_TIMEOUT_MS = 60_000
const IDENTITY_TIMEOUT_MS = 30_000

export function createHttpTransport(session: SessionAccess): SyncTransport {
  const readSync = jsonReader(isSyncAnswer)
  const readIdentity = jsonReader(isIdentity)
  return {
    exchange: (body, sent) =>
      session.request({ method: 'POST', path: paths.sync, body, sent, timeoutMs: ROUND_TIMEOUT_MS }, readSync),
    another: () => session.another(),
    identity: () =>
      session.request({ method: 'GET', path: paths.identity, timeoutMs: IDENTITY_TIMEOUT_MS }, readIdentity),
  }
}
