/**
 * Where screens get forms from. Whoever fills a form in needs two things of the library and knows nothing else of it:
 * what there is, and one form whole. `PersonStore.forms` of the library satisfies this; a test hands in its own.
 */
import type { EditionId } from '#domain/standard/edition.ts'
import type { Form, FormUse, Texts } from '#domain/questionnaire/form/form.ts'

/** One version of one form as a list shows it. */
export interface FormSummary {
  /** `id@version`: what `load` takes and a filling is frozen to. */
  readonly key: string
  readonly id: string
  readonly version: string
  readonly title: Texts
  readonly defaultLanguage: string
  readonly edition: EditionId | null
  /** Absent where communes fill it in. */
  readonly use?: FormUse
  /** Questions a person sees. */
  readonly questions: number
  /** Nobody may begin with it any more; a filling that was begun can be finished. */
  readonly isWithdrawn?: boolean
}

export interface FormSource {
  /** The newest version of each form first; safe inside a live query. */
  list(): Promise<readonly FormSummary[]>
  /** Undefined where this device has no such version. */
  load(key: string): Promise<Form | undefined>
}
