/** Functions over texts. */
import { fn, type FunctionTable, MANY } from './function-table.ts'
import type { Call } from './evaluate.ts'
import { compilePattern, type Pattern, type PatternFault } from './pattern.ts'
import { asText, eachOf } from './value.ts'

const textsFrom = (call: Call, first: number): readonly string[] =>
  Array.from({ length: call.count - first }, (_, index) => eachOf(call.value(first + index)).map(asText)).flat()

/** `substr(text, from, to)`: counted from 0, from the end when negative. */
function substr(call: Call): string {
  const text = call.text(0)
  const clamp = (at: number) => Math.min(Math.max(0, at < 0 ? text.length + at : at), text.length)
  const from = clamp(Number.parseInt(call.text(1), 10))
  const to = call.count > 2 ? clamp(Number.parseInt(call.text(2), 10)) : text.length
  return from <= to ? text.slice(from, to) : ''
}

/** `substring(text, from, length)`: counted from 1, rounded (XPath 1.0, 4.2). */
function substring(call: Call): string {
  const text = call.text(0)
  const from = Math.round(call.number(1)) - 1
  const length = call.count > 2 ? call.number(2) : Number.POSITIVE_INFINITY
  if (Number.isNaN(from) || Number.isNaN(length)) return ''
  return text.slice(Math.max(0, from), Math.max(0, from + Math.round(length)))
}

function around(call: Call, pick: (text: string, mark: string, at: number) => string): string {
  const [text, mark] = [call.text(0), call.text(1)]
  const at = text.indexOf(mark)
  return at === -1 ? '' : pick(text, mark, at)
}

function translate(call: Call): string {
  const [from, to] = [Array.from(call.text(1)), Array.from(call.text(2))]
  return Array.from(call.text(0), (letter) => {
    const at = from.indexOf(letter)
    return at === -1 ? letter : (to[at] ?? '')
  }).join('')
}

const patterns = new Map<string, Pattern | PatternFault>()

function patternOf(source: string): Pattern | PatternFault {
  const known = patterns.get(source)
  if (known !== undefined) return known
  const pattern = compilePattern(source)
  if (patterns.size > 500) patterns.clear()
  patterns.set(source, pattern)
  return pattern
}

/** Nothing matches what is no pattern; a constant one is refused when the form is loaded. Rule FRM-23. */
function matches(text: string, source: string): boolean {
  const pattern = patternOf(source)
  return typeof pattern === 'object' && pattern.test(text)
}

/** What is wrong with a constant pattern, or null. */
export function patternFault(source: string): PatternFault | null {
  const pattern = patternOf(source)
  return typeof pattern === 'object' ? null : pattern
}

/** A version 4 UUID from the scope's chance. */
function uuid(call: Call): string {
  const shape = 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'
  const digit = (letter: string) => {
    const value = Math.floor(call.scope.random() * 16)
    return (letter === 'y' ? (value % 4) + 8 : value).toString(16)
  }
  const text = shape.replace(/[xy]/g, digit)
  return call.count === 0 ? text : text.replaceAll('-', '').slice(0, call.number(0))
}

export const textFunctions: FunctionTable = {
  string: fn(0, 1, (call) => (call.count === 0 ? call.focus.node.text() : call.text(0))),
  'string-length': fn(0, 1, (call) => (call.count === 0 ? call.focus.node.text() : call.text(0)).length),
  concat: fn(0, MANY, (call) => textsFrom(call, 0).join('')),
  join: fn(1, MANY, (call) => textsFrom(call, 1).join(call.text(0))),
  coalesce: fn(2, MANY, (call) => {
    for (let at = 0; at < call.count; at += 1) {
      const text = call.text(at)
      if (text !== '') return text
    }
    return ''
  }),
  contains: fn(2, 2, (call) => call.text(0).includes(call.text(1))),
  'starts-with': fn(2, 2, (call) => call.text(0).startsWith(call.text(1))),
  'ends-with': fn(2, 2, (call) => call.text(0).endsWith(call.text(1))),
  'substring-before': fn(2, 2, (call) => around(call, (text, _, at) => text.slice(0, at))),
  'substring-after': fn(2, 2, (call) => around(call, (text, mark, at) => text.slice(at + mark.length))),
  substring: fn(2, 3, substring),
  substr: fn(2, 3, substr),
  translate: fn(3, 3, translate),
  'normalize-space': fn(0, 1, (call) =>
    (call.count === 0 ? call.focus.node.text() : call.text(0)).trim().replace(/[ \t\r\n]+/g, ' '),
  ),
  regex: fn(2, 2, (call) => matches(call.text(0), call.text(1))),
  uuid: fn(0, 1, uuid),
}
