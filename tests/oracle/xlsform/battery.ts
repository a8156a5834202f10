// Every function on arguments that are awkward for it, each a calculation of one form: what random forms meet too
// seldom. Left out is only what docs/decisions/0023-expressions.md lists as read differently.
import { isQuestion } from '#domain/questionnaire/form/form.ts'
import { FormSession } from '#domain/questionnaire/session/form-session.ts'
import { aForm, q } from '#support/questionnaire/form-builder.ts'
import type { Comparison, Disagreement } from './compare-filling.ts'
import { type TheirEngine, theirNodes } from './their-engine.ts'
import { xformOf } from './xform-xml.ts'

const NUMBERS = ['-2.7', '-2.5', '-0.5', '0', '0.5', '2.5', '1e3', '12.345', "''", "'7'", "'x'", '1 div 0']
const TEXTS = ["''", "'a'", "'a b c'", "' a  b '", "'Lạng Sơn'", "'2024-02-29'", "'12.5'"]
const DATES = ["'2020-01-01'", "'2024-02-29'", "'2026-12-31'", "'2026-11-21T08:30:00.000+07:00'"]

const each = (names: readonly string[], args: readonly string[], more = '') =>
  names.flatMap((name) => args.map((argument) => `${name}(${argument}${more})`))

const pairs = (names: readonly string[], first: readonly string[], second: readonly string[]) =>
  names.flatMap((name) => first.flatMap((one) => second.map((other) => `${name}(${one}, ${other})`)))

const NUMERIC = NUMBERS.filter((number) => number !== '1e3')

const battery: readonly string[] = [
  ...each(['int', 'round', 'floor', 'ceiling', 'abs', 'number', 'string', 'boolean', 'not', 'sqrt'], NUMERIC),
  ...each(['round'], NUMERIC, ', 1'),
  ...each(['round'], NUMERIC, ', -1'),
  ...pairs(['min', 'max', 'pow'], NUMERIC, ['2', '-1.5', "''"]),
  ...NUMERIC.flatMap((one) =>
    ['+', '-', '*', 'div', 'mod', '=', '!=', '<', '>='].flatMap((sign) => [
      `${one} ${sign} 2`,
      `-3.5 ${sign} (${one})`,
    ]),
  ),
  ...each(['string-length', 'normalize-space', 'count-selected', 'number', 'boolean', 'string', 'concat'], TEXTS),
  ...pairs(
    [
      'selected',
      'contains',
      'starts-with',
      'ends-with',
      'coalesce',
      'join',
      'substring-before',
      'substring-after',
      'regex',
    ],
    TEXTS,
    ["'a'", "' '"],
  ),
  ...pairs(['selected-at', 'substr', 'substring'], TEXTS, ['0', '1', '2', '-2']),
  ...each(['translate'], TEXTS, ", 'ab', 'x'"),
  ...TEXTS.flatMap((one) => TEXTS.map((other) => `${one} = ${other}`)),
  ...each(['date', 'decimal-date-time', 'number', 'string'], DATES),
  ...each(['format-date', 'format-date-time'], DATES, ", '%Y-%m-%d %y %n %e %b'"),
  ...each(['format-date-time'], DATES, ", '%H:%M:%S %h %3'"),
  ...DATES.flatMap((one) => DATES.flatMap((other) => [`date(${one}) < ${other}`, `date(${one}) - date(${other})`])),
  ...each(['decimal-time'], ["'12:00:00.000'", "'06:30'", "'x'", "''"]),
  ...each(['checklist', 'weighted-checklist'], ['0, 1', '1, 2', '2, -1'], ', true(), 1'),
  "if('', 'yes', 'no')",
  "if('x', 1, 2) + 1",
  '1 + 2 * 3 - 4 div 2 mod 3',
  '2 * (3 + 4) = 14 and 1 < 2 or false()',
  '1 = 1 = 1',
  '3 > 2 > 1',
  '- 2 - -(2)',
  "boolean-from-string('true') and not(boolean-from-string('yes'))",
]

/** The form of the battery through both engines. */
export async function compareBattery(engine: TheirEngine): Promise<Comparison> {
  const form = aForm([
    q('text', 'start'),
    ...battery.map((calculation, at) => q('calculate', `c${at}`, { calculation })),
  ])
  const loaded = await engine.loadForm(xformOf(form.form))
  if (loaded.status === 'failure') throw new Error(`battery: ${loaded.error?.message}`)
  const theirs = theirNodes(loaded.createInstance().root, () => [])
  const session = new FormSession(form, { clock: { now: () => Date.now() } })
  const disagreements = form.index.all.flatMap(({ node, path }): Disagreement[] => {
    if (!isQuestion(node) || node.calculation === undefined) return []
    const ours = session.state(path)?.value ?? ''
    const other = theirs.get(path)?.currentState.instanceValue ?? ''
    const place = { seed: 0, step: 0, ref: path, aspect: 'battery', row: node.calculation }
    return ours === other ? [] : [{ ...place, ours, theirs: other }]
  })
  return { compared: { battery: battery.length }, disagreements }
}
