import { describe, expect, it } from 'vitest'
import type { Op } from '#domain/change/op.ts'
import { adminWaitingSchema } from '#protocol/admin-message.ts'
import { paths } from '#protocol/paths.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { idOf } from '#support/endpoint/place-fixture.ts'
import { signIn, type TestDevice } from '#support/endpoint/test-device.ts'

const SELF = 'ls25-06001/self'
const PUB = 'ls25-06001/pub'

const post = (device: TestDevice, url: string, body: object) => device.scene.post(url, body, device.headers)

const decide = (by: TestDevice, of: TestDevice, n: number, verdict = 'accepted', reason = '') =>
  post(by, paths.adminQuarantine, { device: of.replica, n, verdict, reason })

const listOf = async (device: TestDevice) =>
  adminWaitingSchema.parse((await device.scene.get(paths.adminQuarantine, device.headers)).json()).quarantine

/** An auditor wrote drafts of the commune, which the role may not. */
async function scene() {
  const made = await createScene()
  const [auditor, administrator] = [await signIn(made, 'auditor'), await signIn(made, 'administrator')]
  await auditor.push(auditor.op({ e: 'one', f: { note: ['ghi hộ'] } }), auditor.op({ e: 'two', f: { note: ['nháp'] } }))
  return { made, auditor, administrator }
}

describe('a decision about a refused operation', () => {
  it('END-31: accepted, it enters the feed in its author’s name, and the author’s device is told', async () => {
    const { made, auditor, administrator } = await scene()
    expect((await decide(administrator, auditor, 1, 'accepted', 'đã hỏi chủ tịch')).json()).toEqual({ ok: true })
    const reader = await signIn(made, 'chairman')
    const [entity] = (await reader.sync()).feeds[SELF]?.snap ?? []
    expect(entity).toMatchObject({
      entity: 'one',
      regs: { note: { h: [{ d: auditor.replica, n: 1, u: idOf('auditor') }] } },
    })
    const { push } = await auditor.sync({ refused: [1, 2] })
    expect(push.rejected).toEqual([{ n: 2, code: 'access.forbidden' }])
    expect(push.decided).toMatchObject([{ n: 1, verdict: 'accepted', reason: 'đã hỏi chủ tịch' }])
  })

  it('END-31: dismissed, it stays out and the author reads the reason; without a reason it is not dismissed', async () => {
    const { made, auditor, administrator } = await scene()
    const without = await decide(administrator, auditor, 2, 'dismissed')
    expect([without.statusCode, without.json()]).toEqual([400, { code: 'decision.reason-missing' }])
    await decide(administrator, auditor, 2, 'dismissed', 'không thuộc vai trò')
    expect((await auditor.sync({ refused: [2] })).push).toMatchObject({
      rejected: [{ n: 1 }],
      decided: [{ n: 2, verdict: 'dismissed', reason: 'không thuộc vai trò' }],
    })
    expect((await made.store.facts()).ops).toBe(0)
    expect((await made.store.opAt(auditor.replica, 2))?.op.e).toBe('two')
  })

  it('END-31: a decision is taken once, and a device that does not ask is told nothing', async () => {
    const { auditor, administrator } = await scene()
    await decide(administrator, auditor, 1)
    const again = await decide(administrator, auditor, 1, 'dismissed', 'x')
    expect([again.statusCode, again.json()]).toEqual([409, { code: 'decision.not-waiting' }])
    expect((await auditor.sync()).push).not.toHaveProperty('decided')
  })

  it('END-31: no word of anybody lets in what is malformed, forged or misplaced', async () => {
    const { made, administrator } = await scene()
    const device = await signIn(made, 'secretary')
    await device.push(
      device.op({ f: {} }),
      device.op({ u: idOf('chairman') }),
      device.op({ s: PUB }),
      device.op({ s: 'nowhere-1/self' }),
    )
    for (const n of [1, 2, 3, 4])
      expect([n, (await decide(administrator, device, n)).json()]).toEqual([n, { code: 'decision.impossible' }])
    const listed = (await listOf(administrator)).filter((item) => item.device === device.replica)
    expect(listed.map(({ canAccept }) => canAccept)).toEqual([false, false, false, false])
    expect((await made.store.facts()).ops).toBe(0)
  })

  it('END-146: nor what writes over a published finding, and whoever decides sees that', async () => {
    const { auditor, administrator } = await scene()
    const finding = (f: Op['f']) => auditor.op({ s: PUB, k: 'finding', e: 'fin', f })
    await auditor.push(finding({ grade: ['major'] }), finding({ grade: ['minor'] }))
    const listed = (await listOf(administrator)).filter(({ code }) => code === 'judged.published')
    expect(listed).toMatchObject([{ n: 4, canAccept: false }])
    expect((await decide(administrator, auditor, 4)).json()).toEqual({ code: 'decision.impossible' })
  })

  it('END-37: who decides where stands in the access table; nobody decides about their own', async () => {
    const { made, auditor, administrator } = await scene()
    const [province, monitor] = [await signIn(made, 'province'), await signIn(made, 'monitor')]
    await monitor.push(monitor.op({ s: PUB, k: 'finding', e: 'f', f: { grade: ['minor'] } }))
    await province.push(province.op({ s: PUB, k: 'finding', e: 'g', f: { grade: ['minor'] } }))
    expect((await listOf(province)).map(({ feed }) => feed)).toEqual([PUB, PUB])
    expect(await listOf(administrator)).toHaveLength(4)
    for (const [by, of, status] of [
      [province, auditor, 403],
      [province, province, 403],
      [monitor, auditor, 403],
      [auditor, auditor, 403],
      [province, monitor, 200],
    ] as const)
      expect((await decide(by, of, 1)).statusCode).toBe(status)
    for (const device of [monitor, auditor, await signIn(made, 'chairman')])
      expect((await made.get(paths.adminQuarantine, device.headers)).statusCode).toBe(403)
  })
})
