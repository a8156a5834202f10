// Forms nobody wrote: questions of every kind in groups and (nested) repeats, with rules over what stands before them,
// so that nothing depends on itself.
import { c, endOf, q, type RowByHeading } from '#support/questionnaire/form-builder.ts'
import type { Dice } from './dice.ts'
import {
  booleanExpression,
  type Named,
  numberExpression,
  type Surroundings,
  textExpression,
} from './random-expression.ts'

export interface RandomForm {
  readonly survey: readonly RowByHeading[]
  readonly choices: readonly RowByHeading[]
}

const TYPES = ['text', 'integer', 'decimal', 'date', 'one', 'many'] as const
const SHEET_TYPES = {
  text: 'text',
  integer: 'integer',
  decimal: 'decimal',
  date: 'date',
  one: 'select_one abc',
  many: 'select_multiple abc',
} as const

class FormMaker {
  readonly survey: RowByHeading[] = []
  readonly #dice: Dice
  readonly #named: Named[] = []
  readonly #repeats: string[] = []
  #next = 0

  constructor(dice: Dice) {
    this.#dice = dice
  }

  #name(prefix: string): string {
    this.#next += 1
    return `${prefix}${this.#next}`
  }

  #around(hasOwnValue = false): Surroundings {
    return { dice: this.#dice, named: this.#named, repeats: [...this.#repeats], hasOwnValue }
  }

  #truth(hasOwnValue = false): string {
    return booleanExpression(this.#around(hasOwnValue), 1 + this.#dice.below(2))
  }

  #question(): void {
    const dice = this.#dice
    const type = dice.pick(TYPES)
    const name = this.#name(type.slice(0, 3))
    const more: Record<string, string> = {}
    if (dice.chance(0.5)) more.relevant = this.#truth()
    if (dice.chance(0.4)) more.required = dice.chance(0.3) ? 'yes' : this.#truth()
    if (dice.chance(0.5)) more.constraint = this.#truth(true)
    if (dice.chance(0.1)) more.read_only = this.#truth()
    if (type === 'text' && dice.chance(0.15)) more.default = dice.pick(['a', 'ab', '12'])
    if ((type === 'one' || type === 'many') && dice.chance(0.3)) more.choice_filter = this.#filter()
    this.survey.push(q(SHEET_TYPES[type], name, more))
    this.#named.push({ name, type, repeats: [...this.#repeats] })
  }

  #filter(): string {
    const ones = this.#named.filter(
      ({ type, repeats }) => type === 'one' && repeats.every((of, at) => this.#repeats[at] === of),
    )
    return ones.length === 0 ? "group = 'v1'" : `group = 'v1' or name != \${${this.#dice.pick(ones).name}}`
  }

  #calculation(): void {
    const dice = this.#dice
    const name = this.#name('cal')
    const isText = dice.chance(0.4)
    // Shallow ones too: what a function says of odd arguments must not drown in what is around it.
    const depth = 1 + dice.below(3)
    const calculation = isText ? textExpression(this.#around(), depth) : numberExpression(this.#around(), depth)
    const more = dice.chance(0.2) ? { relevant: this.#truth() } : {}
    this.survey.push(q('calculate', name, { calculation, ...more }))
    this.#named.push({ name, type: isText ? 'text' : 'decimal', repeats: [...this.#repeats] })
  }

  #group(depth: number): void {
    this.survey.push(q('begin group', this.#name('grp'), this.#dice.chance(0.6) ? { relevant: this.#truth() } : {}))
    this.fill(2 + this.#dice.below(4), depth - 1)
    this.survey.push(endOf('group'))
  }

  #repeat(depth: number): void {
    const dice = this.#dice
    const name = this.#name('rep')
    const more: Record<string, string> = {}
    if (dice.chance(0.4)) more.relevant = this.#truth()
    if (dice.chance(0.4)) {
      const count = this.#name('cnt')
      this.survey.push(q('integer', count))
      this.#named.push({ name: count, type: 'integer', repeats: [...this.#repeats] })
      more.repeat_count = `\${${count}}`
    }
    this.survey.push(q('begin repeat', name, more))
    this.#repeats.push(name)
    this.fill(2 + dice.below(4), depth - 1)
    this.#repeats.pop()
    this.survey.push(endOf('repeat'))
    this.#named.push({ name, type: 'repeat', repeats: [...this.#repeats] })
  }

  fill(count: number, depth: number): void {
    for (let made = 0; made < count; made += 1) {
      const roll = this.#dice.next()
      if (depth > 0 && roll < 0.1) this.#group(depth)
      else if (depth > 0 && roll < 0.2) this.#repeat(depth)
      else if (roll < 0.45 && made > 0) this.#calculation()
      else this.#question()
    }
  }
}

export function randomForm(dice: Dice): RandomForm {
  const maker = new FormMaker(dice)
  maker.fill(8 + dice.below(10), 2)
  return {
    survey: maker.survey,
    choices: ['a', 'b', 'c', 'd'].map((name, at) =>
      c('abc', name, { label: `Nhãn ${name}`, group: at % 2 === 0 ? 'v1' : 'v2' }),
    ),
  }
}
