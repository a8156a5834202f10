/** Stores that break one rule each: a simulation that does not find them out proves nothing. */
import type { SyncStore } from '#data/contract/sync-store-contract.ts'
import type { LocalDatabase } from '#data/local-database.ts'

export type StoreMutant = (store: SyncStore, db: LocalDatabase) => SyncStore

const nothingNew = { feeds: [], gone: [], blobsWanted: [], clockOffset: null }

export const storeMutants: Readonly<Record<string, StoreMutant>> = {
  'takes as acknowledged what was only handed to the network': (store) => ({
    ...store,
    nextPush: async (limit) => {
      const [at, slice] = [await store.position(), await store.nextPush(limit)]
      const last = slice.ok ? slice.value.ops.at(-1) : undefined
      if (at.ok && last) {
        const { inc, safe } = at.value
        await store.applyAnswer({ inc, push: { ack: last.n, safe, expect: null, rejected: [] }, ...nothingNew })
      }
      return slice
    },
  }),
  'puts a snapshot in the place of what is there': (store, db) => ({
    ...store,
    applyAnswer: async (answer) => {
      for (const { feed, snap } of answer.feeds) {
        if (snap) await db.ent.where('[feed+e]').between([feed, ''], [feed, '\uffff']).delete()
      }
      return store.applyAnswer(answer)
    },
  }),
  'does not notice that the endpoint was restored': (store) => ({
    ...store,
    applyAnswer: async (answer) => {
      const at = await store.position()
      const inc = at.ok && at.value.inc !== '' ? at.value.inc : answer.inc
      return store.applyAnswer({ ...answer, inc, push: { ...answer.push, expect: null } })
    },
  }),
  'keeps a refusal to itself': (store) => ({
    ...store,
    applyAnswer: (answer) => store.applyAnswer({ ...answer, push: { ...answer.push, rejected: [] } }),
  }),
  'moves a cursor without storing what lies before it': (store) => ({
    ...store,
    applyAnswer: (answer) =>
      store.applyAnswer({
        ...answer,
        feeds: answer.feeds.map((page) =>
          page.ops && page.ops.length > 1 ? { ...page, ops: page.ops.slice(1) } : page,
        ),
      }),
  }),
  'keeps the rows of a feed it lost': (store) => ({
    ...store,
    applyAnswer: (answer) => store.applyAnswer({ ...answer, gone: [] }),
  }),
}
