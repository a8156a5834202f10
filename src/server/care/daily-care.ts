/**
 * What an endpoint does for its own size once a day, right after a backup that was proved: operations that later ones
 * replaced move to the archive (END-100), and months of the journal that every kept backup is younger than go where the
 * operator said (END-105). Where one of the two fails it is told and tried again the next day; nothing waits for it.
 */
import type { OpArchive } from '#server/archive/archive-files.ts'
import type { CompactionStore } from '#server/store/compaction-contract.ts'
import type { CareSettings } from './care-settings.ts'

const DAY_MS = 24 * 60 * 60_000

export interface CareParts {
  readonly store: Pick<CompactionStore, 'compact'>
  readonly archive: OpArchive
  readonly settings: CareSettings
  /** Takes the months of the journal away that are not needed any more; none where there is no journal. */
  readonly shrinkJournal?: (() => Promise<unknown>) | undefined
  readonly onError: (error: unknown) => void
}

export class DailyCare {
  readonly #parts: CareParts
  /** The first time a day after the start: a start has enough to do. */
  #lastMs: number

  constructor(parts: CareParts, nowMs: number) {
    this.#parts = parts
    this.#lastMs = nowMs
  }

  /** To be called after every backup; does something once a day. */
  async afterBackup(nowMs: number): Promise<void> {
    if (nowMs - this.#lastMs < DAY_MS) return
    this.#lastMs = nowMs
    await this.#compact(nowMs).catch(this.#parts.onError)
    await this.#parts.shrinkJournal?.().catch(this.#parts.onError)
  }

  async #compact(nowMs: number): Promise<void> {
    const { store, archive, settings } = this.#parts
    const { archiveAfterDays, activeDays } = settings
    if (archiveAfterDays === null) return
    const order = { olderThanMs: archiveAfterDays * DAY_MS, activeMs: activeDays * DAY_MS }
    await store.compact({ ...order, nowMs, keep: archive.keep })
  }
}
