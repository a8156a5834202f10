/**
 * The minutes (biên bản) of an inspection: what is still missing before they may be sealed, and the content that is. What
 * is found later goes into further minutes, which stand beside the first and take nothing of it back.
 */
import { type DayBounds, outsideBounds } from '#domain/kernel/day-bounds.ts'
import {
  type LocalDate,
  localDateAt,
  parseWrittenDate,
  VIETNAM_OFFSET_MINUTES,
  type WrittenDate,
} from '#domain/kernel/local-date.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'
import type { LocalText } from '#domain/standard/local-text.ts'
import { headDayProblems, minutesBounds, setBounds } from './days.ts'
import { headProblems, type InspectionHead, namedPeople, type Rating, type SectionTexts } from './inspection.ts'
import { type ItemWords, numberIn, type Outline, wordsOf } from './inspection-outline.ts'
import { emptyItemAnswer, type ItemAnswer, needsReason } from './outline.ts'
import {
  callsForAction,
  type Shortcoming,
  type ShortcomingGrade,
  shortcomingGrades,
  shortcomingProblems,
} from './shortcoming.ts'

/** Everything an inspection has on a device while it is worked on. */
export interface InspectionWork {
  readonly id: string
  readonly unit: string
  readonly head: InspectionHead
  readonly texts: SectionTexts
  readonly rating: Rating | null
  /** Day of the minutes. */
  readonly minutesOn: WrittenDate
  /** Until when the commune sends its remedy report. */
  readonly reportDueOn: WrittenDate
  /** Null while the province's form it comes from is not whole on this device. */
  readonly outline: Outline | null
  readonly answers: Readonly<Record<string, ItemAnswer>>
  readonly shortcomings: readonly Shortcoming[]
}

/** Where on the screens something is missing. */
export type GapPlace = 'head' | 'outline' | 'items' | 'shortcomings' | 'sections'

export interface MinutesGap {
  readonly place: GapPlace
  readonly problem: Problem
  /** Contents of the outline, or the shortcoming, it is about. */
  readonly about: readonly string[]
}

/** A piece of evidence as it is sealed: by its hash, never its bytes. */
export interface InspectionEvidenceRef {
  /** Id of the content of the outline or of the shortcoming. */
  readonly subject: string
  readonly sha256: string
  readonly mime: string
  /** Bytes. */
  readonly size: number
  readonly caption: string
}

export interface MinutesContent extends InspectionHead {
  readonly inspection: string
  readonly unit: string
  /** 1 for the first minutes of an inspection, counted on for further ones. */
  readonly number: number
  readonly on: LocalDate
  readonly texts: SectionTexts
  readonly rating: Rating
  /** The province's form whose questions were asked; absent for the program's own contents. */
  readonly outline?: { readonly form: string; readonly title: LocalText }
  /** In the order of the outline; without words in minutes that were sealed before they had any. */
  readonly items: readonly (ItemAnswer & { readonly item: string; readonly words?: ItemWords })[]
  /** Heaviest first, then by id. */
  readonly shortcomings: readonly Shortcoming[]
  readonly reportDueOn: LocalDate | null
  /** By subject, then by hash. */
  readonly evidence: readonly InspectionEvidenceRef[]
  /** ISO 8601 in UTC. */
  readonly sealedAt: string
  /** Account id. */
  readonly sealedBy: string
}

const dayOf = ({ text }: WrittenDate): LocalDate | null => {
  const read = parseWrittenDate(text)
  return read.ok ? read.value : null
}

const answerOf = ({ answers }: InspectionWork, id: string): ItemAnswer => answers[id] ?? emptyItemAnswer

const gap = (
  place: GapPlace,
  code: Problem['code'],
  about: readonly string[] = [],
  outline: Outline | null = null,
): MinutesGap => ({
  place,
  problem: { code, params: { count: String(about.length), items: inNumbers(outline, about).join(', ') } },
  about,
})

/** Contents as the paper numbers them. */
const inNumbers = (outline: Outline | null, ids: readonly string[]): readonly string[] =>
  outline === null ? ids : ids.map((id) => String(numberIn(outline, id)))

function itemGaps(work: InspectionWork): readonly MinutesGap[] {
  const { outline } = work
  if (outline === null) return [gap('outline', 'inspection.outline-missing')]
  const ids = outline.items.map(({ id }) => id)
  const open = ids.filter((id) => answerOf(work, id).result === null)
  const unreasoned = ids.filter((id) => needsReason(answerOf(work, id)))
  const named = new Set(work.shortcomings.map(({ item }) => item))
  const bare = ids.filter((id) => answerOf(work, id).result === 'not-met' && !named.has(id))
  return [
    ...(open.length > 0 ? [gap('items', 'inspection.items-open', open, outline)] : []),
    ...(unreasoned.length > 0 ? [gap('items', 'inspection.reason-missing', unreasoned, outline)] : []),
    ...(bare.length > 0 ? [gap('shortcomings', 'inspection.shortcoming-missing', bare, outline)] : []),
  ]
}

