// Two people move one corrective action request offline in different directions; the endpoint decides by the rules.
import { describe, expect, it } from 'vitest'
import { fieldValue } from '#domain/change/entity-state.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import type { FieldWrite, JsonValue } from '#domain/change/op.ts'
import { paths } from '#protocol/paths.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { signIn, type TestDevice } from '#support/endpoint/test-device.ts'

const pub = 'ls25-06001/pub'
const DUE = { text: '01/12/2026', date: '2026-12-01' }
const everything = { words: 'đã xem', whys: ['vì sao'], action: 'phân công', dueOn: DUE }

async function scenario() {
  const scene = await createScene()
  const start = scene.clock.now()
  const move = (device: TestDevice, minute: number, name: string, more: Readonly<Record<string, JsonValue>> = {}) => {
    const fields = { unit: 'ls25-06001', of: 'car-1', name, on: '2026-11-21', ...everything, ...more }
    const f = Object.fromEntries(Object.entries(fields).map(([key, value]): [string, FieldWrite] => [key, [value]]))
    const h = hlcAt(start + minute * 1000)
    return device.op({ s: pub, k: 'corrective-move', e: `${name}-${device.account}-${minute}`, h, f })
  }
  const [secretary, chairman] = [await signIn(scene, 'secretary'), await signIn(scene, 'chairman')]
  await secretary.push(move(secretary, 1, 'start-analysis'), move(secretary, 2, 'submit-analysis'))
  await chairman.push(move(chairman, 3, 'approve'))
  await secretary.push(move(secretary, 4, 'report-done'))
  return { scene, secretary, chairman, move }
}

describe('a move of a corrective action at the endpoint', () => {
  it('END-116, CA-14: of two verifiers the one who came first counts, though the other’s clock says earlier', async () => {
    const { scene, move } = await scenario()
    const [auditor, monitor] = [await signIn(scene, 'auditor'), await signIn(scene, 'monitor')]
    expect((await monitor.push(move(monitor, 20, 'reject'))).push.rejected).toEqual([])
    const late = await auditor.push(move(auditor, 10, 'accept'))
    expect(late.push.rejected).toEqual([{ n: 1, code: 'corrective.moved-meanwhile' }])
    expect((await auditor.push(move(auditor, 30, 'accept'))).push.rejected).toEqual([
      { n: 1, code: 'corrective.moved-meanwhile' },
    ])
    const { entities } = await scene.store.snapshot(pub, '', 10_000)
    expect(entities.map(({ entity }) => entity)).toContain('accept-acc.auditor-30')
  })

  it('END-132, CA-24: whoever was first reads at the next contact that another move came, and not what it says', async () => {
    const { scene, move } = await scenario()
    const [auditor, monitor] = [await signIn(scene, 'auditor'), await signIn(scene, 'monitor')]
    await monitor.push(move(monitor, 20, 'reject'))
    await auditor.push(move(auditor, 10, 'accept', { words: 'chỉ tác giả đọc' }))
    await auditor.push()
    const text = JSON.stringify(await monitor.sync())
    expect(text).toContain('kad.accept-acc.auditor-10')
    expect(text).not.toContain('chỉ tác giả đọc')
    const { entities } = await scene.store.snapshot(pub, 'kad.', 10_000)
    expect(entities.filter(({ kind }) => kind === 'kept-aside')).toHaveLength(1)
  })

  it('END-132, ACC-22: what a device writes under the id of a notice is none, and nothing is written over it', async () => {
    const { scene, move } = await scenario()
    const [auditor, monitor] = [await signIn(scene, 'auditor'), await signIn(scene, 'monitor')]
    const id = 'kad.accept-acc.auditor-10'
    const forged = monitor.op({ s: pub, k: 'kept-aside', e: id, f: { of: ['car-1'], move: ['x'] } })
    expect((await monitor.push(forged)).push.rejected).toEqual([{ n: 1, code: 'access.forbidden' }])
    await monitor.push(monitor.op({ s: pub, k: 'visit', e: id }), move(monitor, 20, 'reject'))
    await auditor.push(move(auditor, 10, 'accept'))
    const { entities } = await scene.store.snapshot(pub, 'kad.', 10_000)
    expect(entities.filter(({ entity }) => entity === id)).toMatchObject([{ kind: 'visit' }])
  })

  it('END-133: a decision at the office is told with the notice', async () => {
    const { scene, move } = await scenario()
    const [auditor, monitor] = [await signIn(scene, 'auditor'), await signIn(scene, 'monitor')]
    await monitor.push(move(monitor, 20, 'reject'))
    await auditor.push(move(auditor, 10, 'accept'))
    const { headers } = await signIn(scene, 'administrator')
    const verdict = { device: auditor.replica, n: 1, verdict: 'dismissed', reason: 'đã có bước khác' }
    const answer = await scene.post(paths.adminQuarantine, verdict, headers)
    expect(answer.json()).toEqual({ ok: true })
    const { entities } = await scene.store.snapshot(pub, 'kad.', 10_000)
    expect(entities.map(({ regs }) => fieldValue(regs, 'outcome'))).toContain('rejected')
  })

  it('END-116, CA-8: who reported the work done is refused as its verifier, by whichever device', async () => {
    const { scene, move } = await scenario()
    const again = await signIn(scene, 'secretary')
    const answer = await again.push(move(again, 10, 'accept'))
    expect(answer.push.rejected.at(-1)).toMatchObject({ code: 'corrective.own-work' })
  })

  it('END-116, CA-8: nor are they after another report, by the one who came after them', async () => {
    const { scene, secretary, chairman, move } = await scenario()
    const monitor = await signIn(scene, 'monitor')
    await monitor.push(move(monitor, 10, 'reject'))
    await chairman.push(move(chairman, 11, 'report-done'))
    const answer = await secretary.push(move(secretary, 12, 'accept'))
    expect(answer.push.rejected).toMatchObject([{ code: 'corrective.own-work' }])
  })

  it('END-116, ACC-20: a right to some moves is none to the others', async () => {
    const { scene, move } = await scenario()
    const monitor = await signIn(scene, 'monitor')
    const answer = await monitor.push(move(monitor, 10, 'register', { officialNumber: '3' }))
    expect(answer.push.rejected).toEqual([{ n: 1, code: 'access.forbidden' }])
  })
})
