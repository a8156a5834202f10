/**
 * The record both sides sign after a visit: what was known and found line by line, what was done and is asked, what the
 * commune says. Sealed, because it is what both stood by on that day; whatever comes up later is a further record.
 */
import type { LocalDate, WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'
import { openLines } from './checked-line.ts'
import { checkVisit, type WholeVisit } from './visit.ts'
import type { VisitForm } from './visit-form.ts'

/** A task given on the spot; it is an improvement action of its own and followed as one. */
export interface VisitTask {
  readonly id: string
  readonly what: string
  /** A post. */
  readonly who: string
  readonly until: WrittenDate
}

/** A photo or document taken for the visit, by its hash. */
export interface VisitEvidence {
  readonly id: string
  readonly sha256: string
  readonly caption: string
}

export interface VisitRecordContent extends Omit<WholeVisit, 'id' | 'planned'> {
  /** Id of the visit. */
  readonly visit: string
  /** 1, 2, … among the records of the visit. */
  readonly number: number
  readonly tasks: readonly VisitTask[]
  readonly evidence: readonly VisitEvidence[]
  /** Forms of the province filled in at the visit; absent where there are none, and in records of earlier versions. */
  readonly forms?: readonly VisitForm[]
  /** ISO 8601 in UTC. */
  readonly sealedAt: string
  /** Account id. */
  readonly sealedBy: string
}

export interface VisitRecordParts {
  readonly visit: WholeVisit
  readonly number: number
  readonly tasks: readonly VisitTask[]
  readonly evidence: readonly VisitEvidence[]
  readonly forms?: readonly VisitForm[]
  readonly sealedAt: string
  readonly sealedBy: string
}

/** Everything the record still lacks, in the order of the form. Rule VIS-12. */
export function recordProblems(visit: WholeVisit, today: LocalDate): readonly Problem[] {
  const checked = checkVisit(visit)
  const problems: Problem[] = checked.ok ? [] : [checked.error]
  if (visit.on.date !== null && visit.on.date > today) problems.push({ code: 'visit.day-ahead' })
  if (visit.from !== null && visit.to !== null && visit.to < visit.from) problems.push({ code: 'visit.ends-before' })
  if (!hasText(visit.visitors)) problems.push({ code: 'visit.visitors-missing' })
  if (!hasText(visit.received)) problems.push({ code: 'visit.received-missing' })
  const open = openLines(visit.checked).length
  if (open > 0) problems.push({ code: 'visit.lines-open', params: { count: String(open) } })
  if (!hasText(visit.done)) problems.push({ code: 'visit.done-missing' })
  if (visit.flag === 'red' && !hasText(visit.recommendation)) problems.push({ code: 'visit.help-missing' })
  return problems
}

/** One order on every device. Rule VIS-19. */
const byFilling = (a: VisitForm, b: VisitForm): number => (a.filling < b.filling ? -1 : 1)

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)

function contentOf({ visit, number, tasks, evidence, forms = [], ...sealing }: VisitRecordParts): VisitRecordContent {
  const { id, planned: _, ...whole } = visit
  return {
    ...whole,
    visit: id,
    number,
    checked: visit.checked.map(({ about, known, found }) => ({ about, known, found })),
    tasks: tasks.map(({ id: task, what, who, until }) => ({ id: task, what, who, until: { ...until } })).sort(byId),
    evidence: evidence.map(({ id: of, sha256, caption }) => ({ id: of, sha256, caption })).sort(byId),
    ...(forms.length > 0 && { forms: forms.toSorted(byFilling) }),
    sealedAt: sealing.sealedAt,
    sealedBy: sealing.sealedBy,
  }
}

/** The content to seal, or the first thing it lacks. Rules VIS-12, VIS-13 and VIS-19. */
export function createVisitRecord(parts: VisitRecordParts, today: LocalDate): Result<VisitRecordContent, Problem> {
  const [first] = recordProblems(parts.visit, today)
  return first ? err(first) : ok(contentOf(parts))
}
