import { describe, expect, it } from 'vitest'
import { unpackOps } from '#protocol/unpack.ts'
import { DAY, NOW } from '#support/endpoint/edges.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { signIn } from '#support/endpoint/test-device.ts'

const SELF = 'ls25-06001/self'

/** The writer wrote one record six times and another once; the reader had read three of it. */
async function office() {
  const scene = await createScene()
  const [writer, reader] = [await signIn(scene, 'secretary'), await signIn(scene, 'chairman')]
  await writer.push(...[1, 2, 3].map((n) => writer.op({ e: 'same', f: { note: [`${n}`] } })))
  const first = await reader.sync()
  const read = { inc: first.inc, cur: { [SELF]: first.feeds[SELF]?.to ?? 0 } }
  await writer.push(...[4, 5, 6].map((n) => writer.op({ e: 'same', f: { note: [`${n}`] } })), writer.op({ e: 'other' }))
  const compact = () =>
    scene.store.compact({ nowMs: NOW + 400 * DAY, olderThanMs: DAY, activeMs: DAY, keep: async () => undefined })
  return { scene, writer, reader, read, compact }
}

describe('a feed that operations left', () => {
  it('END-101: whoever has read past them gets what is new, whoever has not gets the records again', async () => {
    const { reader, read, compact } = await office()
    expect((await compact()).ops).toBe(5)
    const behind = await reader.sync(read)
    expect(behind.feeds[SELF]).toMatchObject({ ops: null, to: 7, after: null })
    expect(behind.feeds[SELF]?.snap?.map(({ entity }) => entity).sort()).toEqual(['other', 'same'])
    const beyond = await reader.sync({ ...read, cur: { [SELF]: 5 } })
    const batch = beyond.feeds[SELF]?.ops
    expect(batch && unpackOps(batch).map(({ e }) => e)).toEqual(['same', 'other'])
    expect((await reader.sync({ ...read, cur: { [SELF]: 7 } })).feeds).toEqual({})
  })

  it('END-101: the records come in pages and end, also where operations leave between two of them', async () => {
    const { reader, read, compact } = await office()
    await compact()
    const pages: Record<string, string> = {}
    const seen: string[] = []
    for (let step = 0; step < 5; step++) {
      const { feeds } = await reader.sync({ ...read, cur: { [SELF]: 0 }, pages, maxBytes: 1 })
      const part = feeds[SELF]
      seen.push(...(part?.snap ?? []).map(({ entity }) => entity))
      await compact()
      if (part?.after === null) break
      pages[SELF] = part?.after ?? ''
    }
    expect(seen).toEqual(['other', 'same'])
  })

  it('END-104: a renewed feed is read again whole by everybody, once, and goes on from there', async () => {
    const { scene, writer, reader, read } = await office()
    await scene.store.renewFeed(SELF)
    const again = await reader.sync({ ...read, cur: { [SELF]: 7 } })
    expect(again.feeds[SELF]).toMatchObject({ ops: null, after: null, own: 0 })
    const cur = { [SELF]: again.feeds[SELF]?.to ?? 0 }
    expect((await reader.sync({ ...read, cur })).feeds).toEqual({})
    await writer.push(writer.op({ e: 'new' }))
    const next = (await reader.sync({ ...read, cur })).feeds[SELF]
    expect(next?.ops && unpackOps(next.ops).map(({ e }) => e)).toEqual(['new'])
    expect((next?.to ?? 0) - (cur[SELF] ?? 0)).toBe(1)
  })
})
