/** Columns of a form name their language as their author liked: `vi`, `Vietnamese (vi)`, `Tiếng Việt`. */
import type { Form } from '../form/form.ts'

const codeOf = (column: string): string => /\(([\w-]+)\)\s*$/.exec(column)?.[1] ?? column

/** The name under which this form has its words in that language, or the language itself where it has none. */
export function columnOfLanguage({ title, nodes }: Pick<Form, 'title' | 'nodes'>, language: string): string {
  const columns = [...Object.keys(title), ...nodes.flatMap((node) => Object.keys(node.label))]
  return columns.find((column) => codeOf(column).split('-')[0] === language) ?? language
}
