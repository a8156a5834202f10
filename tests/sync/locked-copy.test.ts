import { describe, expect, it } from 'vitest'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { forTeam, HandOverDevice, offlineDevice, SELF } from '#support/hand-over/hand-over-device.ts'
import { makeFile } from '#sync/hand-over/make-file.ts'

const PHRASE = 'mưa rào trên đồi chè'
const locked = { ...forTeam, phrase: PHRASE }

describe('a pass phrase on what a colleague may read', () => {
  it('HND-11: without it or with a wrong one nothing is read and nothing lost; with it the colleague reads', async () => {
    const scene = await createScene()
    const secretary = await offlineDevice(scene, 'secretary')
    const chairman = await offlineDevice(scene, 'chairman')
    await secretary.answer('q1', { score: 2 })
    const file = await secretary.make(locked)
    expect(file).toMatchObject({ ops: 1, locked: 1 })
    expect(Buffer.from(file.bytes).toString('latin1')).not.toContain(SELF)

    expect(await chairman.open(file.bytes)).toMatchObject({ merged: 0, locked: 1, carried: 1, refused: new Map() })
    const wrong = await chairman.open(file.bytes, 'mưa rào trên đồi cọ')
    expect(Object.fromEntries(wrong.refused)).toEqual({ 'hand-over.wrong-phrase': 1 })
    expect(await chairman.shown('q1', 'score')).toEqual([])
    expect(await chairman.open(file.bytes, '  mưa rào  trên đồi chè ')).toMatchObject({ merged: 1, locked: 0 })
    expect(await chairman.shown('q1', 'score')).toEqual([2])
  })

  it('HND-11: the endpoint takes the part that is for it without a pass phrase', async () => {
    const scene = await createScene()
    const secretary = await offlineDevice(scene, 'secretary')
    await secretary.answer('q1', { score: 2 })
    const { bytes } = await secretary.make(locked)
    const reply = await scene.app.inject({
      method: 'POST',
      url: '/v1/hand-over',
      headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${secretary.token}` },
      payload: Buffer.from(bytes),
    })
    expect(reply.json()).toMatchObject({ sections: [{ code: null }], receipts: [{}] })
    expect((await scene.store.positions([SELF]))[0]?.seq).toBe(1)
  })

  it('HND-11: too short a phrase makes no file, and a damaged locked part is called damaged', async () => {
    const scene = await createScene()
    const secretary = await offlineDevice(scene, 'secretary')
    const chairman = await HandOverDevice.signIn(scene, 'chairman')
    await chairman.sync()
    await secretary.answer('q1', { score: 2 })
    expect(await makeFile(secretary.parts, { ...forTeam, phrase: 'ngắn quá' })).toEqual({
      ok: false,
      error: { code: 'hand-over.weak-phrase' },
    })
    const { bytes } = await secretary.make(locked)
    const spoilt = bytes.slice()
    spoilt[spoilt.length - 5] = (spoilt.at(-5) ?? 0) ^ 1
    const taken = await chairman.open(spoilt, PHRASE)
    expect(Object.fromEntries(taken.refused)).toEqual({ 'hand-over.damaged': 1 })
    expect(taken).toMatchObject({ carried: 1, merged: 0 })
  })
})
