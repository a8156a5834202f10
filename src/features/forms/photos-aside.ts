// Photos hang on the answer of their question. Where a moved draft has that question no longer, nothing else would show
// them: so they are found by what they hang on, and named by the question they were taken for.
import { answerPrefix, fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { type Form, type FormNode, isQuestion, type Texts } from '#domain/questionnaire/form/form.ts'

export interface PhotosAside {
  /** Id of the answer they hang on. */
  readonly of: string
  readonly count: number
  /** The question as it was asked; empty where no form on this device knows it. */
  readonly label: Texts
  /** Its name in the form. */
  readonly name: string
}

const nodeNamed = (nodes: readonly FormNode[], name: string): FormNode | undefined => {
  for (const node of nodes) {
    const found = node.name === name ? node : isQuestion(node) ? undefined : nodeNamed(node.children, name)
    if (found !== undefined) return found
  }
  return undefined
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
    const [name = ''] = of.slice(answerPrefix(filling).length).split('~')
    const label = (earlier && nodeNamed(earlier.nodes, name)?.label) ?? {}
    return { of, count: lost.filter((one) => one === of).length, label, name }
  })
}
