// The answers of a sealed form under the names of the groups they were asked in. The form tells those names; where this
// device has no such form, the answers stand in one row, each in its own words.
import type { FilledAnswer, FillingContent } from '#domain/questionnaire/filling/filling-content.ts'
import { definitionsOf } from '#domain/questionnaire/filling/filling-content.ts'
import { pathOf } from '#domain/questionnaire/filling/progress.ts'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { isQuestion, type Question, textIn } from '#domain/questionnaire/form/form.ts'

export interface SealedSection {
  readonly key: string
  /** Of the group around the answers; empty where there is none. */
  readonly title: string
  /** From 1, of an instance of a repeat; 0 elsewhere. */
  readonly number: number
  readonly answers: readonly FilledAnswer[]
}

export interface SealedForm {
  readonly sections: readonly SealedSection[]
  /** What the form reckoned and asks nobody: it has a name and no words. */
  readonly reckoned: readonly FilledAnswer[]
  questionOf(path: string): Question | undefined
  /** The question with the group it stands in, for lists where it stands alone. */
  nameOf(answer: Pick<FilledAnswer, 'path' | 'label'>): string
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))

const repeatKey = (parent: string): string => parent.replace(/\[[^\]]+\]$/, '')

export function sealedForm({ answers }: FillingContent, compiled: CompiledForm | null, column: string): SealedForm {
  const definitions = compiled === null ? undefined : definitionsOf(compiled)
  const titleOf = (path: string): string => {
    const node = definitions?.get(pathOf(parentOf(path)))?.node
    return node === undefined || compiled === null ? '' : textIn(node.label, column, compiled.form.defaultLanguage)
  }
  const instances = new Map<string, string[]>()
  const numberOf = (parent: string): number => {
    if (!parent.endsWith(']')) return 0
    const known = instances.get(repeatKey(parent)) ?? []
    instances.set(repeatKey(parent), known)
    if (!known.includes(parent)) known.push(parent)
    return known.indexOf(parent) + 1
  }
  const sections: { key: string; title: string; number: number; answers: FilledAnswer[]; parent: string }[] = []
  for (const answer of answers.filter(({ label }) => label !== '')) {
    const parent = parentOf(answer.path)
    const last = sections.at(-1)
    if (last?.parent === parent) last.answers.push(answer)
    else {
      const key = `${sections.length} ${parent}`
      sections.push({ key, title: titleOf(answer.path), number: numberOf(parent), answers: [answer], parent })
    }
  }
  return {
    sections,
    reckoned: answers.filter(({ label }) => label === ''),
    questionOf: (path) => {
      const node = definitions?.get(pathOf(path))?.node
      return node !== undefined && isQuestion(node) ? node : undefined
    },
    nameOf: ({ path, label }) => [titleOf(path), label || path].filter(Boolean).join(' · '),
  }
}
