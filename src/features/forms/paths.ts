// Addresses of this feature's screens, and the names under which its records and drafts are kept.
import { feedId } from '#domain/change/feed.ts'
import { wordOfRef } from '#domain/questionnaire/filling/filling-names.ts'
import { fillingPath } from '#features/filling-path.ts'

export const FORMS_PATH = '/forms'
export const sectionPath = (id: string, section: number): string => `${fillingPath(id)}?s=${section}`
export const submitPath = (id: string): string => `${fillingPath(id)}/submit`

export const questionPath = (id: string, ref: string): string =>
  `${fillingPath(id)}/q/${encodeURIComponent(wordOfRef(ref))}`

export const handedInPath = (id: string, submission: string): string =>
  `${fillingPath(id)}/handed-in/${encodeURIComponent(submission)}`

export const verifyAnswerPath = (id: string, submission: string, ref: string): string =>
  `${handedInPath(id, submission)}/q/${encodeURIComponent(wordOfRef(ref))}`

/** Of the commune's own; a filling says itself where it stands (`feedOfFilling`). */
export const draftFeed = (unit: string): string => feedId(unit, 'self')

/** Everything typed into a filling that no receipt covers yet. */
export const typingDraft = (id: string): string => `filling:${id}`

/** The element of a place on the screen. */
export const placeId = (ref: string): string => `place-${wordOfRef(ref)}`
