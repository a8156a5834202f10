import { describe, expect, it } from 'vitest'
import { hlcAt } from '#domain/change/hlc.ts'
import { judgeOp } from '#server/ingest/judge-op.ts'
import { createPlaceDirectory } from '#server/identity/place-tree.ts'
import type { Device } from '#server/store/store-contract.ts'
import { DAY, NOW } from '#support/endpoint/edges.ts'
import { COMMUNE, grant, places } from '#support/endpoint/place-fixture.ts'
import { anOp } from '#support/sync/op-builder.ts'

const tree = createPlaceDirectory(places)
const untilYesterday = [grant('secretary', 'iso-secretary', COMMUNE, '2026-01-01', '2026-11-20')]
const untilNextMonth = [grant('secretary', 'iso-secretary', COMMUNE, '2026-01-01', '2026-12-31')]
const fromNextMonth = [grant('secretary', 'iso-secretary', COMMUNE, '2026-12-01')]
const sinceToday = [grant('secretary', 'iso-secretary', COMMUNE, '2026-11-21')]

const device = (change: Partial<Device> = {}): Device => ({
  id: 'a1',
  account: 'acc.secretary',
  label: '',
  publicKey: '',
  createdMs: NOW - 100 * DAY,
  lastSeenMs: NOW,
  lastN: 0,
  safeN: 0,
  hlcMax: null,
  passwordMs: NOW,
  isRevoked: false,
  ...change,
})

const judge = (grants: typeof sinceToday, atMs: number, on: Device = device()) =>
  judgeOp(anOp({ u: 'acc.secretary', h: hlcAt(atMs) }), on, { account: 'acc.secretary', grants, tree, nowMs: NOW })

describe('an operation is judged by the grants of the day it was made', () => {
  it('END-5: what was written while the grant held is accepted after it ended', () => {
    expect(judge(untilYesterday, NOW - DAY)).toBeNull()
  })

  it('END-5: what was written after the grant ended is refused', () => {
    expect(judge(untilYesterday, NOW)).toBe('access.forbidden')
  })

  it('END-5: a clock set back behind the previous contact gains nothing', () => {
    const seenToday = device({ hlcMax: hlcAt(NOW - 1000) })
    expect(judge(untilYesterday, NOW - 5 * DAY, seenToday)).toBe('access.forbidden')
  })

  it('END-3: a clock that is ten years behind loses nothing', () => {
    expect(judge(sinceToday, NOW - 3650 * DAY, device({ createdMs: NOW - 1000 }))).toBeNull()
  })

  it('END-3: a clock that is ten years ahead loses nothing, because it counts as now', () => {
    expect(judge(untilNextMonth, NOW + 3650 * DAY)).toBeNull()
  })

  it('END-5: a clock set ahead does not open what is granted later', () => {
    expect(judge(fromNextMonth, NOW + 3650 * DAY)).toBe('access.forbidden')
  })

  it('END-32: what was written while the right held is taken up to 90 days after it ended, and later waits for a person', () => {
    const ended = (to: string) => [grant('secretary', 'iso-secretary', COMMUNE, '2026-01-01', to)]
    const old = device({ createdMs: NOW - 300 * DAY })
    expect(judge(ended('2026-08-23'), NOW - 95 * DAY, old)).toBeNull()
    expect(judge(ended('2026-08-22'), NOW - 95 * DAY, old)).toBe('access.too-late')
    expect(judge(ended('2026-08-22'), NOW - 80 * DAY, old)).toBe('access.forbidden')
  })

  it('END-32: another role since then is heard for what was written in it', () => {
    const changed = [
      grant('secretary', 'iso-secretary', COMMUNE, '2026-01-01', '2026-10-31'),
      grant('secretary', 'internal-auditor', COMMUNE, '2026-11-01'),
    ]
    expect(judge(changed, NOW - 30 * DAY)).toBeNull()
    expect(judge(changed, NOW - 5 * DAY)).toBe('access.forbidden')
  })

  it('END-32: a clock that once ran ahead does not make everything after it look like today', () => {
    const onceAhead = device({ hlcMax: hlcAt(NOW + 3650 * DAY), lastSeenMs: NOW - 30 * DAY })
    expect(judge(untilYesterday, NOW - 5 * DAY, onceAhead)).toBeNull()
    expect(
      judge([grant('secretary', 'iso-secretary', COMMUNE, '2026-01-01', '2026-10-01')], NOW - 60 * DAY, onceAhead),
    ).toBe('access.forbidden')
  })

  it('END-33: whatever a revoked device sends is kept aside, and what is malformed is called so first', () => {
    expect(judge(sinceToday, NOW, device({ isRevoked: true }))).toBe('device.revoked')
  })
})
