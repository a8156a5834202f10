/**
 * Replica ids name every operation for ever, so they are short, and never given twice: the counter keeps them apart,
 * the random tail keeps them apart also after the counter went back with a restored backup.
 */
import type { RandomSource } from '#domain/kernel/clock.ts'

const TAIL_LENGTH = 3
const BASE = 36

export function replicaIdOf(counter: number, random: RandomSource): string {
  const tail = [...random.bytes(TAIL_LENGTH)].map((byte) => (byte % BASE).toString(BASE)).join('')
  return `${counter.toString(BASE)}${tail}`
}
