// Makes a key out of a PIN away from the page: Argon2id takes a good part of a second on purpose. Thrown away afterwards,
// and with it the memory the PIN went through.
import type { PinCost } from '#data/contract/lock-contract.ts'
import { argon2idKey } from './argon2id-key.ts'

export interface PinTask {
  readonly pin: string
  readonly salt: Uint8Array
  readonly cost: PinCost
}

addEventListener('message', ({ data: { pin, salt, cost } }: MessageEvent<PinTask>) => {
  void argon2idKey(pin, salt, cost).then((key) => postMessage(key))
})
