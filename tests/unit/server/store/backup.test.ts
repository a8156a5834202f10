import { describe, expect, it } from 'vitest'
import { backupsToRemove } from '#server/store/sqlite/backup.ts'
import { DAY, HOUR, NOW } from '#support/endpoint/edges.ts'

const nameAt = (ms: number): string =>
  `endpoint-${new Date(ms).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z.sqlite`

describe('old backups', () => {
  const hourly = Array.from({ length: 24 * 60 }, (_, i) => nameAt(NOW - i * HOUR))
  const kept = (names: readonly string[]): string[] => {
    const removed = new Set(backupsToRemove(names))
    return names.filter((name) => !removed.has(name))
  }

  it('are kept for the last 24 hours and, one each, for the last thirty days', () => {
    const remaining = kept(hourly)
    expect(remaining.slice(0, 24)).toEqual(hourly.slice(0, 24))
    expect(new Set(remaining.map((name) => name.slice(0, 17))).size).toBe(30)
    expect(remaining.length).toBe(24 + 28)
  })

  it('are never thrown away for being old alone', () => {
    const rare = Array.from({ length: 7 }, (_, i) => nameAt(NOW - i * 30 * DAY))
    expect(kept(rare)).toEqual(rare)
  })

  it('are the only files that are touched', () => {
    expect(backupsToRemove([...hourly, 'unfinished.sqlite', 'endpoint.sqlite', 'ghi-chu.txt'])).not.toContain(
      'ghi-chu.txt',
    )
  })
})
