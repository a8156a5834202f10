// The answers of a sealed form under the names of the groups they were asked in. The form tells those names; where this
// device has no such form, the answers stand in one row, each in its own words. Whoever reads in another language than it
// was handed in gets the form's words of theirs; what was sealed stays what is printed.
import type { FilledAnswer, FillingContent } from '#domain/questionnaire/filling/filling-content.ts'
import { definitionsOf } from '#domain/questionnaire/filling/filling-content.ts'
import { pathOf } from '#domain/questionnaire/filling/progress.ts'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import {
  chosenNames,
  type Form,
  isChoosing,
  isQuestion,
  type Question,
  textIn,
} from '#domain/questionnaire/form/form.ts'

export interface SealedSection {
  readonly key: string
  /** Of the group around the answers; empty where there is none. */
  readonly title: string
  /** From 1, of an instance of a repeat; 0 elsewhere. */
  readonly number: number
  readonly answers: readonly FilledAnswer[]
}

export interface SealedForm {
  /** What the form is called, in the reader's language where it has such a name. */
  readonly title: string
  readonly sections: readonly SealedSection[]
  /** What the form reckoned and asks nobody: it has a name and no words. */
  readonly reckoned: readonly FilledAnswer[]
  questionOf(path: string): Question | undefined
  /** The question with the group it stands in, for lists where it stands alone. */
  nameOf(answer: Pick<FilledAnswer, 'path' | 'label'>): string
  /** The answer for a reader of this language; as it was sealed where the form has no such words. Rule FIL-30. */
  inWords<A extends Pick<FilledAnswer, 'path' | 'label'>>(answer: A): A
}

type Worded = { readonly label: string; readonly value?: string; readonly shown?: string }

/** Words that hold other answers were put together when they were sealed, and stay so. */
const isWhole = (words: string | undefined): words is string => words !== undefined && !words.includes('${')

function wordsFor<A extends Worded>(answer: A, question: Question | undefined, form: Form, column: string): A {
  if (question === undefined) return answer
  const label = question.label[column]
  const names = isChoosing(question.kind) ? chosenNames(question.kind, answer.value ?? '') : []
  const choices = form.lists[question.list ?? '']?.choices ?? []
  const chosen = names.map((wanted) => choices.find(({ name }) => name === wanted)?.label[column])
  return {
    ...answer,
    ...(isWhole(label) && { label }),
    ...(chosen.length > 0 && chosen.every(isWhole) && { shown: chosen.join('; ') }),
  }
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))

const repeatKey = (parent: string): string => parent.replace(/\[[^\]]+\]$/, '')

export function sealedForm(
  { title, answers }: FillingContent,
  compiled: CompiledForm | null,
  column: string,
): SealedForm {
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
  const questionOf = (path: string): Question | undefined => {
    const node = definitions?.get(pathOf(path))?.node
    return node !== undefined && isQuestion(node) ? node : undefined
  }
  const inWords = <A extends Worded & { readonly path: string }>(answer: A): A =>
    compiled === null ? answer : wordsFor(answer, questionOf(answer.path), compiled.form, column)
  const ownTitle = compiled?.form.title[column]
  return {
    title: isWhole(ownTitle) ? ownTitle : title,
    sections,
    reckoned: answers.filter(({ label }) => label === ''),
    questionOf,
    nameOf: ({ path, label }) => [titleOf(path), inWords({ path, label }).label || path].filter(Boolean).join(' · '),
    inWords,
  }
}
