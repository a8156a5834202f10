import { describe, expect, it } from 'vitest'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { signIn } from '#support/endpoint/test-device.ts'
import { sealedFields } from '#support/sealed-fields.ts'

const pub = 'ls25-06001/pub'

async function withSubmission() {
  const scene = await createScene()
  const device = await signIn(scene, 'secretary')
  const sealed = { s: pub, k: 'submission', e: 'sub-1' }
  await device.push(device.op({ ...sealed, f: sealedFields() }))
  const page = () => scene.store.snapshot(pub, '', 10_000)
  const sealedText = async () => JSON.stringify((await page()).entities.find(({ entity }) => entity === 'sub-1'))
  return { scene, device, sealed, page, sealedText }
}

const amendment = (of: string, ofKind: string) => ({
  s: pub,
  k: 'amendment',
  f: { of: [of], ofKind: [ofKind], reason: ['cộng nhầm'], text: ['là 1'], on: ['2026-11-21'] } as const,
})

describe('a sealed record at the endpoint', () => {
  it('CHG-21 END-16: I9: its registers stay as they were, byte for byte, whatever is sent afterwards', async () => {
    const { scene, device, sealed, sealedText } = await withSubmission()
    const before = await sealedText()
    const colleague = await signIn(scene, 'chairman')
    const answer = await device.push(
      device.op({ ...sealed, f: { sha256: ['b'] } }),
      device.op({ ...sealed, f: { _del: [{ x: [[device.replica, 1]] }] } }),
      device.op({ ...sealed, k: 'visit', f: { done: ['x'] } }),
      device.op({ ...amendment('sub-1', 'submission'), e: 'amd-1' }),
      device.op({ ...amendment('sub-1', 'submission'), e: 'amd-1' }),
    )
    expect(answer.push.rejected.map(({ n }) => n)).toEqual([2, 3, 4, 6])
    const other = await colleague.push(colleague.op({ ...sealed, f: { content: [{}] } }))
    expect(other.push.rejected).toEqual([{ n: 1, code: 'access.forbidden' }])
    expect(await sealedText()).toBe(before)
  })

  it('ACC-12: an amendment is judged by the kind it amends, also in one push with another', async () => {
    const { scene, device, page } = await withSubmission()
    const [auditor, monitor] = [await signIn(scene, 'auditor'), await signIn(scene, 'monitor')]
    const both = await auditor.push(
      auditor.op({ ...amendment('rep-1', 'audit-report'), e: 'amd-1' }),
      auditor.op({ ...amendment('sub-1', 'submission'), e: 'amd-2' }),
    )
    expect(both.push.rejected).toEqual([{ n: 2, code: 'access.forbidden' }])
    const byHeads = await device.push(
      device.op({ ...amendment('rep-1', 'audit-report'), e: 'amd-3' }),
      device.op({ ...amendment('sub-1', 'submission'), e: 'amd-4' }),
    )
    expect(byHeads.push.rejected).toEqual([{ n: 2, code: 'access.forbidden' }])
    const refused = await monitor.push(monitor.op({ ...amendment('evt-1', 'stage-event'), e: 'amd-5' }))
    expect(refused.push.rejected).toEqual([{ n: 1, code: 'access.forbidden' }])
    const stored = (await page()).entities.filter(({ kind }) => kind === 'amendment').map(({ entity }) => entity)
    expect(stored).toEqual(['amd-1', 'amd-4'])
  })
})
