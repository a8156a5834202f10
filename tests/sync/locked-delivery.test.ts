// A sealed store is locked, or its PIN forgotten, and what it had not sent leaves all the same: real cipher, real
// envelopes, real endpoint.
import { describe, expect, it, vi } from 'vitest'
import { exportEnvelopes, readRescue } from '#app/rescue/rescue-data.ts'
import { createEnvelopeStore, openLockedOutbox } from '#data/sealing/envelope-store.ts'
import { createRowSealer } from '#data/sealing/row-sealer.ts'
import { Connection } from '#data/connection.ts'
import { databaseName, LocalDatabase } from '#data/local-database.ts'
import { createScene, type Scene } from '#support/endpoint/endpoint-scene.ts'
import { HandOverDevice, SELF } from '#support/hand-over/hand-over-device.ts'
import { rawRows } from '#support/store/raw-database.ts'
import { aFactory, aStore, IDBKeyRange, UNIT, valueOf } from '#support/store/test-store.ts'
import { createEnvelopeKeeper } from '#sync/hand-over/envelope-keeper.ts'
import { deliverLocked } from '#sync/hand-over/locked-delivery.ts'

const seqOf = async ({ store }: Scene): Promise<number> => (await store.positions([SELF]))[0]?.seq ?? 0

/** A secretary's sealed store beside the device that proves itself for it. */
async function aSealedDevice() {
  const scene = await createScene()
  const device = await HandOverDevice.signIn(scene, 'secretary')
  const endpointKey = valueOf(await pass(device)).endpointKey
  const indexedDB = aFactory()
  const sealer = createRowSealer(crypto.getRandomValues(new Uint8Array(32)))
  const { identity } = device.opened
  const open = () => aStore({ indexedDB, identity, sealer, clock: scene.clock })
  const db = new LocalDatabase(databaseName('one'), sealer, { indexedDB, IDBKeyRange })
  const store = createEnvelopeStore(new Connection(db))
  const { signer, clock } = device.parts
  const wrap = createEnvelopeKeeper({
    store,
    signer,
    clock,
    identity: () => identity,
    endpointKey: async () => endpointKey,
  })
  return { scene, device, indexedDB, open, wrap, outbox: openLockedOutbox('one', { indexedDB, IDBKeyRange }) }
}

async function pass(device: HandOverDevice) {
  await device.sync()
  const kept = await device.files.pass()
  return kept ? ({ ok: true, value: kept } as const) : ({ ok: false, error: { code: 'hand-over.no-pass' } } as const)
}

