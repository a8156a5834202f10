import { describe, expect, it } from 'vitest'
import type { JsonValue } from '#domain/change/op.ts'
import { vietnam2026Provinces, vietnam2026Units } from '#domain/place/vietnam-2026.ts'
import { lineOutsidePlans, provinceSummaryId, toColumns } from '#domain/reporting/province-summary.ts'
import { receive } from '#support/store/receive.ts'
import { aStore, NOW, TODAY } from '#support/store/test-store.ts'

const linesOf = (province: string) =>
  vietnam2026Units()
    .filter(({ parentId }) => parentId === province)
    .map(({ id }) => ({ ...lineOutsidePlans(id), takesPart: true, stage: 'G4' as const, percentDeclared: 35 }))

describe('the country on a device', () => {
  it('NAT-7: 3,321 communes come in 34 records, by province', async () => {
    const store = await aStore()
    expect(await store.country.summaries()).toEqual([])
    for (const { id } of [...vietnam2026Provinces()].reverse()) {
      const columns = toColumns(linesOf(id)) as unknown as JsonValue
      const fields = { plan: `plan.${id}`, on: TODAY, madeAt: NOW, columns }
      await receive(store, { feed: `${id}/plan`, kind: 'pilot-summary', entity: provinceSummaryId(id), fields })
    }
    const all = await store.country.summaries()
    expect(all.map(({ province }) => province)).toEqual(
      vietnam2026Provinces()
        .map(({ id }) => id)
        .sort(),
    )
    expect(all.reduce((sum, { communes }) => sum + communes.length, 0)).toBe(3321)
    expect(all[0]?.communes[0]).toMatchObject({ stage: 'G4', percentDeclared: 35, dueOn: null })
  })

  it('NAT-5: two summaries that met on a device are no disagreement for a person', async () => {
    const store = await aStore()
    const put = (on: string, at: number) =>
      receive(store, {
        feed: 'p20/plan',
        kind: 'pilot-summary',
        entity: 'psm.p20',
        fields: { plan: '', on, madeAt: at, columns: { unit: [] } },
        at,
        by: 'endpoint',
      })
    await put('2026-11-20', NOW)
    await put('2026-11-21', NOW + 1000)
    expect(await store.country.summaries()).toMatchObject([{ province: 'p20', on: '2026-11-21', communes: [] }])
    expect(await store.syncCentre.conflicts()).toEqual([])
  })
})
