import { describe, expect, it } from 'vitest'
import { inOrderOfNeed, shareOf } from '#server/pull/feed-order.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { COMMUNE, grant, NEIGHBOUR } from '#support/endpoint/place-fixture.ts'
import { signIn } from '#support/endpoint/test-device.ts'

const feed = (id: string, isKnown = false) => ({ id, isKnown })

describe('what an answer begins with', () => {
  it('END-38: own place, plans, news, and then what changed last', () => {
    const feeds = [
      feed('c3/pub'),
      feed('c2/pub'),
      feed('c1/pub', true),
      feed('p20/plan'),
      feed('own/self'),
      feed('own/pub'),
    ]
    const changed = new Map([
      ['c3/pub', 5],
      ['c2/pub', 9],
      ['own/pub', 1],
      ['own/self', 2],
    ])
    expect(inOrderOfNeed(feeds, new Set(['own']), changed).map(({ id }) => id)).toEqual([
      'own/self',
      'own/pub',
      'p20/plan',
      'c1/pub',
      'c2/pub',
      'c3/pub',
    ])
  })

  it('END-38: news share the room evenly, a first reading takes what is left', () => {
    expect([shareOf(feed('a', true), 500_000, 4), shareOf(feed('a', true), 500_000, 0)]).toEqual([100_000, 500_000])
    expect([shareOf(feed('a', true), 20_000, 9), shareOf(feed('a', true), 100, 9)]).toEqual([16_000, 100])
    expect(shareOf(feed('a'), 500_000, 9)).toBe(500_000)
  })

  it('END-38: a monitor with little room gets the news of every commune before the rest of the busiest', async () => {
    const scene = await createScene()
    await scene.store.saveAccounts([], [grant('secretary', 'iso-secretary', NEIGHBOUR)])
    const [writer, monitor] = [await signIn(scene, 'secretary'), await signIn(scene, 'monitor')]
    const write = (unit: string) =>
      writer.op({ s: `${unit}/pub`, k: 'assessment-progress', f: { answered: ['x'.repeat(900)] } })
    const { inc } = await writer.push(write(COMMUNE), write(NEIGHBOUR))
    await writer.push(...Array.from({ length: 100 }, () => write(COMMUNE)), write(NEIGHBOUR))
    const cur = { [`${COMMUNE}/pub`]: 1, [`${NEIGHBOUR}/pub`]: 1 }
    const answer = await monitor.sync({ inc, cur, maxBytes: 40_000 })
    expect(answer.feeds[`${NEIGHBOUR}/pub`]).toMatchObject({ to: 2, more: false })
    expect(answer.feeds[`${COMMUNE}/pub`]?.more).toBe(true)
    expect(answer.more).toBe(true)
  })
})