const outside = (
  place: GapPlace,
  day: LocalDate | null,
  bounds: DayBounds,
  about: readonly string[] = [],
): readonly MinutesGap[] => {
  const problem = outsideBounds(day, bounds)
  return problem === null ? [] : [{ place, problem, about }]
}

function dayGaps(
  { minutesOn, reportDueOn, head, shortcomings }: InspectionWork,
  today: LocalDate | null,
): readonly MinutesGap[] {
  const [on, from, due] = [dayOf(minutesOn), dayOf(head.from), dayOf(reportDueOn)]
  const asksReport = shortcomings.some(({ grade }) => callsForAction(grade))
  const day = parseWrittenDate(minutesOn.text)
  return [
    ...(day.ok ? [] : [{ place: 'sections', problem: { code: 'inspection.day-missing' }, about: [] } as const]),
    ...(on !== null && from !== null && on < from ? [gap('sections', 'inspection.day-too-early')] : []),
    ...(asksReport && due === null ? [gap('sections', 'inspection.report-due-missing')] : []),
    ...(on !== null && due !== null && due < on ? [gap('sections', 'inspection.report-due-too-early')] : []),
    ...outside('sections', on, minutesBounds(head, today)),
    ...outside('sections', due, setBounds(on)),
  ]
}

/** What is missing before the minutes may be sealed, in the order of the minutes. Rules INS-5 and INS-19. */
export function minutesGaps(work: InspectionWork, today: LocalDate | null = null): readonly MinutesGap[] {
  const on = dayOf(work.minutesOn)
  return [
    ...[...headProblems(work.head), ...headDayProblems(work.head)].map(
      ({ problem }): MinutesGap => ({ place: 'head', problem, about: [] }),
    ),
    ...itemGaps(work),
    ...work.shortcomings.flatMap((one) =>
      shortcomingProblems(one, on).map((problem): MinutesGap => ({ place: 'shortcomings', problem, about: [one.id] })),
    ),
    ...work.shortcomings.flatMap(({ id, dueOn }) =>
      outside('shortcomings', dueOn && dayOf(dueOn), setBounds(on), [id]),
    ),
    ...dayGaps(work, today),
    ...(!hasText(work.texts.conclusion) ? [gap('sections', 'inspection.conclusion-missing')] : []),
    ...(work.rating === null ? [gap('sections', 'inspection.rating-missing')] : []),
  ]
}

const weightOf = ({ grade }: Shortcoming): number => (grade === null ? 9 : shortcomingGrades.indexOf(grade))

/** Heaviest first; those of one grade in the order in which they were written. */
export const shortcomingsInOrder = (shortcomings: readonly Shortcoming[]): readonly Shortcoming[] =>
  [...shortcomings].sort((a, b) => weightOf(a) - weightOf(b) || (a.id < b.id ? -1 : 1))

export interface SealParts {
  readonly number: number
  readonly evidence: readonly InspectionEvidenceRef[]
  readonly sealedAt: string
  readonly sealedBy: string
}

const inOrder = (evidence: readonly InspectionEvidenceRef[]): readonly InspectionEvidenceRef[] =>
  [...evidence].sort((a, b) => (`${a.subject} ${a.sha256}` < `${b.subject} ${b.sha256}` ? -1 : 1))

/** The same work gives the same bytes, whatever order it was entered in. Rules INS-5 and INS-7. */
export function createMinutes(work: InspectionWork, parts: SealParts): Result<MinutesContent, Problem> {
  const gaps = minutesGaps(work, localDateAt(Date.parse(parts.sealedAt), VIETNAM_OFFSET_MINUTES))
  const [on, { rating, outline }] = [dayOf(work.minutesOn), work]
  if (gaps.length > 0 || on === null || rating === null || outline === null) {
    return err({ code: 'inspection.incomplete', params: { count: String(gaps.length) } })
  }
  return ok({
    ...work.head,
    team: namedPeople(work.head.team),
    hosts: namedPeople(work.head.hosts),
    inspection: work.id,
    unit: work.unit,
    number: parts.number,
    on,
    texts: work.texts,
    rating,
    ...(outline.form !== null && { outline: { form: outline.form, title: outline.title } }),
    items: outline.items.map((item) => ({ item: item.id, ...answerOf(work, item.id), words: wordsOf(item) })),
    shortcomings: shortcomingsInOrder(work.shortcomings),
    reportDueOn: dayOf(work.reportDueOn),
    evidence: inOrder(parts.evidence),
    sealedAt: parts.sealedAt,
    sealedBy: parts.sealedBy,
  })
}

/** What the hash of sealed minutes is taken over. Rule INS-7. */
export const minutesBytes = (content: MinutesContent): Uint8Array => utf8Bytes(canonicalJson(content))

export type ShortcomingCounts = Readonly<Record<ShortcomingGrade, number>>

export function countShortcomings(shortcomings: readonly Pick<Shortcoming, 'grade'>[]): ShortcomingCounts {
  const counts = { major: 0, minor: 0, observation: 0 }
  for (const { grade } of shortcomings) if (grade !== null) counts[grade] += 1
  return counts
}
