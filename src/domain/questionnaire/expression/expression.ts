/**
 * The tree of an expression of XLSForm: the part of XPath 1.0 that OpenRosa forms use, with `${name}` as a
 * reference of its own, because a spreadsheet has names and no paths. The tree is plain data, so that it can be
 * read for its references (who depends on whom) as well as evaluated.
 */

export type BinaryOperator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod'

/** One step of a path: `x`, `*`, `.`, `..` or what `//` stands for, each with its predicates. */
export interface Step {
  readonly axis: 'child' | 'self' | 'parent' | 'descendant'
  /** Element name, or `*` for any. */
  readonly name: string
  readonly predicates: readonly Expression[]
}

/** Where a path begins: at the form, at the question (or choice) itself, or at another expression. */
export type PathStart = 'root' | 'context' | Expression

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'reference'; readonly name: string }
  | { readonly kind: 'negate'; readonly operand: Expression }
  | { readonly kind: 'union'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: 'path'
      readonly start: PathStart
      /** Predicates on the start itself: `${repeat}[…]`. */
      readonly predicates: readonly Expression[]
      readonly steps: readonly Step[]
    }

/** Every expression directly inside another, in reading order. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'reference':
      return []
    case 'negate':
      return [expression.operand]
    case 'union':
    case 'binary':
      return [expression.left, expression.right]
    case 'call':
      return expression.args
    case 'path': {
      const start = typeof expression.start === 'string' ? [] : [expression.start]
      return [...start, ...expression.predicates, ...expression.steps.flatMap((step) => step.predicates)]
    }
  }
}
