/** The way to the endpoint as the rounds see it: one exchange, and who the person is now. */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Identity, Session } from '#protocol/session-message.ts'
import type { SyncAnswer, SyncRequest } from '#protocol/sync-message.ts'

export interface SyncTransport {
  /** `sent` hears how many bytes the request was, before the answer comes. */
  exchange(request: SyncRequest, sent?: (bytes: number) => void): Promise<Result<SyncAnswer, Problem>>
  identity(): Promise<Result<Identity, Problem>>
  /** Another replica for this store; left out where the way has none to give. */
  another?(): Promise<Result<Session, Problem>>
}
