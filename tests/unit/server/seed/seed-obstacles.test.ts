import { describe, expect, it } from 'vitest'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { createDemonstrationPlan } from '#domain/pilot/demonstration-plan.ts'
import { demonstrationCohort } from '#domain/place/monitoring-areas.ts'
import { demoPeople } from '#server/seed/demo-accounts.ts'
import { seedCommune } from '#server/seed/seed-commune.ts'
import { obstacleRecords } from '#server/seed/seed-obstacles.ts'

const TODAY = '2026-11-21' as LocalDate
const cohort = demonstrationCohort()
const people = demoPeople('', TODAY)
const plan = createDemonstrationPlan(
  TODAY,
  cohort.map(({ id }) => id),
)
const records = obstacleRecords(
  cohort.map((unit) => seedCommune(unit, plan, people, TODAY)),
  'department',
)

describe('obstacles of the demonstration', () => {
  it('END-12: are few, in every state, and labelled as made up', () => {
    expect(records.length).toBeLessThanOrEqual(40)
    const raised = records.filter(({ fields }) => 'text' in fields && 'raisedOn' in fields)
    expect(raised.every(({ fields }) => JSON.stringify(fields['text']).includes('dữ liệu minh họa'))).toBe(true)
    const states = new Set(records.flatMap(({ fields }) => (fields['state'] === undefined ? [] : [fields['state']])))
    expect(states).toEqual(new Set(['answered', 'settled']))
    expect(records.some(({ kind }) => kind === 'stage-delay')).toBe(true)
  })

  it('END-12: nobody writes a field of an obstacle that somebody else wrote without having seen it', () => {
    const writers = new Map<string, Set<string>>()
    for (const { entity, by, fields } of records)
      for (const field of Object.keys(fields)) {
        const key = `${entity} ${field}`
        writers.set(key, (writers.get(key) ?? new Set()).add(by))
      }
    expect([...writers].filter(([, authors]) => authors.size > 1)).toEqual([])
  })
})
