import { describe, expect, it } from 'vitest'
import { applyOp, type EntityState, type Registers } from '#domain/change/entity-state.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import type { JsonValue, Op } from '#domain/change/op.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { createDemonstrationPlan } from '#domain/pilot/demonstration-plan.ts'
import { demonstrationCohort } from '#domain/place/monitoring-areas.ts'
import { INTERNAL_AUDIT_SHORT, loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import { daysBehind } from '#domain/reporting/province-summary.ts'
import { demoPeople } from '#server/seed/demo-accounts.ts'
import { auditRecords } from '#server/seed/seed-audits.ts'
import { seedCommune } from '#server/seed/seed-commune.ts'
import { obstacleRecords } from '#server/seed/seed-obstacles.ts'
import { stageRecords } from '#server/seed/seed-stages.ts'
import { visitRecords } from '#server/seed/seed-visits.ts'
import { readCommuneFacts } from '#server/summaries/commune-facts.ts'
import { communeLine } from '#server/summaries/commune-line.ts'
import { aMove } from '#support/corrective-action-moves.ts'
import { receivePlan, answer } from '#support/store/receive.ts'
import { anIdentity, aStore, TODAY } from '#support/store/test-store.ts'

const cohort = demonstrationCohort().slice(0, 5)
const plan = createDemonstrationPlan(
  TODAY,
  cohort.map(({ id }) => id),
)
const people = demoPeople('', '2026-01-01' as LocalDate)
const communes = cohort.map((unit) => seedCommune(unit, plan, people, TODAY))
const checklist = await loadInstrument(INTERNAL_AUDIT_SHORT)
const [FIRST, SECOND] = cohort.map(({ id }) => `${id}/pub`) as [string, string]

const moveNames = ['start-analysis', 'submit-analysis', 'approve', 'report-done', 'accept'] as const

const atMs = (seconds: number): number => Date.parse('2026-11-20T03:00:00Z') + seconds * 1000

const step = { of: 'fin-x', agrees: true, words: 'Lặp lại', name: 'A', post: 'B', on: '2026-11-20' }

/** A finding that became a major one after its audit, and a major one whose closing the endpoint kept aside. */
const changedAfterwards = [
  { feed: FIRST, kind: 'finding', entity: 'fin-x', fields: { grade: 'minor', number: '1' } },
  { feed: FIRST, kind: 'finding-response', entity: 'res-2', fields: { ...step, grade: 'major' }, at: 2 },
  { feed: FIRST, kind: 'finding-response', entity: 'res-1', fields: { ...step, grade: 'observation' }, at: 1 },
  { feed: FIRST, kind: 'finding-response', entity: 'res-3', fields: { ...step, grade: null }, at: 3 },
  { feed: SECOND, kind: 'finding', entity: 'fin-y', fields: { grade: 'major', number: '2' } },
  { feed: SECOND, kind: 'corrective-action', entity: 'car-y', fields: { of: 'fin-y', grade: 'major', number: '3' } },
  ...moveNames.map((name, at) => {
    const { by, id: _id, ...move } = aMove(name, at + 1)
    return { feed: SECOND, kind: 'corrective-move', entity: name, fields: { ...move, of: 'car-y' }, at: at + 1, by }
  }),
  // From an inspection: a major that no finding stands for.
  { feed: SECOND, kind: 'corrective-action', entity: 'car-z', fields: { of: 'sho-1', grade: 'major', number: '4' } },
  {
    feed: SECOND,
    kind: 'kept-aside',
    entity: 'kad.accept',
    fields: { of: 'car-y', move: 'accept', name: 'accept', reason: 'corrective.moved-meanwhile', outcome: null },
    at: 60,
  },
].map(({ fields, ...record }) => ({
  by: 'someone',
  atMs: atMs('at' in record ? (record.at ?? 0) : 0),
  ...record,
  fields: fields as unknown as Readonly<Record<string, JsonValue>>,
}))

const records = [
  ...communes.flatMap((commune) => [
    ...stageRecords(commune),
    ...visitRecords(commune),
    ...(checklist ? auditRecords(commune, checklist) : []),
  ]),
  ...obstacleRecords(communes, 'department'),
  ...changedAfterwards,
].filter(({ feed }) => feed.endsWith('/pub'))

const ops = records.map(({ by, atMs, feed, kind, entity, fields }, at): Op => {
  const f = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value] as const]))
  return { d: `seed-${by}`, n: at + 1, h: hlcAt(atMs, at % 4000), s: feed, k: kind, e: entity, u: by, sv: 1, f }
})

function statesOf(feed: string): readonly EntityState[] {
  const byEntity = new Map<string, EntityState>()
  for (const op of ops.filter(({ s }) => s === feed)) {
    const before: Registers = byEntity.get(op.e)?.regs ?? {}
    byEntity.set(op.e, { feed, entity: op.e, kind: op.k, regs: applyOp(before, op) })
  }
  return [...byEntity.values()]
}

const endpoint = {
  snapshot: async (feed: string) => ({ entities: statesOf(feed), after: null, bytes: 0 }),
}

async function theDevice() {
  const places = [
    { id: 'p20', parent: null, kind: 'province' as const, name: 'Tỉnh', code: '20' },
    ...cohort.map(({ id, name, code }) => ({ id, parent: 'p20', kind: 'commune' as const, name, code })),
  ]
  const grants = [
    { account: 'a', scope: 'p20', role: 'provincial-department', from: '2026-01-01' as LocalDate, to: null },
  ] as const
  const store = await aStore({ identity: { ...anIdentity('z1', 'a'), places, grants } })
  await receivePlan(store, plan)
  const feeds = cohort.map(({ id }) => `${id}/pub`)
  await answer(store, {
    feeds: feeds.map((feed) => ({ feed, ops: ops.filter(({ s }) => s === feed), snap: null, after: null, to: 1 })),
  })
  return store
}

describe('the figures of a commune', () => {
  it('NAT-8: are the same at the endpoint and on a device of the province', async () => {
    const store = await theDevice()
    const rows = await store.communes.list()
    const obstacles = await store.obstacles.list(cohort.map(({ id }) => id))
    expect(rows).toHaveLength(cohort.length)
    const majors = new Map(rows.map(({ place, summary }) => [`${place.id}/pub`, summary?.openFindings.major ?? 0]))
    expect([majors.get(FIRST), majors.get(SECOND)].map((count) => count !== undefined && count > 0)).toEqual([
      true,
      true,
    ])
    for (const { place, summary } of rows) {
      const facts = await readCommuneFacts(endpoint, place.id)
      const line = communeLine(place.id, plan, facts, TODAY)
      expect({
        stage: line.stage,
        percentDeclared: line.percentDeclared,
        percentConfirmed: line.percentConfirmed,
        daysLate: daysBehind(line, TODAY),
        major: line.openMajor,
        lastVisitOn: line.visitedOn,
        obstacles: line.openObstacles,
      }).toEqual({
        stage: summary?.currentStage,
        percentDeclared: summary?.percentDeclared,
        percentConfirmed: summary?.percentConfirmed,
        daysLate: summary?.daysLate,
        major: summary?.openFindings.major,
        lastVisitOn: summary?.lastVisitOn,
        obstacles: obstacles.filter(({ unit, state }) => unit === place.id && state === 'open').length,
      })
    }
    expect(new Set(rows.map(({ summary }) => summary?.currentStage)).size).toBeGreaterThan(1)
  })
})
