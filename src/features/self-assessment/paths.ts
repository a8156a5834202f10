// Addresses of this feature's screens, and the names under which its records and drafts are kept.
import { feedId } from '#domain/change/feed.ts'

export const ROUNDS_PATH = '/self-assessment'
export const roundPath = (id: string): string => `${ROUNDS_PATH}/${id}`
export const unansweredPath = (id: string): string => `${roundPath(id)}?show=unanswered`
export const roundListPath = (id: string): string => `${roundPath(id)}/list`
export const questionPath = (id: string, question: string): string => `${roundPath(id)}/q/${question}`
export const submitPath = (id: string): string => `${roundPath(id)}/submit`

export const analysisPath = (id: string): string => `${roundPath(id)}/analysis`
export const revisionPath = (id: string, submission: string): string => `${roundPath(id)}/revision/${submission}`

/** Entity id of an answer, as `domain/change/kinds.md` fixes it. */
export const answerEntity = (id: string, question: string): string => `ans.${id}.${question}`

export const draftFeed = (unit: string): string => feedId(unit, 'self')

/** Draft of a choice that waits for its reason. */
export const choiceDraft = (id: string, question: string): string => `choice:${answerEntity(id, question)}`
