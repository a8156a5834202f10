import type { Clock, RandomSource } from './clock.ts'

/**
 * A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then randomness, so that ids made
 * on many offline devices neither collide nor scatter an index.
 */
export function createUuidV7(clock: Clock, random: RandomSource): string {
  const bytes = random.bytes(16)
  let ms = clock.now()
  for (let i = 5; i >= 0; i--) {
    bytes[i] = ms % 256
    ms = Math.floor(ms / 256)
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
