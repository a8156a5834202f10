/** What some devices wrote and the archive has: for the copy of a person's data, which is asked for seldom (PER-4). */
import type { Op } from '#domain/change/op.ts'
import { opOfRow } from '#server/store/sqlite/op-rows.ts'
import { readArchive } from './archive-files.ts'

export interface ArchivedOps {
  readonly ops: readonly Op[]
  /** False where there are more than were asked for, or a file cannot be read to its end. */
  readonly isWhole: boolean
}

/** Lines of other devices are passed over unread: an archive of years is long. */
export async function archivedOfDevices(
  folder: string,
  devices: readonly string[],
  limit: number,
): Promise<ArchivedOps> {
  const [ops, own] = [[] as Op[], new Set(devices)]
  const marks = devices.map((device) => `"dev":${JSON.stringify(device)}`)
  try {
    for await (const { row, covered } of readArchive(folder, (line) => marks.some((mark) => line.includes(mark)))) {
      if (!own.has(covered.d)) continue
      if (ops.length >= limit) return { ops, isWhole: false }
      ops.push(opOfRow(row))
    }
    return { ops, isWhole: true }
  } catch {
    return { ops, isWhole: false }
  }
}
