// Photos hang on the answer of their question. Where a moved draft has that question no longer, nothing else would show
// them: so they are found by what they hang on, and named by the question they were taken for.
import { answerPrefix, fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import type { Form, Texts } from '#domain/questionnaire/form/form.ts'
import { indexForm } from '#domain/questionnaire/form/form-index.ts'
import { nameAt, nodeAt } from '#domain/questionnaire/form/place-steps.ts'

export interface PhotosAside {
  /** Id of the answer they hang on. */
  readonly of: string
  readonly count: number
  /** The question as it was asked; empty where no form on this device knows it. */
  readonly label: Texts
  /** Its name in the form. */
  readonly name: string
}

/** The words of what is at a path, by the first of these forms that has it. */
export function labelNamed(path: string, forms: readonly (Form | undefined)[]): Texts {
  const labels = forms.map((form) => form && nodeAt(path, indexForm(form))?.node.label)
  return labels.find((label) => label !== undefined) ?? {}
}

/** `evidence` names an answer once for each photo; `refs` are the places of the form as it is now. */
export function photosAside(
  filling: string,
  evidence: readonly string[],
  refs: readonly string[],
  earlier: Form | undefined,
): readonly PhotosAside[] {
  if (evidence.length === 0) return []
  const known = new Set(refs.map((ref) => fillingAnswerId(filling, ref)))
  const lost = evidence.filter((of) => !known.has(of))
  return Array.from(new Set(lost), (of) => {
    // A name, or a path where the name stood in several places (FIL-2).
    const [known = ''] = of.slice(answerPrefix(filling).length).split('~')
    const path = `/${known}`
    return {
      of,
      count: lost.filter((one) => one === of).length,
      label: labelNamed(path, [earlier]),
      name: nameAt(path),
    }
  })
}
