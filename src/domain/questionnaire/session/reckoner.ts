/** Reckons the expressions of one node: what the nodes of a filling need of the expression language. */
import type { Scope } from '../expression/evaluate.ts'
import type { Expression } from '../expression/expression.ts'

export interface Reckoner {
  readonly scope: Scope
  text(expression: Expression): string
  truth(expression: Expression): boolean
  number(expression: Expression): number
}
