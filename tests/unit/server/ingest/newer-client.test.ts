import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Op } from '#domain/change/op.ts'
import { packBatch } from '#protocol/batch.ts'
import { syncAnswerSchema } from '#protocol/sync-message.ts'
import { unpackOps } from '#protocol/unpack.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { signIn } from '#support/endpoint/test-device.ts'

const PUB = 'ls25-06001/pub'

/** A record of a version after this one: its kind, its fields and its schema version are news to the endpoint. */
const newer: Partial<Op> = {
  s: PUB,
  k: 'risk-register',
  e: 'rsk-1',
  sv: 7,
  f: { risk: [{ deep: [1, null, 'Đoàn Kết'] }], _order: [2] },
}

describe('a client newer than the endpoint', () => {
  it('END-18: what is of an unknown kind is stored, and passed on as it came, as operation and as record', async () => {
    const scene = await createScene()
    const [writer, reader] = [await signIn(scene, 'secretary'), await signIn(scene, 'monitor')]
    await writer.push(writer.op({ s: PUB, k: 'assessment-progress', e: 'asm-1', f: { answered: [1] } }))
    const { inc } = await reader.sync()
    const op = writer.op(newer)
    expect((await writer.push(op)).push).toMatchObject({ ack: 2, rejected: [] })
    const delta = (await reader.sync({ inc, cur: { [PUB]: 1 } })).feeds[PUB]
    expect(delta?.ops && unpackOps(delta.ops)).toEqual([op])
    const snap = (await (await signIn(scene, 'province')).sync()).feeds[PUB]?.snap ?? []
    expect(snap.find(({ entity }) => entity === op.e)).toMatchObject({
      kind: op.k,
      regs: { risk: { h: [{ d: op.d, n: op.n, v: newer.f?.risk?.[0] }] }, _order: { h: [{ v: 2 }] } },
    })
  })

  it('END-18: whoever may write nothing of an audience writes no unknown kind there either', async () => {
    const scene = await createScene()
    for (const [username, feed] of [
      ['monitor', 'ls25-06001/self'],
      ['neighbour', PUB],
      ['administrator', PUB],
      ['secretary', 'p20/plan'],
    ] as const) {
      const device = await signIn(scene, username)
      const answer = await device.push(device.op({ ...newer, s: feed }))
      expect([username, answer.push.rejected]).toEqual([username, [{ n: 1, code: 'access.forbidden' }]])
    }
  })

  it('END-18: what a newer message has beside the known columns and fields is no reason to refuse it', async () => {
    const device = await signIn(await createScene(), 'secretary')
    const push = { ...packBatch([device.op()]), mood: ['new column'] }
    const body = { ...device.request(), v: 99, push, later: { more: true } }
    const response = await device.trySend(gzipSync(JSON.stringify(body)))
    expect(response.statusCode).toBe(200)
    expect(syncAnswerSchema.parse(response.json()).push).toMatchObject({ ack: 1, rejected: [] })
  })
})
