/**
 * How far a device has read is worth a write once a day and no more: cursors only rise, so an old note only holds
 * operations back that could have left. A restart forgets when it noted last, and notes once more.
 */
const EVERY_MS = 24 * 60 * 60_000

export const SAVE_CURSORS = `INSERT INTO device_cursor (dev, inc, noted_ms, cursors) VALUES (?, ?, ?, ?)
  ON CONFLICT (dev) DO UPDATE SET inc = excluded.inc, noted_ms = excluded.noted_ms, cursors = excluded.cursors`
export const RENEW = 'UPDATE feed SET epoch = epoch + 1 WHERE id = ?'

export class CursorNotes {
  readonly #notedMs = new Map<string, number>()

  isDue(device: string, cursors: Readonly<Record<string, number>>, nowMs: number): boolean {
    const noted = this.#notedMs.get(device)
    const isFresh = noted !== undefined && Math.abs(nowMs - noted) < EVERY_MS
    if (isFresh || Object.keys(cursors).length === 0) return false
    this.#notedMs.set(device, nowMs)
    return true
  }
}
