/**
 * Moving operations that later ones replaced out of the store (sync design 1.2.11). What leaves is kept for ever in the
 * archive and by its name, fingerprint and commitment in the store, so that a replay is still known, a fork found out
 * and the trail verified; what somebody still has to read by its cursor, and every sealed record, stays.
 */
import type { ArchiveLine } from '#server/archive/archive-line.ts'

export interface CompactOrder {
  readonly nowMs: number
  /** Only what came before this long ago. */
  readonly olderThanMs: number
  /** Devices seen within this time hold back what they have not read yet. */
  readonly activeMs: number
  /** Resolves when the archive has these for good, read back; nothing leaves the store before. */
  readonly keep: (ops: readonly ArchiveLine[]) => Promise<void>
}

export interface CompactReport {
  readonly ops: number
  readonly feeds: number
}

export interface CompactionStore {
  /** Cut at any moment, it has lost nothing, and the next one goes on (END-102). */
  compact(order: CompactOrder): Promise<CompactReport>
  /** Notes how far a device has read, now and then: only what every active device has read may leave. */
  noteCursors(device: string, cursors: Readonly<Record<string, number>>, nowMs: number): Promise<void>
  /** From now on every cursor of the feed is void: whoever reads it gets its records again, to merge (END-104). */
  renewFeed(feed: string): Promise<void>
}
