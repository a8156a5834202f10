import { describe, expect, it } from 'vitest'
import { OpArchive } from '#server/archive/archive-files.ts'
import { CARE_SETTINGS, type CareSettings, readCareSettings } from '#server/care/care-settings.ts'
import { DailyCare } from '#server/care/daily-care.ts'
import type { CompactOrder } from '#server/store/compaction-contract.ts'
import { DAY, HOUR, NOW } from '#support/endpoint/edges.ts'

function careOf(settings: CareSettings = CARE_SETTINGS, isFailing = false) {
  const [orders, shrunk, errors] = [[] as CompactOrder[], [] as number[], [] as unknown[]]
  const compact = async (order: CompactOrder) => {
    orders.push(order)
    if (isFailing) throw new Error('disk')
    return { ops: 0, feeds: 0 }
  }
  const parts = {
    store: { compact },
    archive: new OpArchive([]),
    settings,
    onError: (error: unknown) => errors.push(error),
  }
  const care = new DailyCare({ ...parts, shrinkJournal: async () => shrunk.push(1) }, NOW)
  return { care, orders, shrunk, errors }
}

describe('the daily care', () => {
  it('END-100, END-105: comes after a backup, a day after the start and then once a day', async () => {
    const { care, orders, shrunk } = careOf()
    for (let hour = 0; hour <= 49; hour++) await care.afterBackup(NOW + hour * HOUR)
    expect(orders.map(({ nowMs }) => (nowMs - NOW) / HOUR)).toEqual([24, 48])
    expect(orders[0]).toMatchObject({ olderThanMs: 180 * DAY, activeMs: 90 * DAY })
    expect(shrunk).toHaveLength(2)
  })

  it('END-100: moves nothing where the operator says 0, and takes other days as said', async () => {
    const never = careOf(readCareSettings({ SOTAY_ARCHIVE_AFTER_DAYS: '0' }))
    await never.care.afterBackup(NOW + DAY)
    expect([never.orders.length, never.shrunk.length]).toEqual([0, 1])
    const settings = readCareSettings({ SOTAY_ARCHIVE_AFTER_DAYS: '365', SOTAY_ACTIVE_DAYS: '30' })
    expect(settings).toMatchObject({ archiveAfterDays: 365, activeDays: 30 })
  })

  it('END-100, END-105: one part that fails is told and keeps the other from nothing', async () => {
    const { care, errors, shrunk } = careOf(CARE_SETTINGS, true)
    await care.afterBackup(NOW + DAY)
    expect([errors.length, shrunk.length]).toEqual([1, 1])
  })
})
