import { describe, expect, it } from 'vitest'
import { packColumns } from '#protocol/columns.ts'
import { unpackEntities } from '#protocol/entity-columns.ts'
import { unpackOps } from '#protocol/unpack.ts'
import { DAY } from '#support/endpoint/edges.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { grant } from '#support/endpoint/place-fixture.ts'
import { signIn, type TestDevice } from '#support/endpoint/test-device.ts'

const SELF = 'ls25-06001/self'
const PUB = 'ls25-06001/pub'

/** Reads everything in small answers, as a device on a thin line does. */
async function readAll(device: TestDevice, maxBytes: number, onStep: (step: number) => Promise<void> = async () => {}) {
  const [cur, pages] = [new Map<string, number>(), new Map<string, string>()]
  const [entities, ops] = [new Map<string, unknown>(), [] as string[]]
  let inc = ''
  for (let step = 1; step < 500; step++) {
    const request = { inc, cur: Object.fromEntries(cur), pages: Object.fromEntries(pages), maxBytes }
    const answer = await device.sync(request)
    inc = answer.inc
    for (const [feed, { ops: batch, snap, after, to, own }] of Object.entries(answer.feeds)) {
      for (const entity of snap ?? []) entities.set(entity.entity, entity.regs)
      const read = batch ? unpackOps(batch) : []
      if (batch && cur.get(feed)) expect(to - (cur.get(feed) ?? 0)).toBe(read.length + own)
      ops.push(...read.map((op) => op.e))
      if (after === null) {
        pages.delete(feed)
        cur.set(feed, to)
      } else pages.set(feed, after)
    }
    if (!answer.more) return { cur, entities, ops, steps: step }
    await onStep(step)
  }
  throw new Error('the device never came to an end')
}

