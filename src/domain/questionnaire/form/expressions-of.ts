/**
 * Which expressions a node has, by the column they stand in, and how a cell is read as one: XLSForm lets a person
 * write `yes` where an expression is meant, and a plain word where a default is meant.
 */
import { type ExpressionColumn, type FormNode, isQuestion } from './form.ts'

const YES = new Set(['yes', 'true', 'true()'])
const NO = new Set(['no', 'false', 'false()'])

/** `yes` and `no` as the expressions they stand for; anything else as it is. */
function yesNoExpression(written: string): string {
  const word = written.trim().toLowerCase()
  if (YES.has(word)) return 'true()'
  return NO.has(word) ? 'false()' : written
}

const DYNAMIC = /\$\{|(^|[^\p{L}\p{N}_-])[\p{L}_][\p{L}\p{N}_:-]*\s*\(/u

/** A default is an expression when it names a question or calls a function; otherwise it is the answer itself. */
const isDynamicDefault = (written: string): boolean => DYNAMIC.test(written)

/** The expressions of a node, as texts ready to be parsed. */
export function writtenExpressions(node: FormNode): readonly (readonly [ExpressionColumn, string])[] {
  const found: (readonly [ExpressionColumn, string | undefined])[] = [
    ['relevant', node.relevant],
    ['read_only', node.readOnly],
  ]
  if (node.kind === 'repeat') found.push(['repeat_count', node.count])
  if (isQuestion(node)) {
    found.push(
      ['required', node.required],
      ['constraint', node.constraint],
      ['calculation', node.calculation],
      ['choice_filter', node.choiceFilter],
      ['default', node.default !== undefined && isDynamicDefault(node.default) ? node.default : undefined],
    )
  }
  return found.flatMap(([column, written]) =>
    written === undefined ? [] : [[column, yesNoExpression(written)] as const],
  )
}

const EMBEDDED = /\$\{\s*([^{}\s]+)\s*\}/g

/** Names a text puts in: `Anh/chị ${name}`. */
export const namesInText = (text: string): readonly string[] =>
  !text.includes('${') ? [] : [...text.matchAll(EMBEDDED)].map((match) => match[1] ?? '')

/** A text with every `${name}` replaced. */
export const fillText = (text: string, valueOf: (name: string) => string): string =>
  text.replace(EMBEDDED, (_, name: string) => valueOf(name))
