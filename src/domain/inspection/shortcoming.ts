/**
 * A shortcoming (tồn tại, hạn chế, điểm chưa phù hợp) that an inspection team writes down: the facts, what they go against,
 * how heavy they weigh, and until when they have to be put right. The team sets the day; nothing here proposes one.
 */
import { type LocalDate, parseWrittenDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { hasText } from '#domain/kernel/text.ts'

export type ShortcomingGrade = 'major' | 'minor' | 'observation'

/** Heaviest first. */
export const shortcomingGrades: readonly ShortcomingGrade[] = ['major', 'minor', 'observation']

export interface Shortcoming {
  readonly id: string
  /** Content of the outline it belongs to, or null. */
  readonly item: string | null
  readonly facts: string
  /** Law, document or clause it goes against. */
  readonly basis: string
  /** Null in a draft. */
  readonly grade: ShortcomingGrade | null
  readonly dueOn: WrittenDate | null
}

/** Grades that the commune has to put right and to report about; each opens a corrective action. Rule INS-6. */
export const callsForAction = (grade: ShortcomingGrade | null): boolean => grade === 'major' || grade === 'minor'

const isBlank = (text: string): boolean => !hasText(text)

function dueProblems({ grade, dueOn }: Pick<Shortcoming, 'grade' | 'dueOn'>, on: LocalDate | null): readonly Problem[] {
  const text = dueOn?.text ?? ''
  if (isBlank(text)) return callsForAction(grade) ? [{ code: 'shortcoming.due-missing' }] : []
  const day = parseWrittenDate(text)
  if (!day.ok) return [{ code: day.error, params: { text } }]
  return on !== null && day.value < on ? [{ code: 'shortcoming.due-before-minutes' }] : []
}

/** What it lacks, in the order of the form; `on` is the minutes' day, null while nobody wrote it. Rules INS-3 and INS-4. */
export function shortcomingProblems(
  shortcoming: Omit<Shortcoming, 'id' | 'item'>,
  on: LocalDate | null,
): readonly Problem[] {
  return [
    ...(shortcoming.grade === null ? [{ code: 'shortcoming.grade-missing' } as const] : []),
    ...(isBlank(shortcoming.facts) ? [{ code: 'shortcoming.facts-missing' } as const] : []),
    ...(isBlank(shortcoming.basis) ? [{ code: 'shortcoming.basis-missing' } as const] : []),
    ...dueProblems(shortcoming, on),
  ]
}
