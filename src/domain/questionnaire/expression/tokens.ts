/**
 * Cuts an expression into words. XPath has no reserved words: `div` and `*` are operators only where an operator
 * can stand (XPath 1.0, 3.7), so the cutter looks at what came before.
 */
import { err, ok, type Result } from '#domain/kernel/result.ts'

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'reference' | 'operator' | 'symbol' | 'end'
  readonly text: string
  /** Where it begins, counted from 0. */
  readonly at: number
}

/** Where an expression cannot be read, and what stands there. */
export interface SyntaxFault {
  readonly at: number
  readonly near: string
  /** Set where it can be read, but not by every device: too long or nested too deep. */
  readonly isTooDeep?: true
}

const SPACE = /[\s\u00a0]+/y
const NUMBER = /\d+(?:\.\d*)?|\.\d+/y
const TEXT = /"[^"]*"|'[^']*'/y
const REFERENCE = /\$\{\s*([^{}\s]+)\s*\}/y
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{M}\p{N}_.-]*)?/uy
const SYMBOL = /!=|<=|>=|\/\/|\.\.|[-+*=<>|()[\],/.@]/y
const OPERATOR_NAMES = new Set(['and', 'or', 'div', 'mod'])
const OPERATOR_SYMBOLS = new Set(['=', '!=', '<', '<=', '>', '>=', '+', '-', '|'])
/** After these a value must follow, so a name is a name and `*` means "any". */
const OPENING = new Set(['(', '[', ',', '/', '//', '@'])

const matchAt = (pattern: RegExp, source: string, at: number) => {
  pattern.lastIndex = at
  return pattern.exec(source)
}

const canEndValue = (token: Token | undefined) =>
  token !== undefined && token.kind !== 'operator' && !(token.kind === 'symbol' && OPENING.has(token.text))

function nameToken(text: string, at: number, previous: Token | undefined): Token {
  return { kind: canEndValue(previous) && OPERATOR_NAMES.has(text) ? 'operator' : 'name', text, at }
}

function symbolToken(text: string, at: number, previous: Token | undefined): Token {
  const isOperator = OPERATOR_SYMBOLS.has(text) || (text === '*' && canEndValue(previous))
  return { kind: isOperator ? 'operator' : 'symbol', text, at }
}

function nextToken(source: string, at: number, previous: Token | undefined): (Token & { end: number }) | null {
  const found = (pattern: RegExp, make: (match: RegExpExecArray) => Token) => {
    const match = matchAt(pattern, source, at)
    return match === null ? null : { ...make(match), end: at + match[0].length }
  }
  return (
    found(NUMBER, ([text]) => ({ kind: 'number', text, at })) ??
    found(TEXT, ([text]) => ({ kind: 'text', text: text.slice(1, -1), at })) ??
    found(REFERENCE, (match) => ({ kind: 'reference', text: match[1] ?? '', at })) ??
    found(NAME, ([text]) => nameToken(text, at, previous)) ??
    found(SYMBOL, ([text]) => symbolToken(text, at, previous))
  )
}

/** The words of an expression, closed by one of kind `end`. */
export function tokensOf(source: string): Result<readonly Token[], SyntaxFault> {
  const tokens: Token[] = []
  let at = 0
  while (at < source.length) {
    const space = matchAt(SPACE, source, at)
    if (space !== null) {
      at += space[0].length
      continue
    }
    const token = nextToken(source, at, tokens.at(-1))
    if (token === null) return err({ at, near: source.slice(at, at + 12) })
    tokens.push({ kind: token.kind, text: token.text, at })
    at = token.end
  }
  return ok([...tokens, { kind: 'end', text: '', at: source.length }])
}
