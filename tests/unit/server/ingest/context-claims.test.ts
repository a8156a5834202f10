import fc from 'fast-check'
import { isDeleted } from '#domain/change/entity-state.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outlookOf } from '#server/ingest/context-claims.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { ClaimWorld, openClaimStore } from '#support/endpoint/claim-world.ts'
import { HOUR } from '#support/endpoint/edges.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { signIn } from '#support/endpoint/test-device.ts'
import { anOp } from '#support/sync/op-builder.ts'

const device = fc.nat({ max: 2 })
const record = fc.nat({ max: 1 })
const honestStep = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant('write' as const), device, record) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('hand-over' as const), device, device) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('sync' as const), device, device) },
)
const forgedStep = fc.tuple(fc.constant('forge' as const), record, device, fc.integer({ min: 1, max: 4 }))

let store: EndpointStore
let run = 0
beforeAll(async () => {
  store = await openClaimStore()
})
afterAll(() => store.close())

async function take(world: ClaimWorld, [what, a, b]: readonly [string, number, number]): Promise<void> {
  if (what === 'write') world.write(a, b)
  else if (what === 'hand-over') world.handOver(a, b)
  else await world.sync(a)
}

describe('what an operation claims to have seen', () => {
  it('END-30: histories with side paths by file end exactly as if everything had been merged at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(honestStep, { maxLength: 30 }), async (steps) => {
        const world = await ClaimWorld.create(store, ++run)
        for (const step of steps) await take(world, step)
        await world.syncAll()
        expect(await world.refused()).toEqual([])
        for (const at of [0, 1]) expect(await world.endpointState(at)).toEqual(world.registersOf(world.written(), at))
      }),
      { numRuns: 40 },
    )
  })

  it('END-30: what claims the future hides nothing that others write, however often it is tried', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(honestStep, forgedStep), { maxLength: 30 }), async (steps) => {
        const world = await ClaimWorld.create(store, ++run)
        const forged = new Set<string>()
        for (const step of steps) {
          // Device 2 forges and sends at once; the others work as always and take no file from it.
          if (step[0] === 'forge') {
            if (step[2] === 2) continue
            const op = world.forge(2, step[1], step[2], step[3])
            forged.add(`${op.d}:${op.n}`)
            await world.sync(2)
          } else if (step[0] !== 'hand-over' || step[1] !== 2) await take(world, step)
        }
        await world.syncAll()
        const honest = world.written().filter(({ d, n }) => !forged.has(`${d}:${n}`))
        const entered = new Set((await world.stored()).map(({ d, n }) => `${d}:${n}`))
        for (const at of [0, 1]) {
          const shown = (await world.endpointState(at)).note?.h ?? []
          for (const head of world.registersOf(
            honest.filter(({ d, n }) => entered.has(`${d}:${n}`)),
            at,
          ).note?.h ?? [])
            expect(shown.map(({ v }) => v)).toContain(head.v)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('END-30: a claim about a device nobody enrolled waits, tells why, and does not hold up what follows', async () => {
    const writer = await signIn(await createScene(), 'secretary')
    const answer = await writer.push(writer.op({ f: { note: ['x', { stranger: 1 }] } }), writer.op())
    expect(answer.push).toMatchObject({ ack: 2, rejected: [{ n: 1, code: 'op.context-ahead' }] })
  })

  it('END-30, END-31: what waited enters when the work it builds on arrives, and its device hears of it', async () => {
    const scene = await createScene()
    const [mine, theirs] = [await signIn(scene, 'secretary'), await signIn(scene, 'colleague')]
    const seen = theirs.op({ e: 'same', f: { note: ['của họ'] } })
    const build = mine.op({ e: 'same', f: { note: ['tiếp theo', { [theirs.replica]: 1 }] } })
    expect((await mine.push(build)).push.rejected).toHaveLength(1)
    await theirs.push(seen)
    const { push } = await mine.sync({ refused: [1, 7] })
    expect(push).toMatchObject({ rejected: [], decided: [{ n: 1, verdict: 'accepted', reason: '' }] })
    const state = (await scene.store.snapshot('ls25-06001/self', '', 9999)).entities[0]
    expect(state?.regs.note?.h.map(({ v }) => v)).toEqual(['tiếp theo'])
  })

  it('END-30: what was written only after the claim about it had arrived stays visible, also where the number was guessed', async () => {
    const scene = await createScene()
    const [mine, theirs] = [await signIn(scene, 'secretary'), await signIn(scene, 'colleague')]
    await mine.push(mine.op({ e: 'same', f: { note: ['đoán trước', { [theirs.replica]: 1 }] } }))
    scene.clock.advance(HOUR)
    await theirs.push(theirs.op({ e: 'same', f: { note: ['viết sau'] } }))
    expect((await mine.sync()).push.rejected).toMatchObject([{ n: 1, code: 'op.context-ahead' }])
    const state = (await scene.store.snapshot('ls25-06001/self', '', 9999)).entities[0]
    expect(state?.regs.note?.h.map(({ v }) => v)).toEqual(['viết sau'])
  })

  it('END-30: a delete cannot take away what is not written yet; one that saw everything takes it', async () => {
    const scene = await createScene()
    const [mine, theirs] = [await signIn(scene, 'secretary'), await signIn(scene, 'colleague')]
    const del = (...numbers: number[]) =>
      mine.op({ e: 'same', f: { _del: [{ x: numbers.map((n) => [theirs.replica, n]) }] } })
    await mine.push(del(1, 2, 3))
    scene.clock.advance(HOUR)
    await theirs.push(theirs.op({ e: 'same', f: { note: ['viết sau'] } }))
    expect((await mine.sync()).push.rejected).toMatchObject([{ n: 1, code: 'op.context-ahead' }])
    const stateNow = async () => (await scene.store.snapshot('ls25-06001/self', '', 9999)).entities[0]?.regs ?? {}
    expect(isDeleted(await stateNow())).toBe(false)
    await mine.push(del(1))
    expect(isDeleted(await stateNow())).toBe(true)
  })

  it('END-30: who named the wrong operation once is not believed the next time without a person', async () => {
    const scene = await createScene()
    const [mine, theirs] = [await signIn(scene, 'secretary'), await signIn(scene, 'colleague')]
    const guess = (n: number) => mine.op({ e: 'same', f: { note: [`đoán ${n}`, { [theirs.replica]: n }] } })
    await mine.push(guess(1), guess(2), guess(3))
    const note = (text: string, e = 'same') => theirs.op({ e, f: { note: [text] } })
    await theirs.push(note('khác', 'other'), note('của họ'), note('của họ nữa'))
    expect((await mine.sync()).push.rejected.map(({ n }) => n)).toEqual([1, 2, 3])
    const state = (await scene.store.snapshot('ls25-06001/self', '', 9999)).entities.find(
      ({ entity }) => entity === 'same',
    )
    expect(state?.regs.note?.h.map(({ v }) => v)).toEqual(['của họ nữa'])
  })
})

describe('a store that took another replica', () => {
  it('END-30: is believed about all it wrote under the former one, whatever field that was; nobody else is', async () => {
    const former = { op: anOp({ d: 'd1', n: 5, u: 'acc-1', e: 'another', f: { note: ['x'] } }), receivedMs: HOUR }
    const waiting = (u: string) => ({ op: anOp({ d: 'd8', u, f: { score: [2, { d1: 5 }] } }), receivedMs: HOUR })
    const outlook = (u: string) => outlookOf(waiting(u), new Map([['d1', 5]]), async () => former)
    expect([await outlook('acc-1'), await outlook('acc-2')]).toEqual(['true', 'false'])
  })
})
