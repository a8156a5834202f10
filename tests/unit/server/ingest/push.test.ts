import { describe, expect, it } from 'vitest'
import { packBatch } from '#protocol/batch.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { signIn } from '#support/endpoint/test-device.ts'
import { sealedFields } from '#support/sealed-fields.ts'

describe('a push', () => {
  it('END-1: an operation sent again gets the same acknowledgement and changes nothing', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    const ops = [device.op(), device.op({ s: 'ls25-06007/self' }), device.op()]
    const first = await device.push(...ops)
    const facts = await scene.store.facts()
    const second = await device.push(...ops)
    expect(first.push).toEqual({ ack: 3, safe: 0, expect: null, rejected: [{ n: 2, code: 'access.forbidden' }] })
    expect(second.push).toEqual(first.push)
    expect(await scene.store.facts()).toEqual(facts)
  })

  it('END-1: the part of a push that is already stored is skipped, the rest is stored', async () => {
    const device = await signIn(await createScene(), 'secretary')
    const [a, b, c] = [device.op(), device.op(), device.op()]
    await device.push(a, b)
    expect((await device.push(b, c)).push.ack).toBe(3)
    expect((await device.scene.store.facts()).ops).toBe(3)
  })

  it('END-1: another operation under a stored number is a fork: told as such, and nothing of the push is stored', async () => {
    const device = await signIn(await createScene(), 'secretary')
    await device.push(device.op())
    const other = device.op({ n: 1, f: { score: [3] } })
    const response = await device.trySync({ push: packBatch([other, device.op({ n: 2 })]) })
    expect([response.statusCode, response.json()]).toEqual([409, { code: 'device.forked', params: { n: 1 } }])
    expect((await device.scene.store.facts()).ops).toBe(1)
  })

  it('END-2: a gap is answered with the number expected, and nothing after it is stored', async () => {
    const device = await signIn(await createScene(), 'secretary')
    const answer = await device.push(device.op({ n: 1 }), device.op({ n: 3 }), device.op({ n: 4 }))
    expect(answer.push).toMatchObject({ ack: 1, expect: 2 })
    expect((await device.scene.store.facts()).ops).toBe(1)
  })

  it('END-3: a forbidden operation waits in quarantine with its content and does not hold up the next one', async () => {
    const device = await signIn(await createScene(), 'secretary')
    const forged = device.op({ s: 'ls25-06007/self', f: { note: ['của xã khác'] } })
    const answer = await device.push(forged, device.op())
    expect(answer.push).toMatchObject({ ack: 2, rejected: [{ n: 1, code: 'access.forbidden' }] })
    const [kept] = await device.scene.store.quarantineOf(device.replica)
    expect(kept?.op).toEqual(forged)
    expect((await device.scene.store.facts()).ops).toBe(1)
  })

  it.each([
    ['an empty entity', { e: '' }],
    ['a feed that is none', { s: 'nowhere' }],
    ['no field', { f: {} }],
    ['a field of an impossible name', { f: { 'a b': [1] as const } }],
    ['an impossible schema version', { sv: 0 }],
    ['a kind of an impossible name', { k: 'Not A Kind' }],
  ])('END-3: an operation with %s is malformed: kept in quarantine', async (_what, change) => {
    const device = await signIn(await createScene(), 'secretary')
    const answer = await device.push(device.op(change), device.op())
    expect(answer.push).toMatchObject({ ack: 2, rejected: [{ n: 1, code: 'op.malformed' }] })
  })

  it('END-3: what was refused is told again until somebody decided, also when its first answer was lost', async () => {
    const device = await signIn(await createScene(), 'secretary')
    await device.push(device.op({ s: 'ls25-06007/self' }))
    expect((await device.sync()).push.rejected).toEqual([{ n: 1, code: 'access.forbidden' }])
  })

  it('END-3: a newer schema version of a known kind is stored as it came', async () => {
    const device = await signIn(await createScene(), 'secretary')
    const newer = device.op({ sv: 99, f: { score: [1], invented: [{ deep: [true] }] } })
    expect((await device.push(newer)).push.rejected).toEqual([])
    const reader = await signIn(device.scene, 'chairman')
    const answer = await reader.sync()
    expect(answer.feeds['ls25-06001/self']?.snap?.[0]?.regs.invented?.h[0]?.v).toEqual({ deep: [true] })
  })

  it('END-10: an operation in the name of another account goes to quarantine', async () => {
    const device = await signIn(await createScene(), 'secretary')
    const answer = await device.push(device.op({ u: 'acc.chairman' }))
    expect(answer.push).toMatchObject({ ack: 1, rejected: [{ n: 1, code: 'access.forbidden' }] })
    expect((await device.scene.store.facts()).ops).toBe(0)
  })

  it('END-10: operations under the replica of another device are refused as a whole', async () => {
    const scene = await createScene()
    const [device, other] = [await signIn(scene, 'secretary'), await signIn(scene, 'colleague')]
    const carried = await device.trySync({ push: packBatch([other.op()]) })
    expect([carried.statusCode, carried.json()]).toEqual([400, { code: 'request.malformed' }])
    const posing = await device.trySync({ dev: other.replica })
    expect([posing.statusCode, posing.json()]).toEqual([403, { code: 'device.unknown' }])
  })

  it('END-16: a submission is written once; a second write to it goes to quarantine', async () => {
    const device = await signIn(await createScene(), 'secretary')
    const sealed = { s: 'ls25-06001/pub', k: 'submission', e: 'sub-1' }
    const answer = await device.push(
      device.op({ ...sealed, f: sealedFields() }),
      device.op({ ...sealed, f: { sha256: ['b'] } }),
    )
    expect(answer.push).toMatchObject({ ack: 2, rejected: [{ n: 2, code: 'access.forbidden' }] })
  })

  it('END-17: nobody reaches into a record by giving its id another kind', async () => {
    const scene = await createScene()
    const [auditor, monitor] = [await signIn(scene, 'auditor'), await signIn(scene, 'monitor')]
    await auditor.push(auditor.op({ s: 'ls25-06001/pub', k: 'finding', e: 'fnd-1', f: { grade: ['major'] } }))
    const disguised = monitor.op({ s: 'ls25-06001/pub', k: 'visit', e: 'fnd-1', f: { grade: ['minor'] } })
    expect((await monitor.push(disguised)).push.rejected).toEqual([{ n: 1, code: 'op.malformed' }])
    const page = await scene.store.snapshot('ls25-06001/pub', '', 10_000)
    expect(page.entities[0]?.regs.grade?.h.map(({ v }) => v)).toEqual(['major'])
  })
})
