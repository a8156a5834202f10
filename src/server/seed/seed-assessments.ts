/**
 * Self-assessments: a round that most communes have submitted, and one that is under way. Drafts stay with the
 * commune, so of the others only their completeness is made up (decision D4).
 */
import { createHash } from 'node:crypto'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import { type Instrument, instrumentKey, type Question } from '#domain/questionnaire/instrument.ts'
import type { Answer, Answers } from '#domain/self-assessment/answer.ts'
import { createSubmission, type SubmissionContent, submissionBytes } from '#domain/self-assessment/submission.ts'
import type { Dice } from './dice.ts'
import { momentOn, type Pace, type SeedCommune } from './seed-commune.ts'
import type { SeedRecord } from './seed-writer.ts'

const SUBMITTED_PERCENT = 68
const RUNNING_PERCENT = 30
export const LEAD_ANSWERED = 21

type WholeScore = 0 | 1 | 2 | 3

const scoresByPace: Readonly<Record<Pace, readonly [WholeScore, ...WholeScore[]]>> = {
  'on-time': [3, 3, 2, 2, 2, 3, 1],
  slow: [2, 2, 1, 3, 2, 1],
  behind: [1, 1, 2, 0, 2, 1],
}

const notes: readonly [string, ...string[]] = [
  'Đã có văn bản, đang áp dụng tại bộ phận một cửa (dữ liệu minh họa)',
  'Cần bổ sung hồ sơ theo dõi (dữ liệu minh họa)',
  'Đã phân công công chức văn phòng - thống kê (dữ liệu minh họa)',
]

/** Design of new services is what communes most often leave out, with a reason. */
const isLeftOut = ({ clause }: Question): boolean => clause?.startsWith('8.3') === true

function answerOf(question: Question, pace: Pace, dice: Dice): Answer {
  const score = dice.pick(scoresByPace[pace])
  const note = dice.chance(18) ? dice.pick(notes) : ''
  if (!isLeftOut(question)) return { score, reason: '', note }
  return { score: 'na', reason: 'UBND xã giải quyết thủ tục theo quy định có sẵn, không thiết kế dịch vụ mới', note }
}

const answersFor = (questions: readonly Question[], pace: Pace, dice: Dice): Answers =>
  Object.fromEntries(questions.map((question) => [question.id, answerOf(question, pace, dice)]))

interface Round {
  readonly id: string
  readonly round: string
  readonly startedOn: LocalDate
}

function roundOf({ unit, today }: SeedCommune, number: 1 | 2, startedOn: LocalDate): Round {
  const round = `${today.slice(0, 4)}-${number}`
  return { id: `asm.${unit.id}.${round}`, round, startedOn }
}

class AssessmentStory {
  readonly #commune: SeedCommune
  readonly #instrument: Instrument

  constructor(commune: SeedCommune, instrument: Instrument) {
    this.#commune = commune
    this.#instrument = instrument
  }

  #record(
    audience: 'self' | 'pub',
    kind: string,
    entity: string,
    atMs: number,
    fields: SeedRecord['fields'],
  ): SeedRecord {
    return { by: this.#commune.secretary, atMs, feed: feedId(this.#commune.unit.id, audience), kind, entity, fields }
  }

  progress({ id, round, startedOn }: Round, answered: number, atMs: number, submittedAt: number | null): SeedRecord {
    return this.#record('pub', 'assessment-progress', id, atMs, {
      assessment: id,
      unit: this.#commune.unit.id,
      round,
      instrument: instrumentKey(this.#instrument),
      answered,
      total: this.#instrument.questions.length,
      edition: this.#instrument.edition,
      startedOn,
      submittedAt,
    })
  }

  /** The record and its answers, as the commune itself has them. */
  draft({ id, round, startedOn }: Round, answers: Answers, submission: string | null): readonly SeedRecord[] {
    const begun = momentOn(startedOn, 8)
    const fields = {
      unit: this.#commune.unit.id,
      round,
      instrument: instrumentKey(this.#instrument),
      edition: this.#instrument.edition,
      startedOn,
      submission,
    }
    const records = Object.entries(answers).map(([question, { score, reason, note }], i) =>
      this.#record('self', 'answer', `ans.${id}.${question}`, begun + (i + 1) * 120_000, {
        assessment: id,
        question,
        score,
        reason,
        note,
      }),
    )
    return [this.#record('self', 'assessment', id, begun, fields), ...records]
  }

  submission(entity: string, content: SubmissionContent, atMs: number): SeedRecord {
    return this.#record('pub', 'submission', entity, atMs, {
      unit: this.#commune.unit.id,
      assessment: content.assessmentId,
      content: content as unknown as JsonValue,
      sha256: createHash('sha256').update(submissionBytes(content)).digest('hex'),
    })
  }
}

function submittedRecords(commune: SeedCommune, instrument: Instrument): readonly SeedRecord[] {
  const dice = commune.dice('submitted')
  if (!commune.isLead && !dice.chance(SUBMITTED_PERCENT)) return []
  const startedOn = addDays(commune.today, -(50 + dice.roll(30)))
  const round = roundOf(commune, 1, startedOn)
  const atMs = momentOn(addDays(startedOn, 4 + dice.roll(8)), 16, dice.roll(60))
  const answers = answersFor(instrument.questions, commune.pace, dice)
  const submitted = createSubmission(instrument, {
    assessmentId: round.id,
    unit: commune.unit.id,
    round: round.round,
    answers,
    evidence: [],
    submittedAt: new Date(atMs).toISOString(),
    submittedBy: commune.secretary,
  })
  if (!submitted.ok) throw new Error(`seed: self-assessment is incomplete: ${submitted.error.code}`)
  const story = new AssessmentStory(commune, instrument)
  const entity = createUuidV7({ now: () => atMs }, dice)
  const own = commune.isLead ? story.draft(round, answers, entity) : []
  const total = instrument.questions.length
  return [...own, story.submission(entity, submitted.value, atMs), story.progress(round, total, atMs, atMs)]
}

function runningRecords(commune: SeedCommune, instrument: Instrument): readonly SeedRecord[] {
  const dice = commune.dice('running')
  if (!commune.isLead && !dice.chance(RUNNING_PERCENT)) return []
  const round = roundOf(commune, 2, addDays(commune.today, -(4 + dice.roll(6))))
  const answered = commune.isLead ? LEAD_ANSWERED : 4 + dice.roll(44)
  const story = new AssessmentStory(commune, instrument)
  const own = commune.isLead
    ? story.draft(round, answersFor(instrument.questions.slice(0, answered), commune.pace, dice), null)
    : []
  return [...own, story.progress(round, answered, momentOn(addDays(commune.today, -1), 16), null)]
}

export const assessmentRecords = (commune: SeedCommune, instrument: Instrument): readonly SeedRecord[] => [
  ...submittedRecords(commune, instrument),
  ...runningRecords(commune, instrument),
]
