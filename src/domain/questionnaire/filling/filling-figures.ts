/**
 * How far a filling is, reckoned by its form over what is stored. Of a commune's draft that is written upward with every
 * answer; of a form at a visit nobody writes it, because everybody who may read the answers can reckon it.
 */
import type { CompiledForm } from '../form/compile-form.ts'
import { definitionsOf, type FillingParts, sessionOver } from './filling-content.ts'
import { type FillingProgress, progressOf } from './progress.ts'

export interface FillingFigures extends FillingProgress {
  /** Places that are required and empty, or not right: with one of them nothing is sealed (FIL-4). */
  readonly missing: number
}

type FiguresOf = Pick<FillingParts, 'filling' | 'answers' | 'session'> & {
  /** Ids of the answers that photos hang on, one entry a photo. */
  readonly photos: readonly string[]
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Rule FIL-19. */
export function fillingFigures(compiled: CompiledForm, { photos, at, ...given }: FiguresOf): FillingFigures {
  const session = sessionOver(compiled, given, photos, at)
  return { ...progressOf(session, definitionsOf(compiled)), missing: session.problems().length }
}
