/**
 * Browsers do not say how much room there really is: Chrome tells every site ten gigabytes more than it uses. The only
 * true word is a refused write, so it is remembered for a while and taken for the quota: photos stop before the next
 * text is refused. It is forgotten as soon as a photo fits again, because somebody may have made room.
 */
import type { Clock } from '#domain/kernel/clock.ts'
import { BALLAST_BYTES } from './ballast.ts'
import type { StorageEstimate } from './photo-room.ts'

const REMEMBERED_MS = 10 * 60_000

export interface LearntRoom {
  /** What the browser says, and no more than the disk has shown. */
  readonly estimate: StorageEstimate
  /** A write was refused for want of room. */
  noteFull(): Promise<void>
  /** A photo found room. */
  forget(): void
}

export function createLearntRoom(told: StorageEstimate, clock: Clock): LearntRoom {
  let limit: { readonly bytes: number; readonly until: number } | null = null
  return {
    async estimate() {
      const room = await told()
      if (room === null || limit === null || clock.now() > limit.until) return room
      return { ...room, quota: Math.min(room.quota, limit.bytes) }
    },
    async noteFull() {
      const room = await told()
      // Less the ballast, which is about to go and has to find room again.
      if (room !== null) limit = { bytes: room.usage - BALLAST_BYTES, until: clock.now() + REMEMBERED_MS }
    },
    forget() {
      limit = null
    },
  }
}
