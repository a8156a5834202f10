/** 32 bytes out of a PIN by Argon2id (RFC 9106), in WebAssembly. The PIN is taken as Unicode's composed form. */
import { argon2id } from 'hash-wasm'
import type { HashPin } from '#data/contract/lock-contract.ts'

export const argon2idKey: HashPin = (pin, salt, { memoryKib, iterations }) =>
  argon2id({
    password: pin.normalize('NFC'),
    salt,
    memorySize: memoryKib,
    iterations,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  })
