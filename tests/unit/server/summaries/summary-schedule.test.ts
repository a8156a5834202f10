import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkWrite } from '#domain/access/feed-access.ts'
import { accessTable } from '#domain/access/access-table.ts'
import type { Role } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { CARE_SETTINGS, readCareSettings } from '#server/care/care-settings.ts'
import { openLiveDirectory } from '#server/identity/live-directory.ts'
import { createPlaceDirectory } from '#server/identity/place-tree.ts'
import { createSummarySchedule } from '#server/summaries/summary-schedule.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { repeatableRandom, SetClock } from '#support/endpoint/edges.ts'
import { places } from '#support/endpoint/place-fixture.ts'

/** A directory whose refreshing is counted, and fails where it is told to. */
async function scheduled(everyMinutes: number | null, fails: () => boolean = () => false) {
  let turns = 0
  const errors: unknown[] = []
  const nothing = {
    accounts: async () => [],
    grants: async () => [],
    places: async () => [],
    successions: async () => [],
  }
  const directory = await openLiveDirectory({ ...nothing, identityVersion: async () => '1' })
  const counted = {
    ...directory,
    refresh: async () => {
      turns += 1
      if (fails()) throw new Error('the database is away')
    },
  }
  const schedule = createSummarySchedule({
    store: {} as EndpointStore,
    directory: counted,
    clock: new SetClock(),
    random: repeatableRandom(),
    everyMinutes,
    onError: (error) => errors.push(error),
  })
  return { schedule, errors, turns: () => turns }
}

describe('when provinces are summed up', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('NAT-4: at the start and every so many minutes, until the endpoint stops', async () => {
    const { schedule, turns } = await scheduled(30)
    await vi.advanceTimersByTimeAsync(1)
    expect(turns()).toBe(1)
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(turns()).toBe(3)
    await schedule.stop()
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(turns()).toBe(3)
  })

  it('NAT-4: never where the operator says 0, as usual where nothing is said', async () => {
    const { schedule, turns } = await scheduled(null)
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    await schedule.stop()
    expect(turns()).toBe(0)
    const minutes = ['0', '5', '', 'often'].map(
      (text) => readCareSettings({ SOTAY_SUMMARY_MINUTES: text }).summaryMinutes,
    )
    expect(minutes).toEqual([null, 5, 30, 30])
    expect(CARE_SETTINGS.summaryMinutes).toBeUndefined()
  })

  it('NAT-9: one that fails is told, and the next turn comes all the same', async () => {
    let fails = true
    const { schedule, errors, turns } = await scheduled(30, () => fails)
    await vi.advanceTimersByTimeAsync(1)
    expect(errors).toHaveLength(1)
    fails = false
    await vi.advanceTimersByTimeAsync(30 * 60_000)
    await schedule.stop()
    expect([turns(), errors.length]).toEqual([2, 1])
  })
})

describe('who writes a summary', () => {
  it('NAT-6: no role does, in whatever place', () => {
    const tree = createPlaceDirectory(places)
    const [province] = places
    const on = '2026-11-21' as LocalDate
    for (const role of Object.keys(accessTable) as Role[]) {
      const grant = { account: 'a', scope: province?.id ?? '', role, from: on, to: null }
      const op = { s: `${province?.id}/plan`, k: 'pilot-summary', f: { on: ['2026-11-21'] as const } }
      expect([role, checkWrite([grant], op, tree, on)]).toEqual([role, { ok: false, error: 'access.forbidden' }])
    }
  })
})
