import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { SimDisk } from '#support/sync/simulation/sim-disk.ts'

describe('the disk of a simulated device', () => {
  it.each([1, 2, 6])('undoes a transaction whole although it is full for %i writes', async (writes) => {
    const disk = new SimDisk()
    const db = new Dexie('profile', disk.engine)
    db.version(1).stores({ own: 'n' })
    const rows = [{ n: 1 }, { n: 2 }, { n: 3 }]
    const own = db.table('own')
    await own.bulkAdd(rows)
    disk.fail('profile', 'QuotaExceededError', writes)
    const moved = db.transaction('rw', own, async () => {
      await own.clear()
      await own.bulkAdd([{ n: 11 }, { n: 12 }])
    })
    await expect(moved).rejects.toThrow(/fails this write/)
    expect(disk.rows('profile', 'own')).toEqual(rows)
    db.close()
  })
})
