// How the signs of honest answering name the questions of a form: by their words, because a form has no numbers.
import type { FilledAnswer } from '#domain/questionnaire/filling/filling-content.ts'
import type { SignNames } from '#features/honesty-notice.tsx'
import { useFormats } from '#ui/text/text-context.tsx'
import { inTwoLines } from './form-words.ts'

export function useSignNames(answers: readonly FilledAnswer[], nameOf: (answer: FilledAnswer) => string): SignNames {
  const formats = useFormats()
  const byPath = new Map(answers.map((answer) => [answer.path, answer]))
  const quoted = (path: string): string => {
    const answer = byPath.get(path)
    return `“${inTwoLines(answer === undefined ? path : nameOf(answer))}”`
  }
  return { questions: (paths) => formats.list(paths.map(quoted)), value: String }
}
