/**
 * The honest-answering rules on a form: from its draft before handing in, from what was sealed after. Equal are answers
 * whose chosen words are the same; a number or a text between them is somebody's own and ends the row.
 */
import { type HonestySign, honestySigns, type Pace, periodOf } from '#domain/honest-answering/honest-answering.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { FilledAnswer } from './filling-content.ts'

export interface FillingTraces {
  readonly answers: readonly FilledAnswer[]
  /** When and by whom an answer was last changed, by its reference; what the form filled in is absent. */
  readonly changes?: Readonly<Record<string, { readonly at: number; readonly by: string }>>
  readonly evidence: readonly {
    readonly path: string
    readonly sha256: string
    readonly takenAt: number | null
    readonly on?: LocalDate | null
  }[]
  readonly earlierPhotos: readonly string[]
  /** Day the filling began; empty where unknown. */
  readonly startedOn: string
  readonly pace?: Pace | undefined
}

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === ''

/** Questions are named by their reference. Rule HON-6. */
export function fillingSigns({ answers, changes = {}, evidence, ...more }: FillingTraces): readonly HonestySign[] {
  const withPhotos = new Set(evidence.map(({ path }) => path))
  const given = answers.filter(({ computed }) => computed !== true)
  const { earlierPhotos, startedOn, pace } = more
  return honestySigns({
    answers: given.map(({ path, shown, reason, note }) => ({
      questionId: path,
      value: shown ?? null,
      hasOwnWords: withPhotos.has(path) || !isBlank(reason) || !isBlank(note),
      at: changes[path]?.at ?? null,
      by: changes[path]?.by ?? null,
    })),
    evidence: evidence.map(({ path, ...photo }) => ({ questionId: path, ...photo })),
    earlierPhotos,
    pace,
    ...periodOf(startedOn),
  })
}
