/** The way to the endpoint as the rounds see it: one exchange, and who the person is now. */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Identity } from '#protocol/session-message.ts'
import type { SyncAnswer, SyncRequest } from '#protocol/sync-message.ts'

export interface SyncTransport {
  exchange(request: SyncRequest): Promise<Result<SyncAnswer, Problem>>
  identity(): Promise<Result<Identity, Problem>>
}
