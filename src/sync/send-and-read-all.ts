/**
 * Rounds until nothing is left to send or to read. It stops at the first problem, when the engine is stopped, and
 * when an endpoint asks for more without anything moving: a defect there must not keep a phone's radio on.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { type Ahead, type RoundParts, runRound } from './round.ts'

const MOST_IDLE_ROUNDS = 3

export async function sendAndReadAll(
  parts: RoundParts,
  isStopped: () => boolean,
  on: { readonly round?: () => void; readonly progress?: () => void } = {},
): Promise<Result<null, Problem>> {
  let idle = 0
  let ahead: Ahead | undefined
  while (!isStopped()) {
    on.round?.()
    const round = await runRound(parts, ahead)
    if (!round.ok) return round
    ahead = round.value.ahead
    if (round.value.isProgress) on.progress?.()
    if (!round.value.more) return ok(null)
    idle = round.value.isProgress ? 0 : idle + 1
    if (idle >= MOST_IDLE_ROUNDS) return err({ code: 'server.internal' })
  }
  return ok(null)
}
