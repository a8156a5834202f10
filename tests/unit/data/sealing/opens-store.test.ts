import { describe, expect, it } from 'vitest'
import { opensStore } from '#data/sealing/opens-store.ts'
import { createRowSealer } from '#data/sealing/row-sealer.ts'
import { aFactory, aStore, IDBKeyRange } from '#support/store/test-store.ts'

const key = new Uint8Array(32).fill(5)

describe('a key that came from elsewhere', () => {
  it('DAT-38: is believed only if the store opens by it', async () => {
    const engine = { indexedDB: aFactory(), IDBKeyRange }
    const store = await aStore({ ...engine, sealer: createRowSealer(key) })
    store.close()
    expect(await opensStore('one', key, engine)).toBe(true)
    expect(await opensStore('one', new Uint8Array(32), engine)).toBe(false)
    expect(await opensStore('one', key.slice(1), engine)).toBe(false)
  })

  it('DAT-38: proves nothing on a store in clear, or on none', async () => {
    const engine = { indexedDB: aFactory(), IDBKeyRange }
    const store = await aStore(engine)
    store.close()
    expect(await opensStore('one', key, engine)).toBe(false)
    expect(await opensStore('two', key, engine)).toBe(false)
  })
})
