// Opens the rehearsal commune: a store of its own, the records it begins with, and a session without a network (DAY-17,
// DAY-18). Nothing here may import the sync engine or anything that asks an endpoint; a test holds it to that.
import { type OpenedPersonStore, openPersonStore, type PersonStoreOptions } from '#data/open-person-store.ts'
import { removeSealedStore } from '#data/sealing/lock-store.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { Platform } from '#features/screen-props.ts'
import { browserClock, browserHasher, browserRandom, todayOf } from '#app/platform/browser-kernel.ts'
import { storageEstimate } from '#app/platform/persistent-storage.ts'
import type { AppState } from '#app/session/app-session.ts'
import type { OpenSession } from '#app/session/open-session.ts'
import { forgetRehearsal } from './rehearsal-doors.ts'
import { REHEARSAL_STORE, rehearsalIdentity, rehearsalPerson } from './rehearsal-identity.ts'
import { startOperations } from './rehearsal-records.ts'

type Edges = Pick<PersonStoreOptions, 'clock' | 'random' | 'hasher' | 'indexedDB' | 'IDBKeyRange'>

const browserEdges: Edges = { clock: browserClock, random: browserRandom, hasher: browserHasher }

/** Stands where a store keeps which endpoint its records came from. */
const STARTED = 'rehearsal'

const platform: Platform = {
  async preparePhoto(file) {
    const { preparePhotoAside } = await import('#app/platform/prepare-photo-aside.ts')
    return preparePhotoAside(file)
  },
  prepareFile: async (file) => (await import('#app/platform/prepare-file.ts')).prepareFile(file, browserHasher),
  fetchPhoto: async () => err({ code: 'evidence.not-there' }),
  workbooks: async () => (await import('#app/platform/workbooks.ts')).workbooks,
  print: () => window.print(),
}

/** The records of the start are taken in once; what the learner writes afterwards stands beside them. */
async function bringStart(store: OpenedPersonStore, { clock, random }: Edges): Promise<Result<unknown, Problem>> {
  const position = await store.sync.position()
  if (!position.ok || position.value.inc === STARTED) return position
  const feeds = [...startOperations(todayOf(clock), random)]
  return store.sync.applyAnswer({
    inc: STARTED,
    push: { ack: 0, safe: 0, expect: null, rejected: [] },
    feeds: feeds.map(([feed, ops]) => ({ feed, ops, snap: null, after: null, to: ops.length })),
    gone: [],
    blobsWanted: [],
    clockOffset: 0,
  })
}

/** Another replica each time it is begun anew: nothing is ever numbered twice. */
const newReplica = ({ clock }: Edges): string => `rehearsal-${clock.now().toString(36)}`

async function openStore(edges: Edges): Promise<Result<OpenedPersonStore, Problem>> {
  const options = { ...edges, storeId: REHEARSAL_STORE, storageEstimate }
  const known = await openPersonStore({ ...options, identity: null })
  if (known.ok || known.error.code !== 'storage.evicted') return known
  return openPersonStore({ ...options, identity: rehearsalIdentity(todayOf(edges.clock), newReplica(edges)) })
}

async function openStarted(edges: Edges): Promise<Result<OpenedPersonStore, Problem>> {
  const opened = await openStore(edges)
  const started = opened.ok ? await bringStart(opened.value, edges) : opened
  return started.ok ? opened : started
}

export async function openRehearsal(edges: Edges = browserEdges): Promise<Result<OpenSession, Problem>> {
  const opened = await openStarted(edges)
  if (!opened.ok) {
    forgetRehearsal()
    return opened
  }
  const store = opened.value
  const rest = once(() => store.fetchRest())
  return ok({
    person: rehearsalPerson(edges.clock.now()),
    isRehearsal: true,
    store,
    platform,
    sync: { syncNow: async () => {} },
    whole: rest,
    arrival: async () => ({ read: 1, total: 1 }),
    close: async () => store.close(),
  })
}

/** React waits for one and the same promise. */
function once(load: () => Promise<void>): () => Promise<void> {
  let loaded: Promise<void> | undefined
  return () => (loaded ??= load())
}

/** What the app is drawn from at the start of a rehearsal. */
export async function rehearse(): Promise<AppState> {
  const opened = await openRehearsal()
  return opened.ok
    ? { at: 'open', session: opened.value, people: [], isFirst: false }
    : { at: 'blocked', problem: opened.error }
}

/** Everything written in it goes; the next opening begins anew (DAY-20). */
export async function removeRehearsal(session: Pick<OpenSession, 'close'>): Promise<void> {
  await session.close()
  await removeSealedStore(REHEARSAL_STORE)
}
