/**
 * Writes what the chip shows. "Sent" is written in one place only: after a run without a problem, when the endpoint
 * has acknowledged every operation this device holds (SYN-2).
 */
import type { SyncStatusPatch, SyncStore } from '#data/contract/sync-store-contract.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'

export interface StatusTeller {
  began(): Promise<void>
  offline(): Promise<void>
  succeeded(): Promise<void>
  failed(problem: Problem): Promise<void>
}

export function createStatusTeller(store: SyncStore, clock: Clock): StatusTeller {
  /** A status that cannot be written is no reason to stop: the store itself tells why it fails. */
  const write = async (patch: SyncStatusPatch): Promise<void> => {
    await store.setStatus(patch)
  }
  const isAllSent = async (): Promise<boolean> => {
    const position = await store.position()
    return position.ok && position.value.ack >= position.value.lastN
  }
  return {
    async began() {
      if (!(await isAllSent())) await write({ phase: 'sending' })
    },
    offline: () => write({ phase: 'offline', problem: null }),
    async succeeded() {
      const now = clock.now()
      const sent = (await isAllSent()) ? { lastSentAt: now } : {}
      await write({ phase: 'idle', problem: null, lastContactAt: now, ...sent })
    },
    failed: (problem) => write({ phase: problem.code === 'network.offline' ? 'offline' : 'problem', problem }),
  }
}
