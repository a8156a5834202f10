// Expressions as authors of forms write them, of a kind that is asked for, over the questions named before. What the
// two engines are known to read differently (docs/decisions/0023-expressions.md) is not written.
import type { Dice } from './dice.ts'

export interface Named {
  readonly name: string
  readonly type: 'text' | 'integer' | 'decimal' | 'date' | 'one' | 'many' | 'repeat'
  /** Names of the repeats around it, outermost first. */
  readonly repeats: readonly string[]
}

export interface Surroundings {
  readonly dice: Dice
  /** What can be referred to. */
  readonly named: readonly Named[]
  /** Repeats around the question the expression is for. */
  readonly repeats: readonly string[]
  /** True where `.` may stand: in a constraint. */
  readonly hasOwnValue: boolean
}

const TEXTS = ["''", "'a'", "'ab'", "'Lạng Sơn'", "'12'", "'x y'", "'3.5'"]
const NUMBERS = ['0', '1', '2', '3', '10', '0.5', '2.75', '-3.5', '100']
const DATES = ["'2020-01-01'", "'2024-02-29'", "'2026-11-21'", "'2015-09-09'"]

/** A reference to a single value: what stands in the same repeats, or outside of all. */
function single({ named, repeats, dice }: Surroundings, types: readonly Named['type'][]): string | undefined {
  const fitting = named.filter(
    ({ type, repeats: of }) => types.includes(type) && of.every((name, at) => repeats[at] === name),
  )
  return fitting.length === 0 ? undefined : `\${${dice.pick(fitting).name}}`
}

/** Questions of repeats that the expression stands outside of: several values at once. */
const several = ({ named, repeats }: Surroundings, types: readonly Named['type'][]): readonly Named[] =>
  named.filter(({ type, repeats: of }) => types.includes(type) && of.some((name, at) => repeats[at] !== name))

export function numberExpression(at: Surroundings, depth: number): string {
  const { dice } = at
  const number = () => numberExpression(at, depth - 1)
  const leaf = () => single(at, ['integer', 'decimal']) ?? dice.pick(NUMBERS)
  if (depth <= 0) return dice.chance(0.3) ? dice.pick(NUMBERS) : leaf()
  const many = several(at, ['integer'])
  const repeats = at.named.filter(({ type }) => type === 'repeat')
  const makers: (() => string)[] = [
    leaf,
    () => dice.pick(NUMBERS),
    () => `${number()} + ${number()}`,
    () => `${number()} - ${number()}`,
    () => `(${number()} - ${number()}) * ${number()}`,
    () => `${number()} * ${number()} + ${number()}`,
    () => `${number()} div ${number()}`,
    () => `${number()} mod ${number()}`,
    () => `-(${leaf()})`,
    () => `round(${number()}, ${dice.below(3)})`,
    () => `round(${number()})`,
    () => `int(${number()})`,
    () => `coalesce(${leaf()}, 0) + ${number()}`,
    () => `if(${booleanExpression(at, depth - 1)}, ${number()}, ${number()})`,
    () => `min(${number()}, ${number()})`,
    () => `max(${number()}, ${number()}, ${number()})`,
    () => `pow(${leaf()}, 2)`,
    () => `abs(${number()})`,
    () => `floor(${number()}) + ceiling(${number()})`,
    () => `string-length(${textExpression(at, depth - 1)})`,
    () => `number(${textExpression(at, depth - 1)})`,
    () => `count-selected(${single(at, ['many']) ?? "'a b'"})`,
    () => `int(decimal-date-time(${single(at, ['date']) ?? dice.pick(DATES)}))`,
    () => `${single(at, ['date']) ?? `date(${dice.pick(DATES)})`} - date(${dice.pick(DATES)})`,
    () => `number(${single(at, ['date']) ?? dice.pick(DATES)})`,
    () => (at.repeats.length > 0 ? 'position(..)' : '1'),
    () => (many.length > 0 ? `sum(\${${dice.pick(many).name}})` : '2'),
    () => (many.length > 0 ? `count(\${${dice.pick(many).name}})` : '3'),
    () => (many.length > 0 ? `max(\${${dice.pick(many).name}})` : '4'),
    () => (many.length > 0 ? `count-non-empty(\${${dice.pick(many).name}})` : '5'),
    () => (repeats.length > 0 ? `count(\${${dice.pick(repeats).name}})` : '6'),
  ]
  return dice.pick(makers)()
}

