// The machine's clock, chance and hash, as `domain/kernel` asks for them. Tests hand in their own.
import type { Clock, Hasher, RandomSource } from '#domain/kernel/clock.ts'
import { type LocalDate, localDateAt } from '#domain/kernel/local-date.ts'

export const browserClock: Clock = { now: () => Date.now() }

export const browserRandom: RandomSource = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) }

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export const browserHasher: Hasher = {
  sha256: async (bytes) =>
    hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))),
}

/** The calendar day where the device is: an official abroad or a wrong zone is still asked about their own day. */
export const todayOf = (clock: Clock): LocalDate => localDateAt(clock.now(), -new Date(clock.now()).getTimezoneOffset())
