/**
 * Reads an expression into its tree by recursive descent: one function per level of precedence, as the grammar of
 * XPath 1.0 (3.5) lists them. Typographic quotes, which spreadsheet programs put in by themselves, are read as
 * straight ones: the sentence the author typed is meant, not the glyph.
 */
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { type BinaryOperator, type Expression, partsOf, type PathStart, type Step } from './expression.ts'
import { type SyntaxFault, type Token, tokensOf } from './tokens.ts'

const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
]

/** Deeper nesting is refused, so that a hostile sheet cannot exhaust the stack. */
const DEEPEST = 200

/** So is a chain, `1 + 1 + …`, whose tree is as deep as the chain is long: whoever walks it needs as many steps back. */
const DEEPEST_TREE = 1_000

/** Thrown inside this module only; `parseExpression` turns it into a value. */
class Fault extends Error {
  readonly token: Token
  readonly isTooDeep: boolean
  constructor(token: Token, isTooDeep = false) {
    super('syntax')
    this.token = token
    this.isTooDeep = isTooDeep
  }
}

class Reader {
  readonly #tokens: readonly Token[]
  #next = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): Expression {
    const expression = this.#level(0)
    if (this.#token.kind !== 'end') throw new Fault(this.#token)
    return expression
  }

  get #token(): Token {
    const token = this.#tokens[Math.min(this.#next, this.#tokens.length - 1)]
    if (token === undefined) throw new Error('tokens end with an end')
    return token
  }

  #has(text: string): boolean {
    const { kind, text: found } = this.#token
    return (kind === 'symbol' || kind === 'operator') && found === text
  }

  #take(text: string): boolean {
    if (!this.#has(text)) return false
    this.#next += 1
    return true
  }

  #must(text: string): void {
    if (!this.#take(text)) throw new Fault(this.#token)
  }

  #inside<T>(read: () => T): T {
    this.#depth += 1
    if (this.#depth > DEEPEST) throw new Fault(this.#token, true)
    const result = read()
    this.#depth -= 1
    return result
  }

  #level(level: number): Expression {
    const operators = LEVELS[level]
    if (operators === undefined) return this.#unary()
    let left = this.#level(level + 1)
    for (;;) {
      const operator = operators.find((candidate) => this.#token.kind === 'operator' && this.#has(candidate))
      if (operator === undefined) return left
      this.#next += 1
      left = { kind: 'binary', operator, left, right: this.#level(level + 1) }
    }
  }

  #unary(): Expression {
    if (this.#take('-')) return this.#inside(() => ({ kind: 'negate', operand: this.#unary() }))
    let left = this.#path()
    while (this.#take('|')) left = { kind: 'union', left, right: this.#path() }
    return left
  }

  #path(): Expression {
    if (this.#has('/') || this.#has('//')) return this.#absolutePath()
    if (this.#startsStep()) return { kind: 'path', start: 'context', predicates: [], steps: this.#steps() }
    const primary = this.#inside(() => this.#primary())
    const predicates = this.#predicates()
    if (!this.#has('/') && !this.#has('//')) {
      return predicates.length === 0 ? primary : { kind: 'path', start: primary, predicates, steps: [] }
    }
    return { kind: 'path', start: primary, predicates, steps: this.#moreSteps() }
  }

  #absolutePath(): Expression {
    const start: PathStart = 'root'
    return { kind: 'path', start, predicates: [], steps: this.#moreSteps() }
  }

  #moreSteps(): Step[] {
    const steps: Step[] = []
    for (;;) {
      if (this.#take('//')) steps.push({ axis: 'descendant', name: '*', predicates: [] })
      else if (!this.#take('/')) return steps
      steps.push(this.#step())
    }
  }

  #steps(): Step[] {
    return [this.#step(), ...this.#moreSteps()]
  }

  #startsStep(): boolean {
    const { kind } = this.#token
    if (kind === 'name') return this.#tokens[this.#next + 1]?.text !== '(' || this.#isNodeTest()
    return this.#has('.') || this.#has('..') || (kind === 'symbol' && this.#has('*'))
  }

  #isNodeTest(): boolean {
    return this.#token.text === 'node' && this.#tokens[this.#next + 2]?.text === ')'
  }

  #step(): Step {
    if (this.#take('.')) return { axis: 'self', name: '*', predicates: this.#predicates() }
    if (this.#take('..')) return { axis: 'parent', name: '*', predicates: this.#predicates() }
    if (this.#take('*')) return { axis: 'child', name: '*', predicates: this.#predicates() }
    const token = this.#token
    if (token.kind !== 'name') throw new Fault(token)
    const isNodeTest = this.#isNodeTest()
    this.#next += isNodeTest ? 3 : 1
    return { axis: 'child', name: isNodeTest ? '*' : token.text, predicates: this.#predicates() }
  }

  #predicates(): Expression[] {
    const predicates: Expression[] = []
    while (this.#take('[')) {
      predicates.push(this.#inside(() => this.#level(0)))
      this.#must(']')
    }
    return predicates
  }

  #primary(): Expression {
    const token = this.#token
    this.#next += 1
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text) }
    if (token.kind === 'text') return { kind: 'text', value: token.text }
    if (token.kind === 'reference') return { kind: 'reference', name: token.text }
    if (token.kind === 'name') return { kind: 'call', name: token.text, args: this.#args() }
    if (token.kind === 'symbol' && token.text === '(') {
      const inner = this.#level(0)
      this.#must(')')
      return inner
    }
    throw new Fault(token)
  }

  #args(): Expression[] {
    this.#must('(')
    if (this.#take(')')) return []
    const args = [this.#level(0)]
    while (this.#take(',')) args.push(this.#level(0))
    this.#must(')')
    return args
  }
}

/** Whether a tree is deeper than may be; without recursion, because it may be deeper than the stack. */
function isTooDeep(expression: Expression): boolean {
  let level: readonly Expression[] = [expression]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST_TREE) return true
    level = level.flatMap(partsOf)
  }
  return false
}

const straightQuotes = (source: string) => source.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')

/** The tree of an expression, or where it cannot be read. Rule FRM-1. */
export function parseExpression(written: string): Result<Expression, SyntaxFault> {
  const source = straightQuotes(written)
  const tokens = tokensOf(source)
  if (!tokens.ok) return tokens
  try {
    const expression = new Reader(tokens.value).whole()
    return isTooDeep(expression) ? err({ at: 0, near: source.slice(0, 12), isTooDeep: true }) : ok(expression)
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    const { at } = fault.token
    return err({ at, near: source.slice(at, at + 12), ...(fault.isTooDeep && { isTooDeep: true as const }) })
  }
}
