/** Text being typed, out of the page as soon as the hand rests, so that a killed browser loses a blink (DAT-9, D15). */
import type { JsonValue } from '#domain/change/op.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Connection } from '#data/connection.ts'
import type { DraftRepository } from '#data/contract/store-contract.ts'

export const createDraftRepository = (connection: Connection, clock: Clock): DraftRepository => ({
  put: async (key, value) => {
    const saved = await connection.run((db) => db.draft.put({ key, at: clock.now(), box: value }))
    return saved.ok ? ok(null) : saved
  },
  get: async (key) => (await connection.db.draft.get(key))?.box as JsonValue | undefined,
  remove: async (key) => {
    await connection.run((db) => db.draft.delete(key))
  },
})
