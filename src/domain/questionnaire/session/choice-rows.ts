/** The rows of choice lists as an expression sees them: `instance('list')/root/item`, with a column under its heading. */
import type { ExpressionNode } from '../expression/value.ts'
import { type Choice, type ChoiceList, type Form, textIn } from '../form/form.ts'

const NOTHING: readonly ExpressionNode[] = []

class CellNode implements ExpressionNode {
  readonly isFixed = true
  readonly name: string
  readonly #row: ExpressionNode
  readonly #text: string

  constructor(name: string, row: ExpressionNode, text: string) {
    this.name = name
    this.#row = row
    this.#text = text
  }

  parent = (): ExpressionNode => this.#row
  children = (): readonly ExpressionNode[] => NOTHING
  text = (): string => this.#text
  position = (): number => 1
}

/** One choice. Its columns become nodes only when something asks for them: a long list has very many. */
export class ChoiceRow implements ExpressionNode {
  readonly isFixed = true
  readonly name = 'item'
  readonly choice: Choice
  readonly #root: ExpressionNode
  readonly #labelOf: (choice: Choice) => string

  constructor(choice: Choice, root: ExpressionNode, labelOf: (choice: Choice) => string) {
    this.choice = choice
    this.#root = root
    this.#labelOf = labelOf
  }

  parent(): ExpressionNode {
    return this.#root
  }

  children(name?: string): readonly ExpressionNode[] {
    if (name === undefined)
      return ['name', 'label', ...Object.keys(this.choice.columns)].flatMap((one) => this.children(one))
    const text = this.#cell(name)
    return text === undefined ? NOTHING : [new CellNode(name, this, text)]
  }

  #cell(name: string): string | undefined {
    if (name === 'name') return this.choice.name
    return name === 'label' ? this.#labelOf(this.choice) : this.choice.columns[name]
  }

  text(): string {
    return this.children()
      .map((cell) => cell.text())
      .join('')
  }

  position(): number {
    return 1
  }
}

/** `instance('list')` and the `root` inside it. */
class TableNode implements ExpressionNode {
  readonly isFixed = true
  readonly name: string
  readonly #parent: ExpressionNode | null
  inside: readonly ExpressionNode[] = NOTHING

  constructor(name: string, parent: ExpressionNode | null) {
    this.name = name
    this.#parent = parent
  }

  parent = (): ExpressionNode | null => this.#parent
  text = (): string => ''
  position = (): number => 1

  children(name?: string): readonly ExpressionNode[] {
    return name === undefined || this.inside[0]?.name === name ? this.inside : NOTHING
  }
}

/** The lists of one filling, each made when it is first asked for. */
export class ChoiceTables {
  readonly #form: Form
  readonly #language: () => string
  readonly #tables = new Map<string, ExpressionNode | null>()
  readonly #rows = new Map<string, readonly ChoiceRow[]>()

  constructor(form: Form, language: () => string) {
    this.#form = form
    this.#language = language
  }

  labelOf = (choice: Choice): string =>
    textIn(choice.label, this.#language(), this.#form.defaultLanguage) || choice.name

  #list(id: string): ChoiceList | undefined {
    return Object.hasOwn(this.#form.lists, id) ? this.#form.lists[id] : undefined
  }

  table(id: string): ExpressionNode | null {
    const known = this.#tables.get(id)
    if (known !== undefined) return known
    const list = this.#list(id)
    const made = list === undefined ? null : this.#make(id, list)
    this.#tables.set(id, made)
    return made
  }

  #make(id: string, list: ChoiceList): ExpressionNode {
    const table = new TableNode('instance', null)
    const root = new TableNode('root', table)
    const rows = list.choices.map((choice) => new ChoiceRow(choice, root, this.labelOf))
    table.inside = [root]
    root.inside = rows
    this.#rows.set(id, rows)
    return table
  }

  rows(id: string): readonly ChoiceRow[] {
    this.table(id)
    return this.#rows.get(id) ?? []
  }
}
