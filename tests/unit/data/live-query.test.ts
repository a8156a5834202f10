// Dexie's live queries answer only where the engine is the global one, so it has to be there before Dexie is.
import 'fake-indexeddb/auto'
import { liveQuery } from 'dexie'
import { describe, expect, it } from 'vitest'
import { COMMUNE_SELF_ASSESSMENT } from '#domain/questionnaire/instrument-registry.ts'
import { anIdentity, aPhoto, aStore, UNIT, valueOf } from '#support/store/test-store.ts'

async function watched<T>(read: () => Promise<T>) {
  const seen: T[] = []
  const watch = liveQuery(read).subscribe({
    next: (value) => seen.push(value),
    error: (error) => expect.fail(String(error)),
  })
  const until = async (isThere: (value: T | undefined) => boolean): Promise<void> => {
    for (let i = 0; i < 200 && !isThere(seen.at(-1)); i++) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(seen.at(-1)).toSatisfy(isThere)
  }
  return { until, stop: () => watch.unsubscribe() }
}

describe('live queries over repositories', () => {
  it('show what was written, and that it was sent, without being asked again', async () => {
    const store = await aStore({ storeId: 'live' })
    const id = valueOf(await store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
    const view = await watched(() => store.assessments.get(id))
    const status = await watched(() => store.syncCentre.status())
    await view.until((seen) => seen !== undefined)
    valueOf(await store.assessments.saveAnswer(id, 'Q4.1', { score: 2 }))
    await view.until((seen) => seen?.answers['Q4.1']?.score === 2)
    await status.until((seen) => seen?.pendingChanges === 4)
    const of = `ans.${id}.Q4.1`
    valueOf(await store.evidence.add({ feed: `${UNIT}/self`, of, caption: '', photo: aPhoto('live') }))
    await view.until((seen) => seen?.answers['Q4.1']?.evidence.length === 1)
    await status.until((seen) => seen?.pendingPhotos === 2)
    const push = { ack: 5, safe: 0, expect: null, rejected: [] }
    valueOf(await store.sync.applyAnswer({ inc: 'i', push, feeds: [], gone: [], blobsWanted: [], clockOffset: 0 }))
    await view.until((seen) => seen?.location === 'sent')
    await status.until((seen) => seen?.pendingChanges === 0)
    view.stop()
    status.stop()
  })
})

describe('two tabs', () => {
  it('DAT-24: grants and replica that one learns are known to the other without a restart', async () => {
    const shared = { storeId: 'two-tabs', indexedDB: globalThis.indexedDB }
    const [one, two] = [await aStore(shared), await aStore({ ...shared, identity: null })]
    await two.fetchRest()
    let told = 0
    two.onIdentity(() => told++)
    valueOf(await one.sync.setIdentity({ ...anIdentity(), grants: [] }, 'v2'))
    await expect.poll(() => two.identity.grants).toEqual([])
    valueOf(await one.sync.rekey(anIdentity('b2'), null))
    await expect.poll(() => two.identity.replica).toBe('b2')
    expect(told).toBe(2)
    one.close()
    two.close()
  })
})
