/**
 * Signs that answers may have been given without looking: shown to the person before handing in, as questions and never
 * as a verdict, and to the reviewer after. Nothing is held back because of them. The thresholds are this project's
 * proposal and are to be checked in the field. Knows no instrument and no scale, so that any form may use it.
 */
import {
  addMonths,
  isLocalDate,
  type LocalDate,
  localDateAt,
  VIETNAM_OFFSET_MINUTES,
} from '#domain/kernel/local-date.ts'

/** One question as it was answered, in the order of the form. */
export interface GivenAnswer {
  readonly questionId: string
  /** The chosen value; null where none was chosen. */
  readonly value: string | number | null
  /** Whether something of its own was written or photographed for it. */
  readonly hasOwnWords: boolean
  /** Milliseconds since 1970 of its last change, and by whom; absent where nobody knows any more. */
  readonly at?: number | null
  readonly by?: string | null
}

export interface GivenEvidence {
  readonly questionId: string
  readonly sha256: string
  /** Milliseconds since 1970; null where unknown. */
  readonly takenAt: number | null
  /** The day it is evidence of, where somebody or the camera said so; else that of `takenAt` counts. */
  readonly on?: LocalDate | null
}

/** So many answers within so many milliseconds. */
export interface Pace {
  readonly answers: number
  readonly ms: number
}

export type HonestySign =
  | { readonly is: 'straight-line'; readonly questions: readonly string[]; readonly value: string | number }
  | ({ readonly is: 'pace' } & Pace)
  | { readonly is: 'same-photo'; readonly sha256: string; readonly questions: readonly string[] }
  | { readonly is: 'photo-of-earlier-round'; readonly sha256: string; readonly questions: readonly string[] }
  | { readonly is: 'old-evidence'; readonly questions: readonly string[]; readonly before: LocalDate }

export interface AnswersToJudge {
  readonly answers: readonly GivenAnswer[]
  readonly evidence: readonly GivenEvidence[]
  /** Hashes of the photos handed in with earlier rounds. */
  readonly earlierPhotos?: readonly string[]
  /** First day of the period the answers speak of; without one no evidence is too old. */
  readonly periodFrom?: LocalDate
  /** The pace as it was sealed, where the moments of the answers are not at hand. */
  readonly pace?: Pace | undefined
}

/** This many equal answers in a row, with nothing written or photographed. Rule HON-1. */
const STRAIGHT_LINE = 15
/** This many answers of one person within three minutes, six seconds each. Rule HON-2. */
export const HASTY: Pace = { answers: 30, ms: 180_000 }

/** How far back evidence may lie: a year before the answering began (our proposal, cần kiểm tra). */
const PERIOD_MONTHS = 12

/** The period of what was begun that day; none where the day is unknown. Rule HON-4. */
export const periodOf = (startedOn: string): { readonly periodFrom?: LocalDate } =>
  isLocalDate(startedOn) ? { periodFrom: addMonths(startedOn, -PERIOD_MONTHS) } : {}

/** The longest run of one value in the order of the form; empty below the threshold. Rule HON-1. */
export function straightLine(answers: readonly GivenAnswer[]): readonly GivenAnswer[] {
  let [longest, run]: [GivenAnswer[], GivenAnswer[]] = [[], []]
  for (const answer of answers) {
    const goesOn = answer.value !== null && !answer.hasOwnWords
    if (!goesOn) run = []
    else run = run[0]?.value === answer.value ? [...run, answer] : [answer]
    if (run.length > longest.length) longest = run
  }
  return longest.length >= STRAIGHT_LINE ? longest : []
}

/** The most answers one person gave within the time of the threshold, and how long they took; null below it. Rule HON-2. */
export function hastyPace(answers: readonly GivenAnswer[]): Pace | null {
  const byPerson = new Map<string, number[]>()
  for (const { at, by } of answers) {
    if (typeof at === 'number') byPerson.set(by ?? '', [...(byPerson.get(by ?? '') ?? []), at])
  }
  const paces = [...byPerson.values()].map(densest)
  const most = paces.reduce((best, pace) => (pace.answers > best.answers ? pace : best), { answers: 0, ms: 0 })
  return most.answers >= HASTY.answers ? most : null
}

function densest(moments: readonly number[]): Pace {
  const sorted = [...moments].sort((a, b) => a - b)
  let best: Pace = { answers: 0, ms: 0 }
  let from = 0
  for (const [to, moment] of sorted.entries()) {
    while (moment - (sorted[from] ?? moment) > HASTY.ms) from += 1
    const answers = to - from + 1
    if (answers > best.answers) best = { answers, ms: moment - (sorted[from] ?? moment) }
  }
  return best
}

function questionsByPhoto(evidence: readonly GivenEvidence[]): ReadonlyMap<string, readonly string[]> {
  const questions = new Map<string, string[]>()
  for (const { sha256, questionId } of evidence) {
    const known = questions.get(sha256) ?? []
    if (!known.includes(questionId)) questions.set(sha256, [...known, questionId])
  }
  return questions
}

/** Photos used for more than one question, and photos handed in before. Rule HON-3. */
function photoSigns({ evidence, earlierPhotos = [] }: AnswersToJudge): readonly HonestySign[] {
  const earlier = new Set(earlierPhotos)
  return [...questionsByPhoto(evidence)].flatMap(([sha256, questions]): HonestySign[] => [
    ...(questions.length > 1 ? [{ is: 'same-photo', sha256, questions } as const] : []),
    ...(earlier.has(sha256) ? [{ is: 'photo-of-earlier-round', sha256, questions } as const] : []),
  ])
}

/** Rule HON-4. */
function oldEvidence({ evidence, periodFrom }: AnswersToJudge): readonly HonestySign[] {
  if (periodFrom === undefined) return []
  const isOld = ({ takenAt, on }: GivenEvidence) => {
    if (on) return on < periodFrom
    return takenAt !== null && takenAt > 0 && localDateAt(takenAt, VIETNAM_OFFSET_MINUTES) < periodFrom
  }
  const questions = [...new Set(evidence.filter(isOld).map(({ questionId }) => questionId))]
  return questions.length === 0 ? [] : [{ is: 'old-evidence', questions, before: periodFrom }]
}

/** Everything conspicuous, in the order it is shown. Rules HON-1 to HON-5. */
export function honestySigns(given: AnswersToJudge): readonly HonestySign[] {
  const line = straightLine(given.answers)
  const pace = given.pace ?? hastyPace(given.answers)
  return [
    ...(line.length > 0
      ? [
          {
            is: 'straight-line',
            questions: line.map(({ questionId }) => questionId),
            value: line[0]?.value ?? 0,
          } as const,
        ]
      : []),
    ...(pace ? [{ is: 'pace', ...pace } as const] : []),
    ...photoSigns(given),
    ...oldEvidence(given),
  ]
}