export function booleanExpression(at: Surroundings, depth: number): string {
  const { dice } = at
  const number = () => numberExpression(at, depth - 1)
  const truth = () => booleanExpression(at, depth - 1)
  const text = () => textExpression(at, depth - 1)
  const comparison = () => dice.pick(['=', '!=', '<', '<=', '>', '>='])
  const own = at.hasOwnValue
  const chosen = () => dice.pick(["'a'", "'b'", "'c'"])
  const makers: (() => string)[] = [
    () => `${number()} ${comparison()} ${number()}`,
    () => `${single(at, ['integer', 'decimal']) ?? '1'} ${comparison()} ${dice.pick(NUMBERS)}`,
    () => `${single(at, ['text', 'one', 'integer', 'date']) ?? "'a'"} ${dice.pick(['=', '!='])} ''`,
    () => `${single(at, ['one']) ?? "'a'"} = ${chosen()}`,
    () => `${single(at, ['text', 'one']) ?? "'a'"} != ${text()}`,
    () => `selected(${single(at, ['many', 'one']) ?? "'a b'"}, ${chosen()})`,
    () => `${single(at, ['date']) ?? dice.pick(DATES)} ${comparison()} date(${dice.pick(DATES)})`,
    () => `${single(at, ['date']) ?? dice.pick(DATES)} ${dice.pick(['<=', '>'])} today()`,
    () => `regex(${text()}, '^[a-z0-9 ]*$')`,
    () => `contains(${text()}, ${dice.pick(TEXTS)})`,
    () => `starts-with(${text()}, ${dice.pick(TEXTS)})`,
    () => `count-selected(${single(at, ['many']) ?? "'a b'"}) >= ${dice.below(3)}`,
    () => (own ? `string-length(.) ${comparison()} ${dice.below(5)}` : 'true()'),
    () => (own ? `. ${comparison()} ${dice.pick(NUMBERS)}` : 'false()'),
    () => (own ? `. != ${single(at, ['text', 'one', 'integer']) ?? "'a'"}` : "'' = ''"),
  ]
  if (depth > 0) {
    makers.push(
      () => `${truth()} and ${truth()}`,
      () => `${truth()} or ${truth()}`,
      () => `(${truth()} or ${truth()}) and ${truth()}`,
      () => `not(${truth()})`,
      () => `if(${truth()}, ${truth()}, ${truth()})`,
      () => `boolean(${number()})`,
      () => `checklist(1, 2, ${truth()}, ${truth()}, ${truth()})`,
    )
  }
  return dice.pick(makers)()
}

export function textExpression(at: Surroundings, depth: number): string {
  const { dice } = at
  const text = () => textExpression(at, depth - 1)
  const leaf = () => single(at, ['text', 'one', 'many', 'integer']) ?? dice.pick(TEXTS)
  if (depth <= 0) return dice.chance(0.3) ? dice.pick(TEXTS) : leaf()
  const many = several(at, ['text', 'integer'])
  const one = single(at, ['one'])
  const inRepeat = many.filter(({ repeats }) => repeats.length === 1 && at.repeats.length === 0)
  const makers: (() => string)[] = [
    leaf,
    () => `concat(${text()}, ${text()}, ${numberExpression(at, depth - 1)})`,
    () => `join('-', ${text()}, ${text()})`,
    () => `substr(${text()}, ${dice.below(3)}, ${dice.below(5)})`,
    () => `substring(${text()}, ${dice.below(3) + 1}, ${dice.below(4)})`,
    () => `if(${booleanExpression(at, depth - 1)}, ${text()}, ${text()})`,
    () => `coalesce(${text()}, ${text()})`,
    () => `selected-at(${single(at, ['many']) ?? "'a b'"}, ${dice.below(3)})`,
    () => `string(${numberExpression(at, depth - 1)})`,
    () => `string(${booleanExpression(at, depth - 1)})`,
    () => `format-date(${single(at, ['date']) ?? dice.pick(DATES)}, '%d/%m/%Y %b %e %n %y')`,
    () => `string(date(${dice.pick(DATES)} + ${dice.below(40)}))`,
    () => `translate(${text()}, 'abc', 'xy')`,
    () => `normalize-space(${text()})`,
    () => `substring-before(${text()}, ' ')`,
    () => `substring-after(${text()}, 'a')`,
    () => (one === undefined ? "'k'" : `jr:choice-name(${one}, '${one}')`),
    () => (many.length > 0 ? `join(' ', \${${dice.pick(many).name}})` : "'m'"),
    () => (many.length > 0 ? `concat(\${${dice.pick(many).name}})` : "'n'"),
    () => {
      if (inRepeat.length === 0) return "'i'"
      const { name, repeats } = dice.pick(inRepeat)
      return `indexed-repeat(\${${name}}, \${${repeats[0]}}, ${dice.below(3) + 1})`
    },
  ]
  return dice.pick(makers)()
}
