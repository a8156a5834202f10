/**
 * The programme of a year: which field or department is audited in which month, with what risk, to what end and under
 * which edition. It is a draft until the office approves it, and may be incomplete as long as it is one.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'
import { isSameField } from './fields-of-work.ts'

/** How much would go wrong, and how easily. */
export type Risk = 'low' | 'middle' | 'high'

/** In the order a form offers them. */
export const risks: readonly Risk[] = ['low', 'middle', 'high']

/** The programme of one commune and one year. */
export interface AuditProgramme {
  readonly id: string
  readonly unit: string
  readonly year: number
  readonly objectives: string
  readonly edition: string
  readonly scope: string
  readonly frequency: string
  readonly risks: string
  /** Id of an auditor. */
  readonly leader: string | null
}

/** One line of the programme. */
export interface ProgrammeSlot {
  readonly id: string
  readonly programme: string
  readonly field: string
  /** 1 to 12, ascending. */
  readonly months: readonly number[]
  readonly risk: Risk
}

/** Entity id of a commune's programme of a year. */
export const programmeId = (unit: string, year: number): string => `apr.${unit}.${year}`

/** The line with its months in order, or what speaks against it beside the others. Rule AP-3. */
export function checkSlot(slot: ProgrammeSlot, others: readonly ProgrammeSlot[]): Result<ProgrammeSlot, Problem> {
  const field = slot.field.trim()
  if (field === '') return err({ code: 'programme.field-missing' })
  const isTwice = others.some(({ id, field: other }) => id !== slot.id && isSameField(other, field))
  if (isTwice) return err({ code: 'programme.field-twice', params: { field } })
  const months = monthsOf(slot.months)
  return ok({ ...slot, field, months })
}

/** Each month of the calendar once, ascending. */
export const monthsOf = (months: readonly number[]): readonly number[] =>
  Array.from(new Set(months.filter((month) => Number.isInteger(month) && month >= 1 && month <= 12))).sort(
    (a, b) => a - b,
  )

/** What a programme still needs before somebody can approve it. */
export type ProgrammeGap = 'objectives' | 'scope' | 'frequency' | 'risks' | 'edition' | 'leader' | 'slots' | 'months'

const texts = ['objectives', 'scope', 'frequency', 'risks', 'edition'] as const

/** In the order of the screen; empty where nothing is missing. Rule AP-4. */
export function programmeGaps(programme: AuditProgramme, slots: readonly ProgrammeSlot[]): readonly ProgrammeGap[] {
  const missing: ProgrammeGap[] = texts.filter((name) => !hasText(programme[name]))
  if (programme.leader === null) missing.push('leader')
  if (slots.length === 0) missing.push('slots')
  if (slots.some(({ months }) => months.length === 0)) missing.push('months')
  return missing
}

/** A field whose month has begun without a plan. */
export interface OpenMonth {
  readonly field: string
  readonly month: number
}

/** A plan as far as this question goes. */
interface Covering {
  readonly from: LocalDate
  readonly to: LocalDate
  /** Fields its sessions look at. */
  readonly fields: readonly string[]
}

/** Months up to today's with a field that no plan covers in that month; none of other years. Rule AP-5. */
export function openMonths(
  year: number,
  slots: readonly ProgrammeSlot[],
  plans: readonly Covering[],
  today: LocalDate,
): readonly OpenMonth[] {
  const last = year === Number(today.slice(0, 4)) ? Number(today.slice(5, 7)) : 0
  return slots
    .flatMap(({ field, months }) => months.filter((month) => month <= last).map((month) => ({ field, month })))
    .filter(({ field, month }) => !plans.some((plan) => covers(plan, year, month, field)))
    .sort((a, b) => a.month - b.month)
}

const covers = ({ from, to, fields }: Covering, year: number, month: number, field: string): boolean => {
  const name = `${year}-${String(month).padStart(2, '0')}`
  return from.slice(0, 7) <= name && name <= to.slice(0, 7) && fields.some((one) => isSameField(one, field))
}
