/**
 * What follows a finding, one step after the other: the auditee confirms or disagrees, and the team may grade it anew.
 * Nothing is overwritten; what holds now is the latest step of its sort, and every earlier one stays beside it.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'
import type { FindingGrade } from './finding.ts'

export interface FindingResponse {
  readonly id: string
  /** Id of the finding. */
  readonly of: string
  readonly agrees: boolean
  readonly words: string
  readonly name: string
  readonly post: string
  /** The day, `YYYY-MM-DD`. */
  readonly on: string
  /** The grade the team gives from now on; null where this is the answer of the auditee. */
  readonly grade: FindingGrade | null
  /** Milliseconds since 1970. */
  readonly at: number
}

export type ResponseInput = Omit<FindingResponse, 'id' | 'of' | 'at'>

/** The step with its texts trimmed, or what it lacks. Rules AUD-16 and AUD-17. */
export function checkResponse(input: ResponseInput, gradeBefore: FindingGrade | null): Result<ResponseInput, Problem> {
  const [name, post, words] = [input.name.trim(), input.post.trim(), input.words.trim()]
  if (!hasText(name)) return err({ code: 'response.name-missing' })
  if (!hasText(post)) return err({ code: 'response.post-missing' })
  if ((!input.agrees || input.grade !== null) && !hasText(words)) return err({ code: 'response.words-missing' })
  if (input.grade !== null && input.grade === gradeBefore) return err({ code: 'response.grade-same' })
  return ok({ ...input, name, post, words })
}

/** What the order of the steps and the grade that holds are told by. */
export type GradeStep = Pick<FindingResponse, 'id' | 'grade' | 'at'>

const inOrder = <Step extends GradeStep>(responses: readonly Step[]): readonly Step[] =>
  [...responses].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))

/** The answer of the auditee that holds; undefined while there is none. Rule AUD-16. */
export const standingResponse = (responses: readonly FindingResponse[]): FindingResponse | undefined =>
  inOrder(responses).findLast(({ grade }) => grade === null)

/** The grade that holds now. Rule AUD-17. */
export const gradeNow = (given: FindingGrade | null, responses: readonly GradeStep[]): FindingGrade | null =>
  inOrder(responses).findLast(({ grade }) => grade !== null)?.grade ?? given

/** An answer, or a grade given anew, goes with its finding; so the finding stays. Rule AUD-25. */
export const mayRemoveFinding = (responses: readonly unknown[]): boolean => responses.length === 0
