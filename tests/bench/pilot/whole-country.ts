// The 3,321 units of 2026 in 34 provinces, each under a live plan of its province with a few stages behind it, and somebody
// at the ministry who may read the plans of all of them. The endpoint makes the summaries itself when it starts.
import { hlcAt } from '#domain/change/hlc.ts'
import type { JsonValue, Op } from '#domain/change/op.ts'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import { createDemonstrationPlan } from '#domain/pilot/demonstration-plan.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import { unitLabel } from '#domain/place/admin-unit.ts'
import { vietnam2026Provinces, vietnam2026Units } from '#domain/place/vietnam-2026.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'

export const MINISTRY = 'bo.khcn'

const DEPARTMENT = 'demo.sokhcn.langson'

type Written = Pick<Op, 's' | 'k' | 'e'> & { readonly fields: Readonly<Record<string, unknown>> }

/** One plan a province, and of every commune the stages it declared: none to nine of them. */
function pilotOf(province: string, units: readonly string[], today: LocalDate): readonly Written[] {
  const plan = { ...createDemonstrationPlan(today, units, units.length), id: `plan-bench-${province}` }
  const events = units.flatMap((unit, i) =>
    pilotStages.slice(0, i % 10).map(
      ({ code }, at): Written => ({
        s: `${unit}/pub`,
        k: 'stage-event',
        e: `bev.${unit}.${code}`,
        fields: { unit, plan: plan.id, stage: code, type: 'declared-done', on: addDays(plan.start, 12 * at), note: '' },
      }),
    ),
  )
  return [{ s: `${province}/plan`, k: 'plan', e: plan.id, fields: { plan } }, ...events]
}

/** Lạng Sơn keeps its own records: its plan is there already. */
async function writePilots(store: EndpointStore, nowMs: number): Promise<void> {
  const today = new Date(nowMs).toISOString().slice(0, 10) as LocalDate
  for (const { id: province } of vietnam2026Provinces()) {
    if (province === 'p20') continue
    const units = vietnam2026Units().filter(({ parentId }) => parentId === province)
    const idOf = (counter: number): string => `bench${counter.toString(36)}`
    const device = await store.enrolDevice({ account: DEPARTMENT, label: 'bench', publicKey: '', nowMs, idOf })
    const written = pilotOf(
      province,
      units.map(({ id }) => id),
      today,
    )
    const ops = written.map(
      ({ fields, ...place }, i): Op => ({
        ...place,
        d: device.id,
        n: i + 1,
        h: hlcAt(nowMs) + i,
        u: DEPARTMENT,
        sv: 1,
        f: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value as JsonValue]])),
      }),
    )
    await store.ingest({ device: device.id, ops, nowMs, judge: () => null })
  }
}

/** Whoever signs in as the department of the demonstration has the same passphrase. */
export async function fillCountry(store: EndpointStore): Promise<number> {
  const known = new Set((await store.places()).map(({ id }) => id))
  const provinces = vietnam2026Provinces()
  const units = vietnam2026Units()
  const places = [
    ...provinces.map((one) => ({
      id: one.id,
      parent: null,
      kind: 'province' as const,
      name: unitLabel(one),
      code: one.code,
    })),
    ...units.map((one) => ({
      id: one.id,
      parent: one.parentId,
      kind: 'commune' as const,
      name: unitLabel(one),
      code: one.code,
    })),
  ]
  await store.savePlaces(places.filter(({ id }) => !known.has(id)))
  const department = await store.accountById(DEPARTMENT)
  if (!department) throw new Error('not the folder of a demonstration')
  const account = `demo.${MINISTRY}`
  await store.saveAccounts(
    [{ ...department, id: account, username: MINISTRY, displayName: 'Bộ KH&CN (minh họa)' }],
    provinces.map(({ id }) => ({ account, scope: id, role: 'ministry', from: '2025-07-01' as LocalDate, to: null })),
  )
  await writePilots(store, Date.now())
  return units.length
}
