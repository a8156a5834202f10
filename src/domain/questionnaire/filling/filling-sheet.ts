/**
 * An answer of a handed-in form as it stands on paper: its words with their unit, the captions of what hangs on it instead
 * of the pictures, and what was found about it. The form tells unit and kind; without it the sealed words stand alone.
 */
import type { Question } from '../form/form.ts'
import type { FilledAnswer, FillingContent } from './filling-content.ts'
import { type FillingVerification, isFound } from './filling-verification.ts'

export interface SheetAnswer {
  /** Empty where the answer is photos or files and its value only their number. */
  readonly words: string
  /** What the number is a number of; empty where there is none. */
  readonly unit: string
  /** Empty where none was given. */
  readonly reason: string
  readonly note: string
  /** One entry a photo or file, in the order they were sealed; an empty one has no caption. */
  readonly captions: readonly string[]
  /** Null where nobody verified the answer. */
  readonly found: FillingVerification | null
}

/** `question` is undefined where this device has no such form. Rule FIL-26. */
export function sheetAnswer(
  { path, value, shown, reason = '', note = '' }: FilledAnswer,
  question: Pick<Question, 'kind' | 'unit'> | undefined,
  { evidence }: Pick<FillingContent, 'evidence'>,
  found: FillingVerification | undefined,
): SheetAnswer {
  const captions = evidence.filter((one) => one.path === path).map(({ caption }) => caption.trim())
  const isNumberOfPhotos = captions.length > 0 && (question?.kind === 'image' || question?.kind === 'file')
  return {
    words: isNumberOfPhotos ? '' : (shown ?? value),
    unit: isNumberOfPhotos ? '' : (question?.unit ?? ''),
    reason,
    note,
    captions,
    found: isFound(found) ? found : null,
  }
}
