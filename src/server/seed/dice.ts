/** Pseudo-random choices out of a name: the same commune is always the same kind of commune. */
import { createHash } from 'node:crypto'
import type { RandomSource } from '#domain/kernel/clock.ts'

export interface Dice extends RandomSource {
  /** From 0 up to and without `sides`. */
  roll(sides: number): number
  pick<T>(choices: readonly [T, ...T[]]): T
  /** True in `percent` of a hundred throws. */
  chance(percent: number): boolean
}

const BYTES_PER_ROLL = 4

export function createDice(name: string): Dice {
  let block = Buffer.alloc(0)
  let blocks = 0
  const take = (length: number): Buffer => {
    while (block.length < length) {
      block = Buffer.concat([block, createHash('sha256').update(`${name} ${blocks++}`).digest()])
    }
    const taken = block.subarray(0, length)
    block = block.subarray(length)
    return taken
  }
  const roll = (sides: number): number => take(BYTES_PER_ROLL).readUInt32BE() % sides
  return {
    bytes: (length) => new Uint8Array(take(length)),
    roll,
    pick: (choices) => choices[roll(choices.length)] ?? choices[0],
    chance: (percent) => roll(100) < percent,
  }
}
