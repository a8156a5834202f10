import { describe, expect, it } from 'vitest'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import type { Role } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { aClock, anIdentity, aStore, NOW, UNIT, valueOf } from '#support/store/test-store.ts'

const DAY = 24 * 60 * 60_000

const identityOf = (role: Role, scope: string): StoredIdentity => ({
  ...anIdentity(),
  grants: [{ account: 'acc-secretary', scope, role, from: '2026-01-01' as LocalDate, to: null }],
})

const opsOf = async (store: Awaited<ReturnType<typeof aStore>>) =>
  (await store.syncCentre.unsentOps()).map(({ s, k, f }) => [s, k, ...Object.values(f).map(([value]) => value)])

describe('notes for the trail', () => {
  it('TRL-18: an export is noted in the log of the place the person works for, with ids only', async () => {
    const store = await aStore({ identity: identityOf('area-monitor', 'area-180') })
    valueOf(await store.activities.exported({ what: 'progress-report', form: 'print' }))
    valueOf(await store.activities.exported({ what: 'submission', form: 'print', unit: UNIT, record: 's1' }))
    expect(await opsOf(store)).toEqual([
      ['area-180/log', 'activity', 'export', 'progress-report', 'print', null, null],
      ['area-180/log', 'activity', 'export', 'submission', 'print', UNIT, 's1'],
    ])
  })

  it('TRL-18: a look from outside is noted once per record and day, in the log of the commune', async () => {
    const clock = aClock()
    const store = await aStore({ clock, identity: identityOf('area-monitor', 'area-180') })
    const look = async (record: string) =>
      valueOf(await store.activities.looked({ what: 'submission', unit: UNIT, record }))
    for (const record of ['s1', 's1', 's2', 's1']) await look(record)
    expect(await opsOf(store)).toEqual([
      [`${UNIT}/log`, 'activity', 'look', 'submission', '', UNIT, 's1'],
      [`${UNIT}/log`, 'activity', 'look', 'submission', '', UNIT, 's2'],
    ])
    clock.at = NOW + DAY
    await look('s1')
    expect(await opsOf(store)).toHaveLength(3)
  })

  it('TRL-18: somebody of the commune itself, and somebody who may not be there, leave no note of a look', async () => {
    for (const identity of [
      identityOf('chairman', UNIT),
      identityOf('internal-auditor', UNIT),
      identityOf('area-monitor', 'elsewhere'),
    ]) {
      const store = await aStore({ identity })
      valueOf(await store.activities.looked({ what: 'photo', unit: UNIT, record: 'p1' }))
      expect(await opsOf(store)).toEqual([])
    }
  })

  it('TRL-20: once sent the notes leave the device, and no mark of them stays', async () => {
    const store = await aStore({ identity: identityOf('area-monitor', 'area-180') })
    valueOf(await store.activities.exported({ what: 'progress-report', form: 'print' }))
    const answer = {
      inc: 'i',
      push: { ack: 1, safe: 1, expect: null, rejected: [] },
      feeds: [],
      gone: ['area-180/log'],
      blobsWanted: [],
      clockOffset: null,
    }
    valueOf(await store.sync.applyAnswer(answer))
    const { cur, pages, anew } = valueOf(await store.sync.position())
    expect([cur, pages, anew]).toEqual([{}, {}, []])
    expect(await store.syncCentre.unsentOps()).toEqual([])
  })
})
