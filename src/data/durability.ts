/**
 * What a person wrote must survive a power cut before "đã lưu trên máy" is shown: every transaction that writes own
 * operations asks for strict durability. What the endpoint sent, drafts of text and counters can be had again or
 * lose a second, and are written relaxed, which spares cheap flash memory.
 */
import type { DBCore, Middleware } from 'dexie'

export const durabilityMiddleware: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'durability',
  create: (down) => ({
    ...down,
    transaction: (stores, mode) =>
      down.transaction(stores, mode, {
        durability: mode === 'readwrite' && stores.includes('own') ? 'strict' : 'relaxed',
      }),
  }),
}
