/**
 * Two megabytes that mean nothing, laid down while there is room. When a disk is so full that an answer cannot be
 * written, they are thrown overboard and the answer is (DAT-14). Random, because a browser may compress what it stores.
 */
import type { RandomSource } from '#domain/kernel/clock.ts'
import { bytesOver } from '#domain/evidence/photo-room.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Connection } from './connection.ts'
import type { LocalDatabase } from './local-database.ts'
import type { StorageEstimate } from './photo-room.ts'

export const BALLAST_BYTES = 2_000_000
const KEY = 'ballast'

const isLaid = async (db: LocalDatabase): Promise<boolean> => (await db.meta.where('key').equals(KEY).count()) > 0

/** A few seeds stretched: 2 MB from the system's generator would take a cheap phone a while. */
function noise(random: RandomSource): Uint8Array {
  const words = new Uint32Array(BALLAST_BYTES / 4)
  let state = new DataView(random.bytes(4).slice().buffer).getUint32(0) || 1
  for (let at = 0; at < words.length; at++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    words[at] = state
  }
  return new Uint8Array(words.buffer)
}

/** Where photos have no room the ballast has none either. */
export async function layBallast(db: LocalDatabase, random: RandomSource, estimate: StorageEstimate): Promise<void> {
  if (await isLaid(db)) return
  const room = await estimate()
  if (room === null || bytesOver(room, BALLAST_BYTES) > 0) return
  await db.meta.put({ key: KEY, box: noise(random) })
}

async function throwOverboard(db: LocalDatabase): Promise<boolean> {
  if (!(await isLaid(db))) return false
  await db.meta.delete(KEY)
  return true
}

type Attempt<T> = () => Promise<Result<T, Problem>>

/** Runs a write of text, and once more without the ballast where the disk had no room for it. */
export async function withBallast<T>(
  connection: Connection,
  write: Attempt<T>,
  noteFull: () => Promise<void> = async () => undefined,
): Promise<Result<T, Problem>> {
  const first = await write()
  if (first.ok || first.error.code !== 'storage.full') return first
  await noteFull()
  const thrown = await connection.run(throwOverboard)
  return thrown.ok && thrown.value ? write() : first
}
