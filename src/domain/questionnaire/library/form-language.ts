/**
 * Which of a form's languages a reader of this app gets. Authors name their columns as they like (`vi`, `Vietnamese (vi)`,
 * `Tiếng Việt`), the app says `vi`.
 */
import { type Form, type FormNode, isQuestion } from '../form/form.ts'

/** `vi` of `Vietnamese (vi-VN)` and of `vi-VN`. */
const codeOf = (column: string): string =>
  (/\(([\w-]+)\)\s*$/.exec(column)?.[1] ?? column.trim()).toLowerCase().split('-')[0] ?? ''

const NAMES: Readonly<Record<string, readonly string[]>> = {
  vi: ['vietnamese', 'tiếng việt'],
  en: ['english', 'tiếng anh'],
}

/** The form's own name of the app's language, or what stands for it. Rule LIB-7. */
export function formLanguage(languages: readonly string[], wanted: string, otherwise: string): string {
  const fits = (column: string) =>
    codeOf(column) === wanted || NAMES[wanted]?.includes(column.trim().toLowerCase()) === true
  return languages.find(fits) ?? otherwise
}

/** Of the nodes and of what stands in them: groups often have no words of their own. */
const columnsIn = (nodes: readonly FormNode[]): readonly string[] =>
  nodes.flatMap((node) => [...Object.keys(node.label), ...(isQuestion(node) ? [] : columnsIn(node.children))])

/** The name under which this form has its words in that language, or the language itself where it has none. */
export function columnOfLanguage({ title, nodes }: Pick<Form, 'title' | 'nodes'>, language: string): string {
  const columns = new Set([...Object.keys(title), ...columnsIn(nodes)])
  return formLanguage([...columns], language, language)
}
