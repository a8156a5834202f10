/**
 * What a person wrote must survive a power cut before "đã lưu trên máy" is shown: every transaction that writes own
 * operations, or takes over what came by file, asks for strict durability. What the endpoint sent, drafts of text and counters can be had again or
 * lose a second, and are written relaxed, which spares cheap flash memory.
 */
import type { DBCore, Middleware } from 'dexie'

/** Own operations, and those of others that only a file has brought so far. */
const mustSurvive = ['own', 'foreign', 'relay']

export const durabilityMiddleware: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'durability',
  create: (down) => ({
    ...down,
    transaction: (stores, mode) =>
      down.transaction(stores, mode, {
        durability: mode === 'readwrite' && mustSurvive.some((store) => stores.includes(store)) ? 'strict' : 'relaxed',
      }),
  }),
}