describe('a locked store', () => {
  it('DAT-34: has everything unsent in envelopes that only the endpoint opens, and delivers them without its key', async () => {
    const { scene, device, indexedDB, open, wrap, outbox } = await aSealedDevice()
    const store = await open()
    const id = valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    valueOf(await wrap())
    valueOf(await store.assessments.saveAnswer(id, 'Q4.1', { score: 2, note: 'bi mat cua xa' }))
    valueOf(await wrap())
    valueOf(await wrap())
    const { lastN } = valueOf(await store.sync.position())
    store.close()
    const waiting = await outbox.waiting()
    expect(waiting.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [3, lastN],
    ])
    const text = (_key: string, value: unknown): unknown =>
      ArrayBuffer.isView(value) ? Buffer.from(value as Uint8Array).toString('latin1') : value
    expect(JSON.stringify(await rawRows(indexedDB), text)).not.toMatch(/bi mat|saveAnswer/)

    const before = await seqOf(scene)
    device.isOnline = false
    expect(await deliverLocked(outbox, device.session, scene.clock)).toMatchObject({ ok: false })
    expect(await outbox.waiting()).toHaveLength(2)
    device.isOnline = true
    expect(valueOf(await deliverLocked(outbox, device.session, scene.clock))).toBe(0)
    expect(await seqOf(scene)).toBeGreaterThan(before)
    expect((await scene.store.deviceById(device.replica))?.lastN).toBe(lastN)
    outbox.close()
  })

  it('DAT-34: unlocked again opens as it was, and what it sends a second time changes nothing', async () => {
    const { scene, device, open, wrap, outbox } = await aSealedDevice()
    const store = await open()
    valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    valueOf(await wrap())
    valueOf(await deliverLocked(outbox, device.session, scene.clock))
    const at = await seqOf(scene)
    const again = valueOf(await outbox.waiting().then((value) => ({ ok: true as const, value })))
    expect(again).toEqual([])
    expect(await store.assessments.list(UNIT)).toHaveLength(1)
    expect(valueOf(await store.sync.nextPush(1e6)).ops).toHaveLength(2)
    expect(await seqOf(scene)).toBe(at)
    store.close()
    outbox.close()
  })

  it('DAT-34: takes the envelope away once the endpoint acknowledged its operations', async () => {
    const { open, wrap, outbox } = await aSealedDevice()
    const store = await open()
    valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    valueOf(await wrap())
    expect(await outbox.waiting()).toHaveLength(1)
    const push = { ack: 2, safe: 0, expect: null, rejected: [] }
    valueOf(await store.sync.applyAnswer({ inc: 'i', push, feeds: [], gone: [], blobsWanted: [], clockOffset: 0 }))
    valueOf(await wrap())
    expect(await outbox.waiting()).toEqual([])
    expect(valueOf(await store.sync.nextPush(1e6, 0)).ops).toHaveLength(2)
    store.close()
    outbox.close()
  })

  it('DAT-34: of a revoked device still hands in its work, which waits for a person', async () => {
    const { scene, device, open, wrap, outbox } = await aSealedDevice()
    const store = await open()
    valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    valueOf(await wrap())
    store.close()
    await scene.store.revokeDevice(device.replica)
    expect(valueOf(await deliverLocked(outbox, device.session, scene.clock))).toBe(0)
    expect((await scene.store.quarantineOf(device.replica)).map(({ code }) => code)).toEqual([
      'device.revoked',
      'device.revoked',
    ])
    outbox.close()
  })
})

describe('the rescue page', () => {
  it('HND-14: makes of the envelopes a hand-over file that any carrier takes along and the endpoint takes in', async () => {
    const { scene, device, indexedDB, open, wrap, outbox } = await aSealedDevice()
    const store = await open()
    const id = valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    valueOf(await wrap())
    valueOf(await store.assessments.saveAnswer(id, 'Q4.1', { score: 2, note: 'bi mat cua xa' }))
    valueOf(await wrap())
    const { lastN } = valueOf(await store.sync.position())
    store.close()
    vi.stubGlobal('indexedDB', indexedDB)
    const [person] = await readRescue()
    if (!person) throw new Error('nobody found')
    expect(person).toMatchObject({ unsent: lastN, sealed: lastN })
    const file = await exportEnvelopes(person)
    vi.unstubAllGlobals()
    expect(file.name).toMatch(new RegExp(`^so-tay-${device.replica}-.*\\.sotay$`))
    const monitor = await HandOverDevice.signIn(scene, 'monitor')
    const bytes = new Uint8Array(await file.content.arrayBuffer())
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('bi mat')
    expect(await monitor.open(bytes)).toMatchObject({ carried: 2, refused: new Map() })
    await monitor.sync()
    expect((await scene.store.deviceById(device.replica))?.lastN).toBe(lastN)
    outbox.close()
  })
})

describe('a forgotten PIN', () => {
  it('DAT-34: loses nothing unsent: a new store carries the envelopes and its rounds deliver them', async () => {
    const { scene, device, open, wrap, outbox } = await aSealedDevice()
    const store = await open()
    valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    valueOf(await wrap())
    store.close()
    const before = await seqOf(scene)
    const anew = await HandOverDevice.signIn(scene, 'secretary')
    const form = { form: 'envelope', type: 'ops', feed: null } as const
    valueOf(await anew.files.keepSections((await outbox.waiting()).map((envelope) => ({ ...envelope, ...form }))))
    await anew.sync()
    expect(await seqOf(scene)).toBeGreaterThan(before)
    expect((await scene.store.deviceById(device.replica))?.lastN).toBe(2)
    await anew.sync()
    expect(await anew.opened.assessments.list(UNIT)).toHaveLength(1)
    outbox.close()
  })
})
