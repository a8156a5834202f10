/**
 * What an expression can come to, and how one kind is read as another: XPath 1.0's rules with those of OpenRosa —
 * what is empty is not a number, and what is not a number is written as nothing; a date counts as days since 1970.
 */
import { daysOfDateText } from './date-time.ts'

/** A place in the form (or a row of a choice list) as an expression sees it. */
export interface ExpressionNode {
  readonly name: string
  parent(): ExpressionNode | null
  /** What stands directly inside, all of it or what has this name. */
  children(name?: string): readonly ExpressionNode[]
  /** True for what no answer changes: a row of a list and its columns. */
  readonly isFixed: boolean
  /** Its value; empty for what is unanswered or not relevant. Reading it makes the reader depend on it. */
  text(): string
  /** Place among the instances of its repeat, from 1; 1 outside. */
  position(): number
}

/** A moment: compared and reckoned with as days since 1970-01-01 UTC, written as a date. */
export class Moment {
  readonly days: number
  readonly text: string
  constructor(days: number, text: string) {
    this.days = days
    this.text = text
  }
}

export type NodeSet = readonly ExpressionNode[]
export type Value = string | number | boolean | Moment | NodeSet

export const isNodes = (value: Value): value is NodeSet => Array.isArray(value)

const numberText = (value: number): string => (Number.isNaN(value) ? '' : String(value))

export function asText(value: Value): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return String(value)
  return value instanceof Moment ? value.text : (value[0]?.text() ?? '')
}

function textAsNumber(text: string, offsetMinutes: number): number {
  if (text.trim() === '') return Number.NaN
  const plain = Number(text)
  return Number.isNaN(plain) ? (daysOfDateText(text, offsetMinutes) ?? Number.NaN) : plain
}

export function asNumber(value: Value, offsetMinutes: number): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Moment) return value.days
  return textAsNumber(asText(value), offsetMinutes)
}

export function asBoolean(value: Value): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') return value !== ''
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value)
  return value instanceof Moment ? !Number.isNaN(value.days) : value.length > 0
}

/** The values one by one: a node set gives the text of each node. */
export const eachOf = (value: Value): readonly (string | number | boolean | Moment)[] =>
  isNodes(value) ? value.map((node) => node.text()) : [value]
