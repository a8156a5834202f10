/**
 * Everything about an expression that can be found out without filling the form: that it can be read, that its
 * functions exist and get as many arguments as they take, that a constant pattern is one, that its names exist.
 */
import { type Expression, partsOf } from '../expression/expression.ts'
import { functionNamed } from '../expression/functions.ts'
import { parseExpression } from '../expression/parse-expression.ts'
import { patternFault } from '../expression/text-functions.ts'
import type { FormIndex } from './form-index.ts'
import type { FormProblemCode } from './form-problem.ts'
import { type Origin, referencesOf } from './references.ts'

export interface ExpressionFault {
  readonly code: FormProblemCode
  readonly word: string
}

export interface CheckedExpression {
  readonly expression: Expression | null
  readonly faults: readonly ExpressionFault[]
}

function faultsOfCall(call: Extract<Expression, { kind: 'call' }>): readonly ExpressionFault[] {
  const known = functionNamed(call.name)
  if (known === undefined) return [{ code: 'function-unknown', word: call.name }]
  if (call.args.length < known.least || call.args.length > known.most) {
    return [{ code: 'function-arguments', word: call.name }]
  }
  const pattern = call.name === 'regex' ? call.args[1] : undefined
  const fault = pattern?.kind === 'text' ? patternFault(pattern.value) : null
  if (pattern?.kind !== 'text' || fault === null) return []
  return fault === 'unreadable'
    ? [{ code: 'pattern-unreadable', word: pattern.value }]
    : [{ code: 'not-supported', word: `regex: ${pattern.value}` }]
}

const faultsInCalls = (expression: Expression): readonly ExpressionFault[] => [
  ...(expression.kind === 'call' ? faultsOfCall(expression) : []),
  ...partsOf(expression).flatMap(faultsInCalls),
]

/** `${last-saved#name}` asks for an earlier filling, which is no mistake of the author's. */
const unknownName = (word: string): ExpressionFault =>
  word.startsWith('last-saved#') ? { code: 'not-supported', word: `\${${word}}` } : { code: 'reference-unknown', word }

const severalPlaces = (word: string): ExpressionFault => ({ code: 'reference-several', word })

/** What is wrong with `${name}` in the words of a form. */
export function faultOfName(name: string, { byName, several }: FormIndex): ExpressionFault | null {
  if (byName.has(name)) return null
  return several.has(name) ? severalPlaces(name) : unknownName(name)
}

/** Rules FRM-1, FRM-6 and FRM-36. */
export function checkExpression(
  written: string,
  origin: Origin,
  index: FormIndex,
  knowsList: (id: string) => boolean,
  inRows = false,
): CheckedExpression {
  const parsed = parseExpression(written)
  if (!parsed.ok) {
    const { near, isTooDeep } = parsed.error
    return {
      expression: null,
      faults: [
        { code: isTooDeep ? 'expression-deep' : 'expression-unreadable', word: near || written.trim().slice(-12) },
      ],
    }
  }
  const { unknown, several, lists } = referencesOf(parsed.value, origin, index, inRows)
  return {
    expression: parsed.value,
    faults: [
      ...faultsInCalls(parsed.value),
      ...unknown.map(unknownName),
      ...several.map(severalPlaces),
      ...lists.filter((id) => !knowsList(id)).map((word) => ({ code: 'list-missing' as const, word })),
    ],
  }
}
