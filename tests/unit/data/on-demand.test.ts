// Dexie's live queries answer only where the engine is the global one, so it has to be there before Dexie is.
import 'fake-indexeddb/auto'
import { liveQuery } from 'dexie'
import { describe, expect, it } from 'vitest'
import { fetchedOnce, onDemand } from '#data/on-demand.ts'
import { COMMUNE_SELF_ASSESSMENT } from '#domain/questionnaire/instrument-registry.ts'
import { aStore, UNIT, valueOf } from '#support/store/test-store.ts'

const echo = { say: async (word: string) => word }

describe('a part of the store that comes with its first use', () => {
  it('is fetched once, however many ask for it at the same time', async () => {
    let fetched = 0
    const later = fetchedOnce(async () => {
      fetched += 1
      return { echo }
    })
    const { say } = onDemand(later, 'echo', ['say'])
    expect(await Promise.all([say('a'), say('b')])).toEqual(['a', 'b'])
    expect(await say('c')).toBe('c')
    expect(fetched).toBe(1)
  })

  it('is asked for again after a fetch that failed', async () => {
    let fetched = 0
    const later = fetchedOnce(async () => {
      fetched += 1
      if (fetched === 1) throw new Error('no network')
      return { echo }
    })
    const { say } = onDemand(later, 'echo', ['say'])
    await expect(say('a')).rejects.toThrow('no network')
    expect(await say('b')).toBe('b')
  })

  it('lets a live query see later writes, also where the query was what fetched it', async () => {
    const device = { indexedDB, IDBKeyRange, storeId: 'on-demand' }
    const writer = await aStore(device)
    const id = valueOf(await writer.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
    const cold = await aStore(device)
    const seen: unknown[] = []
    const watch = liveQuery(() => cold.assessments.get(id)).subscribe((view) => {
      seen.push(view?.answers['Q4.1']?.score)
    })
    const until = async (score: number | undefined): Promise<void> => {
      for (let i = 0; i < 200 && (seen.length === 0 || seen.at(-1) !== score); i++)
        await new Promise((resolve) => setTimeout(resolve, 5))
      expect(seen.at(-1)).toBe(score)
    }
    await until(undefined)
    valueOf(await writer.assessments.saveAnswer(id, 'Q4.1', { score: 2 }))
    await until(2)
    watch.unsubscribe()
  })
})
