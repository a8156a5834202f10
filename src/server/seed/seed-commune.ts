/** What the seed decides about one commune before it tells its story: who writes, and how the commune is doing. */
import { localDateOf, type LocalDate } from '#domain/kernel/local-date.ts'
import type { AdminUnit } from '#domain/place/admin-unit.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import type { Schedule } from '#domain/pilot/schedule.ts'
import { scheduleOf } from '#domain/plan/plan-time.ts'
import { type DemoPeople, LEAD_COMMUNE } from './demo-accounts.ts'
import { createDice, type Dice } from './dice.ts'

export type Pace = 'on-time' | 'slow' | 'behind'

export interface SeedCommune {
  readonly unit: AdminUnit
  readonly plan: Plan
  readonly schedule: Schedule
  readonly today: LocalDate
  readonly pace: Pace
  /** The commune whose demonstration accounts can sign in. */
  readonly isLead: boolean
  readonly secretary: string
  readonly auditor: string
  readonly monitor: string
  /** Chances of one topic, so that a change in one story leaves the others alone. */
  dice(topic: string): Dice
}

const VIETNAM_HOURS = 7

/** A moment of a day by the clock on the wall of the office. */
export function momentOn(date: LocalDate, hour: number, minute = 0): number {
  const [year, month, day] = date.split('-').map(Number)
  const known = localDateOf(year ?? 0, month ?? 0, day ?? 0)
  if (!known.ok) throw new Error(`no such day: ${date}`)
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour - VIETNAM_HOURS, minute)
}

function paceOf(dice: Dice): Pace {
  const roll = dice.roll(100)
  if (roll < 60) return 'on-time'
  return roll < 80 ? 'slow' : 'behind'
}

export function seedCommune(unit: AdminUnit, plan: Plan, people: DemoPeople, today: LocalDate): SeedCommune {
  const isLead = unit.id === LEAD_COMMUNE
  const dice = (topic: string): Dice => createDice(`${unit.id} ${topic}`)
  return {
    unit,
    plan,
    schedule: scheduleOf(plan),
    today,
    pace: isLead ? 'on-time' : paceOf(dice('pace')),
    isLead,
    secretary: people.authorOf('iso-secretary', unit.id),
    auditor: people.authorOf('internal-auditor', unit.id),
    monitor: people.monitorOf(unit.id),
    dice,
  }
}
