import { describe, expect, it } from 'vitest'
import { engineRig } from '#support/sync/engine-rig.ts'

describe('how far an acknowledgement counts', () => {
  it('SYN-33: as far as its own request carried operations, also where the endpoint names a higher number', async () => {
    const { engine, store, transport } = engineRig()
    for (let i = 0; i < 3; i++) store.write()
    store.pushAtMost = 1
    transport.after = (answer) => ({ ...answer, push: { ...answer.push, ack: 3 } })
    engine.start()
    await engine.syncNow()
    expect(transport.pushed()).toEqual([[1], [2], [3]])
    expect(store.at.ack).toBe(3)
    await engine.stop()
  })

  it('SYN-33: where everything that is left was sent, the endpoint is believed about what is no longer here', async () => {
    const { engine, store, transport } = engineRig()
    store.at.lastN = 5
    transport.after = (answer) => ({ ...answer, push: { ...answer.push, ack: 5 } })
    engine.start()
    await engine.syncNow()
    expect(store.at.ack).toBe(5)
    await engine.stop()
  })
})
