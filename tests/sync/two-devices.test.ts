import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Stage } from '#support/sync/simulation/stage.ts'

const DRAFT = 'c1/self'
const SHARED = 'c1/pub'
const Q1 = 'ans.asm.c1.2026-1.q1'

let stage: Stage
beforeEach(async () => {
  stage = await Stage.set()
})
afterEach(() => stage.leave())

describe('two devices and the real endpoint', () => {
  it('SYN-2: what one commune writes its other device reads, and both say sent', async () => {
    const [secretary, chairman] = [await stage.enter('secretary-1'), await stage.enter('chairman-1')]
    await stage.write(secretary, DRAFT, 'answer', Q1, { score: 2 })
    await stage.sync(secretary)
    await stage.sync(chairman)
    expect(await stage.shown(chairman, DRAFT, Q1, 'score')).toBe(2)
    const { ack, lastN } = await secretary.position()
    expect([ack, lastN]).toEqual([1, 1])
  })

  it('SYN-2: a lost answer and a cold start in between lead to a resend that changes nothing', async () => {
    const secretary = await stage.enter('secretary-1')
    await stage.write(secretary, DRAFT, 'answer', Q1, { score: 2 })
    await stage.network.spoil(await stage.begin(secretary), 'answerLost')
    stage.kill(secretary)
    await secretary.open()
    await stage.sync(secretary)
    expect((await stage.endpoint.store.positions([DRAFT]))[0]?.seq).toBe(1)
    expect((await secretary.position()).ack).toBe(1)
  })

  it('SYN-9: a conflict made offline is the same on both devices, with both values', async () => {
    const [secretary, chairman] = [await stage.enter('secretary-1'), await stage.enter('chairman-1')]
    await stage.write(secretary, DRAFT, 'answer', Q1, { score: 2 })
    await stage.write(chairman, DRAFT, 'answer', Q1, { score: 1 })
    for (const device of [secretary, chairman, secretary]) await stage.sync(device)
    const rows = await Promise.all([secretary, chairman].map((device) => device.life.db.ent.get([DRAFT, Q1])))
    expect(rows[0]?.box.score?.h.map(({ v }) => v).sort()).toEqual([1, 2])
    expect(rows[0]?.box).toEqual(rows[1]?.box)
  })

  it('SYN-3: a write that is not allowed is listed with its reason on the device that made it', async () => {
    const monitor = await stage.enter('monitor')
    await stage.write(monitor, SHARED, 'answer', 'forbidden.1', { score: 0 })
    await stage.write(monitor, SHARED, 'visit', 'visit.1', { note: 'x' })
    await stage.sync(monitor)
    expect(await monitor.life.db.attention.toArray()).toMatchObject([{ n: 1, box: { code: 'access.forbidden' } }])
    expect((await monitor.position()).ack).toBe(2)
  })

  it('SYN-10: after the endpoint was restored from a backup it gets back what was written since', async () => {
    const [secretary, chairman] = [await stage.enter('secretary-1'), await stage.enter('chairman-1')]
    await stage.write(secretary, DRAFT, 'answer', Q1, { score: 2 })
    await stage.sync(secretary)
    await stage.endpoint.backUp()
    await stage.write(secretary, DRAFT, 'answer', Q1, { note: 'sau khi sao lưu' })
    await stage.sync(secretary)
    await stage.endpoint.restore()
    await stage.sync(secretary)
    await stage.sync(chairman)
    expect(await stage.shown(chairman, DRAFT, Q1, 'note')).toBe('sau khi sao lưu')
  })

  it('SYN-11: a device never downloads what it just sent', async () => {
    const secretary = await stage.enter('secretary-1')
    for (let q = 1; q <= 52; q++)
      await stage.write(secretary, DRAFT, 'answer', `ans.asm.c1.2026-1.q${q}`, { note: `ghi chú ${q}` })
    await stage.sync(secretary)
    const before = await secretary.position()
    await stage.sync(secretary)
    expect(before.cur[DRAFT]).toBe(52)
    expect((await stage.endpoint.store.pull(DRAFT, 0, secretary.replica, 1_000_000)).ops).toEqual([])
  })
})

describe('a feed that is lost and regained', () => {
  it('SYN-9: shows own records again, also where nobody else wrote in it', async () => {
    const secretary = await stage.enter('secretary-1')
    await stage.write(secretary, DRAFT, 'answer', Q1, { score: 2 })
    await stage.sync(secretary)
    await stage.setMembership('secretary-1', false)
    await stage.sync(secretary)
    expect(await stage.shown(secretary, DRAFT, Q1, 'score')).toBeUndefined()
    await stage.setMembership('secretary-1', true)
    await stage.sync(secretary)
    expect(await stage.shown(secretary, DRAFT, Q1, 'score')).toBe(2)
  })

  it('SYN-10: leaves the device also when the endpoint was replaced and the device killed in between', async () => {
    const secretary = await stage.enter('secretary-1')
    await stage.write(secretary, DRAFT, 'answer', Q1, { score: 2 })
    await stage.sync(secretary)
    await stage.endpoint.backUp()
    await stage.endpoint.restore()
    await stage.network.answer(await stage.begin(secretary))
    await stage.rest()
    stage.kill(secretary)
    await secretary.open()
    await stage.setMembership('secretary-1', false)
    await stage.sync(secretary)
    expect(await secretary.life.db.ent.count()).toBe(0)
  })

  it('SYN-9: leaves the device also when it was lost before the device had read anything', async () => {
    const secretary = await stage.enter('secretary-1')
    await stage.write(secretary, DRAFT, 'answer', Q1, { score: 2 })
    await stage.setMembership('secretary-1', false)
    await stage.sync(secretary)
    await stage.sync(secretary)
    expect(await secretary.life.db.ent.count()).toBe(0)
    expect(await secretary.life.db.own.count()).toBe(1)
  })
})