describe('a pull', () => {
  it('END-4: a device that reads in small steps gets every record once, and nothing is missing', async () => {
    const scene = await createScene()
    const [writer, reader] = [await signIn(scene, 'secretary'), await signIn(scene, 'chairman')]
    await writer.push(...Array.from({ length: 450 }, () => writer.op()))
    const { entities, steps, cur } = await readAll(reader, 4000)
    expect(entities.size).toBe(450)
    expect(steps).toBeGreaterThan(5)
    expect(cur.get(SELF)).toBe(450)
  })

  it('END-4: what is written while the pages of a snapshot travel arrives as well', async () => {
    const scene = await createScene()
    const [writer, reader] = [await signIn(scene, 'secretary'), await signIn(scene, 'chairman')]
    await writer.push(...Array.from({ length: 100 }, () => writer.op()))
    const late = { e: 'a-first-in-order', f: { note: ['muộn'] as const } }
    const { entities, ops, cur } = await readAll(reader, 2000, async (step) => {
      if (step === 2) await writer.push(writer.op(late))
    })
    expect([...entities.keys(), ...ops]).toContain(late.e)
    expect(cur.get(SELF)).toBe(101)
  })

  it('SYN-21: who says to read columns gets records and operations in them, and may push in them', async () => {
    const scene = await createScene()
    const [writer, reader] = [await signIn(scene, 'secretary'), await signIn(scene, 'chairman')]
    const pushed = await writer.sync({ v: 2, push: packColumns([writer.op(), writer.op()]) })
    expect(pushed).toMatchObject({ v: 2, push: { ack: 2, expect: null } })
    const [old, first] = [await reader.sync({ v: 1 }), await reader.sync({ v: 2 })]
    const records = first.feeds[SELF]?.ents
    expect(first.feeds[SELF]?.snap).toEqual([])
    expect(records && unpackEntities(records)).toEqual(old.feeds[SELF]?.snap)
    await writer.push(writer.op())
    const next = await reader.sync({ v: 2, inc: first.inc, cur: { [SELF]: first.feeds[SELF]?.to ?? 0 } })
    expect(next.feeds[SELF]?.ops).toMatchObject({ v: 2, e: ['ans.asm.ls25-06001.2026-1.q3'] })
  })

  it('END-4: after the snapshot only what is new travels', async () => {
    const scene = await createScene()
    const [writer, reader] = [await signIn(scene, 'secretary'), await signIn(scene, 'chairman')]
    await writer.push(writer.op(), writer.op())
    const { inc } = await reader.sync()
    await writer.push(writer.op({ e: 'new' }))
    const answer = await reader.sync({ inc, cur: { [SELF]: 2 } })
    const feed = answer.feeds[SELF]
    expect(feed && feed.ops && unpackOps(feed.ops).map((op) => op.e)).toEqual(['new'])
    expect((await reader.sync({ inc, cur: { [SELF]: 3 } })).feeds).toEqual({})
  })

  it('END-4: cursors of another incarnation are not believed: the device gets a snapshot to merge', async () => {
    const scene = await createScene()
    const [writer, reader] = [await signIn(scene, 'secretary'), await signIn(scene, 'chairman')]
    await writer.push(writer.op(), writer.op())
    const answer = await reader.sync({ inc: 'before-the-restoration', cur: { [SELF]: 2 } })
    expect(answer.feeds[SELF]?.snap).toHaveLength(2)
  })

  it('END-5: no answer carries a feed outside the grants, whatever the device asks for', async () => {
    const scene = await createScene()
    const writer = await signIn(scene, 'secretary')
    await writer.push(writer.op(), writer.op({ s: PUB, k: 'assessment-progress', e: 'asm-1', f: { answered: [1] } }))
    const feedsOf = async (who: string) => {
      const answer = await (await signIn(scene, who)).sync({ cur: { [SELF]: 1 }, pages: { [PUB]: '1 a' } })
      return { feeds: Object.keys(answer.feeds), gone: answer.gone }
    }
    expect(await feedsOf('monitor')).toEqual({ feeds: [PUB], gone: [SELF] })
    expect(await feedsOf('other-monitor')).toEqual({ feeds: [], gone: [PUB, SELF] })
    expect(await feedsOf('neighbour')).toEqual({ feeds: [], gone: [PUB, SELF] })
    expect(await feedsOf('administrator')).toEqual({ feeds: [], gone: [PUB, SELF] })
    expect((await feedsOf('chairman')).feeds).toEqual([PUB, SELF])
  })

  it('END-5: a grant that ends closes its feeds at the very next request, and a new one opens them', async () => {
    const scene = await createScene()
    const [writer, monitor] = [await signIn(scene, 'secretary'), await signIn(scene, 'other-monitor')]
    await writer.push(writer.op({ s: PUB, k: 'assessment-progress', e: 'asm-1', f: { answered: [1] } }))
    const before = await monitor.sync()
    await scene.store.saveAccounts([], [grant('other-monitor', 'area-monitor', 'area-180', '2026-11-21', '2026-11-22')])
    const gained = await monitor.sync()
    expect([Object.keys(before.feeds), Object.keys(gained.feeds)]).toEqual([[], [PUB]])
    expect(gained.grantsVersion).not.toBe(before.grantsVersion)
    scene.clock.advance(2 * DAY)
    const later = await signIn(scene, 'other-monitor', { replica: monitor.replica })
    expect(await later.sync({ cur: { [PUB]: 1 } })).toMatchObject({ feeds: {}, gone: [PUB] })
  })

  it('END-14: a device does not get back what it sent, and is told how much that was', async () => {
    const scene = await createScene()
    const [mine, theirs] = [await signIn(scene, 'secretary'), await signIn(scene, 'colleague')]
    const answer = await mine.push(mine.op(), mine.op(), mine.op())
    expect(answer.feeds[SELF]).toMatchObject({ snap: null, own: 3, to: 3, more: false })
    await theirs.push(theirs.op({ e: 'theirs' }))
    await mine.push(mine.op({ n: 4 }))
    const feed = (await mine.sync({ inc: answer.inc, cur: { [SELF]: 3 } })).feeds[SELF]
    expect(feed).toMatchObject({ own: 1, to: 5 })
    expect(feed?.ops && unpackOps(feed.ops).map((op) => op.e)).toEqual(['theirs'])
  })
})

describe('a feed given away and regained', () => {
  it('END-14: comes whole where the device says that its rows left it, also what it wrote itself', async () => {
    const scene = await createScene()
    const writer = await signIn(scene, 'secretary')
    await writer.push(writer.op(), writer.op())
    const usual = await writer.sync({ v: 2 })
    expect(usual.feeds[SELF]).toMatchObject({ own: 2, snap: null })
    const anew = await writer.sync({ v: 2, anew: [SELF] })
    const records = anew.feeds[SELF]?.ents
    expect(records && unpackEntities(records)).toHaveLength(2)
  })
})
