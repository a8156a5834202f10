/** Functions over numbers. What is not a number makes the whole not a number, which is written as nothing. */
import { fn, type FunctionTable, MANY } from './function-table.ts'
import type { Call } from './evaluate.ts'
import { asNumber, eachOf, isNodes, Moment, type Value } from './value.ts'
import { daysOfDateText } from './date-time.ts'

const numbersOf = (call: Call): readonly number[] =>
  Array.from({ length: call.count }, (_, index) => eachOf(call.value(index)))
    .flat()
    .map((value) => asNumber(value, call.scope.offsetMinutes))

/** Of nothing there is no sum, no least and no greatest. */
const overAll = (join: (numbers: readonly number[]) => number) => (call: Call) => {
  const numbers = numbersOf(call)
  return numbers.length === 0 || numbers.some(Number.isNaN) ? Number.NaN : join(numbers)
}

const plain = (reckon: (number: number) => number) => fn(1, 1, (call) => reckon(call.number(0)))

function round(call: Call): number {
  const value = call.number(0)
  const factor = 10 ** (call.count > 1 ? call.number(1) : 0)
  return (Math.round(Math.abs(value) * factor) / factor) * (value < 0 ? -1 : 1)
}

/** A date as a number keeps its moment, so that it is compared with dates as a date; as text it is whole days. */
function number(call: Call): Value {
  const value = call.count === 0 ? [call.focus.node] : call.value(0)
  const { offsetMinutes } = call.scope
  const text = isNodes(value) ? (value[0]?.text() ?? '') : value
  const days = typeof text === 'string' ? daysOfDateText(text, offsetMinutes) : null
  return days === null ? asNumber(value, offsetMinutes) : new Moment(days, String(Math.floor(days)))
}

export const numberFunctions: FunctionTable = {
  number: fn(0, 1, number),
  int: plain(Math.trunc),
  round: fn(1, 2, round),
  floor: plain(Math.floor),
  ceiling: plain(Math.ceil),
  abs: plain(Math.abs),
  sqrt: plain(Math.sqrt),
  exp: plain(Math.exp),
  exp10: plain((power) => 10 ** power),
  log: plain(Math.log),
  log10: plain(Math.log10),
  sin: plain(Math.sin),
  cos: plain(Math.cos),
  tan: plain(Math.tan),
  asin: plain(Math.asin),
  acos: plain(Math.acos),
  atan: plain(Math.atan),
  atan2: fn(2, 2, (call) => Math.atan2(call.number(0), call.number(1))),
  pow: fn(2, 2, (call) => call.number(0) ** call.number(1)),
  pi: fn(0, 0, () => Math.PI),
  sum: fn(
    1,
    1,
    overAll((numbers) => numbers.reduce((total, value) => total + value, 0)),
  ),
  min: fn(
    1,
    MANY,
    overAll((numbers) => numbers.reduce((least, value) => Math.min(least, value))),
  ),
  max: fn(
    1,
    MANY,
    overAll((numbers) => numbers.reduce((most, value) => Math.max(most, value))),
  ),
  random: fn(0, 0, ({ scope }) => scope.random()),
}
