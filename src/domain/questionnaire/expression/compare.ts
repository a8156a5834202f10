/**
 * Comparison as XPath 1.0 (3.4) has it: a node set holds when any of its nodes does, a boolean makes both sides
 * boolean, a number makes both sides numbers, and only two texts are compared as texts.
 */
import { assertNever } from '#domain/kernel/result.ts'
import { asBoolean, asNumber, eachOf, isNodes, Moment, type Value } from './value.ts'

type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='
type Single = string | number | boolean | Moment

const isNumeric = (value: Single) => typeof value === 'number' || value instanceof Moment

function areEqual(left: Single, right: Single, offset: number): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return asBoolean(left) === asBoolean(right)
  if (isNumeric(left) || isNumeric(right)) return asNumber(left, offset) === asNumber(right, offset)
  return left === right
}

function holds(operator: Comparison, left: Single, right: Single, offset: number): boolean {
  switch (operator) {
    case '=':
      return areEqual(left, right, offset)
    case '!=':
      return !areEqual(left, right, offset)
    case '<':
      return asNumber(left, offset) < asNumber(right, offset)
    case '<=':
      return asNumber(left, offset) <= asNumber(right, offset)
    case '>':
      return asNumber(left, offset) > asNumber(right, offset)
    case '>=':
      return asNumber(left, offset) >= asNumber(right, offset)
    default:
      return assertNever(operator)
  }
}

/** Rule FRM-3. */
export function compareValues(operator: Comparison, left: Value, right: Value, offsetMinutes: number): boolean {
  const isEquality = operator === '=' || operator === '!='
  if (isEquality && (typeof left === 'boolean' || typeof right === 'boolean')) {
    return (asBoolean(left) === asBoolean(right)) === (operator === '=')
  }
  if (!isNodes(left) && !isNodes(right)) return holds(operator, left, right, offsetMinutes)
  const rights = eachOf(right)
  return eachOf(left).some((one) => rights.some((other) => holds(operator, one, other, offsetMinutes)))
}
