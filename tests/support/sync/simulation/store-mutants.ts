/** Parts that break one rule each: a simulation that does not find them out proves nothing. */
import type { Commit } from '#data/commit.ts'
import type { SyncStore } from '#data/contract/sync-store-contract.ts'
import { writeIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { readCounters, writeCursor, writeMeta } from '#data/meta.ts'
import { blobRank } from '#data/photo-ledger.ts'
import { unpackOps } from '#protocol/unpack.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import type { SyncTransport } from '#sync/sync-transport.ts'

export interface Mutant {
  readonly store?: (store: SyncStore, db: LocalDatabase) => SyncStore
  readonly commit?: (commit: Commit, db: LocalDatabase) => Commit
  readonly transport?: (transport: SyncTransport) => SyncTransport
  readonly endpoint?: (store: EndpointStore) => EndpointStore
  /** Where to begin looking: what it breaks happens in few stories. It is found from any seed, only later. */
  readonly from?: number
}

const nothingNew = { feeds: [], gone: [], blobsWanted: [], clockOffset: null }

const rowsOf = (db: LocalDatabase, feed: string) => db.ent.where('[feed+e]').between([feed, ''], [feed, '\uffff'])

/** What the first, wrong reading of "the answer came" would believe. */
const believed = (inc: string, ack: number) => ({
  inc,
  now: 0,
  push: { ack, safe: 0, expect: null, rejected: [] },
  grantsVersion: '',
  feeds: {},
  gone: [],
  blobsWanted: [],
  more: false,
})

export const mutants: Readonly<Record<string, Mutant>> = {
  'takes as acknowledged what was only handed to the network': {
    store: (store) => ({
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
  },
  'puts a snapshot in the place of what is there': {
    store: (store, db) => ({
      ...store,
      applyAnswer: async (answer) => {
        for (const { feed, snap } of answer.feeds) if (snap) await rowsOf(db, feed).delete()
        return store.applyAnswer(answer)
      },
    }),
  },
  'does not notice that the endpoint was restored': {
    store: (store) => ({
      ...store,
      applyAnswer: async (answer) => {
        const at = await store.position()
        const inc = at.ok && at.value.inc !== '' ? at.value.inc : answer.inc
        return store.applyAnswer({ ...answer, inc, push: { ...answer.push, expect: null } })
      },
    }),
  },
  'keeps a refusal to itself': {
    store: (store) => ({
      ...store,
      applyAnswer: (answer) => store.applyAnswer({ ...answer, push: { ...answer.push, rejected: [] } }),
    }),
  },
  'moves a cursor without storing what lies before it': {
    store: (store) => ({
      ...store,
      applyAnswer: (answer) =>
        store.applyAnswer({
          ...answer,
          feeds: answer.feeds.map((page) =>
            page.ops && page.ops.length > 1 ? { ...page, ops: page.ops.slice(1) } : page,
          ),
        }),
    }),
  },
  'moves a cursor before the page is stored': {
    from: 28,
    store: (store, db) => ({
      ...store,
      applyAnswer: async (answer) => {
        for (const { feed, to, after } of answer.feeds)
          if (after === null) await writeIn(db, [db.meta], () => writeCursor(db, feed, { to, after: null }))
        return store.applyAnswer(answer)
      },
    }),
  },
  'keeps the rows of a feed it lost': {
    store: (store) => ({ ...store, applyAnswer: (answer) => store.applyAnswer({ ...answer, gone: [] }) }),
  },
  'purges a lost feed before its operations are sent': {
    store: (store, db) => ({
      ...store,
      applyAnswer: async (answer) => {
        for (const feed of answer.gone) await db.own.where('[feed+e]').between([feed, ''], [feed, '\uffff']).delete()
        return store.applyAnswer(answer)
      },
    }),
  },
  'forgets own operations once acknowledged, not safe yet': {
    store: (store, db) => ({
      ...store,
      applyAnswer: async (answer) => {
        const applied = await store.applyAnswer(answer)
        await db.own.where('n').belowOrEqual(answer.push.ack).delete()
        return applied
      },
    }),
  },
  'gives up photos that are sent and in no backup': {
    store: (store, db) => ({
      ...store,
      markBlobSent: async (sha256) => {
        const marked = await store.markBlobSent(sha256)
        await db.blobq.where('[rank+n]').between([blobRank.sent], [blobRank.safe]).modify({ rank: blobRank.safe })
        return marked
      },
    }),
  },
  'counts n in memory': {
    commit: (commit, db) => {
      let inMemory: number | undefined
      return async (...gesture) => {
        try {
          const counters = await readCounters(db)
          inMemory ??= counters.n
          await writeMeta(db, 'counters', { ...counters, n: inMemory })
        } catch {
          return commit(...gesture)
        }
        const saved = await commit(...gesture)
        if (saved.ok) inMemory = Math.max(inMemory, saved.value.lastN)
        return saved
      }
    },
  },
  'takes a captive portal for the endpoint': {
    transport: (transport) => ({
      ...transport,
      exchange: async (request) => {
        const reply = await transport.exchange(request)
        if (reply.ok || reply.error.code !== 'network.captive-portal' || !request.push) return reply
        const last = unpackOps(request.push).at(-1)
        return { ok: true, value: believed(request.inc, last?.n ?? 0) }
      },
    }),
  },
  // A false acknowledgement alone is healed: devices keep what they wrote until it is safe, and send it again.
  'calls acknowledged and safe what it has not stored (the endpoint)': {
    endpoint: (store) => ({
      ...store,
      ingest: async (push) => {
        const device = await store.deviceById(push.device)
        void Promise.resolve().then(async () => {
          await new Promise((resolve) => setImmediate(resolve))
          await store.ingest(push).catch(() => undefined)
        })
        const ack = Math.max(device?.lastN ?? 0, push.ops.at(-1)?.n ?? 0)
        return { type: 'stored', ack, safe: ack, expect: null }
      },
    }),
  },
  'leaves out operations in the middle of a page (the endpoint)': {
    endpoint: (store) => ({
      ...store,
      pull: async (...asked) => {
        const page = await store.pull(...asked)
        return page.ops.length < 3 ? page : { ...page, ops: page.ops.toSpliced(1, 1), own: page.own + 1 }
      },
    }),
  },
  'reads on past operations that left their feed (the endpoint)': {
    from: 19,
    endpoint: (store) => ({
      ...store,
      positions: async (feeds) => (await store.positions(feeds)).map((feed) => ({ ...feed, minSeq: 1 })),
    }),
  },
  'calls safe what no backup holds (the endpoint)': {
    endpoint: (store) => ({
      ...store,
      ingest: async (push) => {
        const outcome = await store.ingest(push)
        return outcome.type === 'stored' ? { ...outcome, safe: outcome.ack } : outcome
      },
    }),
    store: (store, db) => ({
      ...store,
      applyAnswer: async (answer) => {
        const applied = await store.applyAnswer(answer)
        await db.own.where('n').belowOrEqual(answer.push.safe).delete()
        return applied
      },
    }),
  },
}
