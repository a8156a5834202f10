/** Random secrets that are handed out once and kept as a hash only. */
import { createHash } from 'node:crypto'
import type { RandomSource } from '#domain/kernel/clock.ts'

const SECRET_BYTES = 32

/** 256 random bits as base64url. */
export const createSecret = (random: RandomSource): string =>
  Buffer.from(random.bytes(SECRET_BYTES)).toString('base64url')

export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
