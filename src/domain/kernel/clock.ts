/**
 * Time, identity and randomness are handed in, so that a test decides them and a simulated
 * device can have a wrong clock. Nothing in `domain` reads the machine's clock itself.
 */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC, as the device believes them to be. */
  now(): number
}

/** Cryptographically random bytes. */
export interface RandomSource {
  bytes(length: number): Uint8Array
}

/** SHA-256 of bytes, as 64 lower-case hexadecimal digits. Asynchronous: never call it inside a database transaction. */
export interface Hasher {
  sha256(bytes: Uint8Array): Promise<string>
}
