/** Reads the sheet `survey`: rows under `begin group` and `begin repeat` become what is inside, all others questions. */
import type { ChoiceSource, FormNode, Group, Question, Repeat } from '../form/form.ts'
import type { FormProblem } from '../form/form-problem.ts'
import { noteOf, rangeQuestion, specifyOther, startPosition, usualName } from './shorthand.ts'
import { headingProblems, isNoYesNo, isYes, type Sheet, type SheetRow, unknownColumns } from './sheet.ts'
import { readType, type TypeCell } from './type-cell.ts'

export interface SurveyReading {
  readonly nodes: readonly FormNode[]
  readonly problems: readonly FormProblem[]
  /** Row of each node: two rows may say the same name in the same place. */
  readonly rows: ReadonlyMap<FormNode, number>
  /** Lists that get a further choice (FRM-24). */
  readonly withOther: ReadonlySet<string>
  /** Where each list that is asked for has to come from, with the row that asks first. */
  readonly lists: ReadonlyMap<string, { readonly source: ChoiceSource; readonly row: number }>
  /** Lists of rows that were refused: that they are not there is not told as well. */
  readonly refusedLists: ReadonlySet<string>
}

const OF_ALL = ['type', 'name', 'label', 'relevant', 'appearance', 'read_only', 'clause']
const OF_QUESTIONS = [
  'hint',
  'guidance_hint',
  'required',
  'required_message',
  'constraint',
  'constraint_message',
  'calculation',
  'choice_filter',
  'default',
  'unit',
  'key',
  'parameters',
  'evidence',
]
const KNOWN = new Set([...OF_ALL, ...OF_QUESTIONS, 'repeat_count', 'disabled'])

/** What no program does anything with where a group or a repeat begins, and what is read there as a note. */
const IDLE_IN_GROUPS = new Set(['required', 'required_message', 'hint'])

/** Remarks of the author, and words to other programs. Rule FRM-27. */
const PASSED_OVER =
  /^(notes?|comments?|remarks?|ghi_ch[úu]|sms_(field|option|separator|allow_media|date_format|datetime_format|response))$/

interface Open {
  readonly what: 'group' | 'repeat'
  readonly row: SheetRow
  readonly name: string
  readonly children: FormNode[]
}

/** An entry with something in it, or nothing at all: what is not written is not there. */
const written = <K extends string>(key: K, text: string): Partial<Record<K, string>> =>
  text === '' ? {} : ({ [key]: text } as Record<K, string>)

const baseOf = (row: SheetRow, name: string) => ({
  name,
  label: row.texts('label'),
  ...written('relevant', row.text('relevant')),
  ...written('appearance', row.text('appearance')),
  ...written('readOnly', row.text('read_only')),
})

function questionOf(row: SheetRow, name: string, type: Extract<TypeCell, { is: 'question' }>): Question {
  return {
    ...baseOf(row, name),
    kind: type.kind,
    ...written('list', type.list ?? ''),
    hint: row.texts('hint'),
    guidance: row.texts('guidance_hint'),
    ...written('required', row.text('required')),
    requiredMessage: row.texts('required_message'),
    ...written('constraint', row.text('constraint')),
    constraintMessage: row.texts('constraint_message'),
    ...written('calculation', row.text('calculation')),
    ...written('choiceFilter', row.text('choice_filter')),
    ...written('default', row.text('default')),
    ...written('unit', row.text('unit')),
    ...written('clause', row.text('clause')),
    ...(isYes(row.text('key')) ? { isKey: true as const } : {}),
    ...(isYes(row.text('evidence')) ? { takesEvidence: true as const } : {}),
    ...written('parameters', row.text('parameters')),
  }
}

const groupOf = ({ what, row, name, children }: Open): Group | Repeat =>
  what === 'group'
    ? { ...baseOf(row, name), kind: 'group', ...written('clause', row.text('clause')), children }
    : { ...baseOf(row, name), kind: 'repeat', ...written('count', row.text('repeat_count')), children }

function namesOfSeveral({ rows }: Sheet): ReadonlySet<string> {
  const several = new Set<string>()
  const seen = new Set<string>()
  for (const row of rows) {
    const name = row.text('name')
    if (isYes(row.text('disabled')) || /^end\b/i.test(row.text('type'))) continue
    if (seen.has(name)) several.add(name)
    seen.add(name)
  }
  return several
}

class SurveyReader {
  readonly nodes: FormNode[] = []
  readonly problems: FormProblem[] = []
  readonly rows = new Map<FormNode, number>()
  readonly lists = new Map<string, { source: ChoiceSource; row: number }>()
  readonly withOther = new Set<string>()
  readonly refusedLists = new Set<string>()
  readonly #sheet: Sheet
  readonly #open: Open[] = []
  /** Names of several rows. */
  readonly #several: ReadonlySet<string>

  constructor(sheet: Sheet) {
    this.#sheet = sheet
    this.#several = namesOfSeveral(sheet)
  }

  read(): SurveyReading {
    for (const row of this.#sheet.rows) this.#row(row)
    for (let open = this.#open.pop(); open !== undefined; open = this.#open.pop()) {
      this.#say('group-not-ended', open.row, 'type', `begin ${open.what}`)
      this.#add(groupOf(open), open.row)
    }
    return this
  }

  #say(code: FormProblem['code'], row: SheetRow, column: string, word: string): void {
    this.problems.push(this.#sheet.problem(code, row.row, column, word))
  }

  /** A row without a name gets one that nobody can mean, so that one mistake is told once. */
  #name(row: SheetRow): string {
    const name = row.text('name') || usualName(row)
    if (name === '') this.#say('name-missing', row, 'name', row.text('type'))
    return name || `_row${row.row}`
  }

  #add(node: FormNode, { row }: SheetRow): void {
    this.rows.set(node, row)
    const into = this.#open.at(-1)?.children ?? this.nodes
    into.push(node)
  }

  #row(row: SheetRow): void {
    if (isYes(row.text('disabled'))) return undefined
    this.#yesNo(row, ['disabled'])
    const word = row.text('type')
    if (word === '') return this.#say('type-missing', row, 'type', row.text('name'))
    const type = readType(word, row.text('name'))
    if (type.is === 'begin') return this.#begin(row, type.what)
    if (type.is === 'end') return this.#end(row, type.what)
    if (type.is === 'question') return this.#question(row, type)
    if (type.is === 'table') return this.#ask(type.file, 'file', row)
    return this.#refused(row, type)
  }

  /** The row stands in the form all the same, so that what asks for its name is not called wrong too. */
  #refused(row: SheetRow, type: Exclude<TypeCell, { is: 'begin' | 'end' | 'question' | 'table' }>): void {
    const codes = { unknown: 'type-unknown', unsupported: 'not-supported', listless: 'list-unnamed' } as const
    this.#say(codes[type.is], row, 'type', type.word)
    if (/^end\b/i.test(row.text('type'))) return
    this.#add(questionOf(row, this.#name(row), { is: 'question', kind: 'hidden' }), row)
    if (type.is === 'unsupported' && type.list !== undefined) this.refusedLists.add(type.list)
  }

  #begin(row: SheetRow, what: 'group' | 'repeat'): void {
    const name = this.#name(row)
    const unused = OF_QUESTIONS.filter((column) => !IDLE_IN_GROUPS.has(column))
    this.#refuse(row, [...unused, ...(what === 'group' ? ['repeat_count'] : ['clause'])])
    this.#open.push({ what, row, name, children: [] })
    const hint = row.texts('hint')
    if (Object.keys(hint).length > 0) this.#add(noteOf(`${name}_hint`, hint), row)
  }

  #end(row: SheetRow, what: 'group' | 'repeat'): void {
    const open = this.#open.at(-1)
    if (open?.what !== what) return this.#say('group-not-begun', row, 'type', `end ${what}`)
    this.#open.pop()
    this.#add(groupOf(open), open.row)
    return undefined
  }

  #question(row: SheetRow, type: Extract<TypeCell, { is: 'question' }>): void {
    const name = this.#name(row)
    this.#refuse(row, ['repeat_count'])
    this.#yesNo(row, ['key', 'evidence'])
    if (/(^|\s)(search\s*\(|ex:)/.test(row.text('appearance')))
      this.#say('not-supported', row, 'appearance', row.text('appearance'))
    if (/(^|[\s;])(randomize|seed|value|label)\s*=/.test(row.text('parameters'))) {
      this.#say('not-supported', row, 'parameters', row.text('parameters'))
    }
    if (type.list !== undefined) this.#ask(type.list, type.source ?? 'choices', row)
    if (/\baudit$/i.test(row.text('type')) && row.text('parameters') !== '')
      this.#say('not-supported', row, 'parameters', row.text('parameters'))
    const asked = questionOf(row, name, type)
    const question = type.shorthand === 'start-position' ? startPosition(asked, this.#languages()) : asked
    if (type.shorthand === 'range') return this.#range(question, row)
    this.#add(question, row)
    if (type.shorthand === 'or-other') this.#orOther(question, row)
    return undefined
  }

  /** In which the author writes what is asked. */
  #languages(): readonly string[] {
    return this.#sheet.headings.filter(({ column }) => column === 'label').map(({ language }) => language)
  }

  #range(question: Question, row: SheetRow): void {
    const written = rangeQuestion(question)
    if (written === null) this.#say('cell-unfit', row, 'parameters', row.text('parameters'))
    this.#add(written ?? question, row)
  }

  #orOther(question: Question, row: SheetRow): void {
    if (question.choiceFilter !== undefined) this.#say('not-supported', row, 'choice_filter', 'or_other')
    this.withOther.add(question.list ?? '')
    this.#add(specifyOther(question, this.#several.has(question.name)), row)
  }

  #ask(list: string, source: ChoiceSource, row: SheetRow): void {
    if (!this.lists.has(list)) this.lists.set(list, { source, row: row.row })
  }

  #yesNo(row: SheetRow, columns: readonly string[]): void {
    for (const column of columns) {
      if (isNoYesNo(row.text(column))) this.#say('cell-yes-no', row, column, row.text(column))
    }
  }

  /** A cell that means nothing in this kind of row is refused, not passed over. */
  #refuse(row: SheetRow, columns: readonly string[]): void {
    for (const column of columns) {
      if (row.text(column) !== '') this.#say('cell-idle', row, column, row.text('type'))
    }
  }
}

/** Rules FRM-18 and FRM-19. */
export function readSurvey(sheet: Sheet): SurveyReading {
  const reading = new SurveyReader(sheet).read()
  const columns = [
    ...headingProblems(sheet),
    ...unknownColumns(sheet, ({ column }) => KNOWN.has(column) || PASSED_OVER.test(column)),
  ]
  return { ...reading, problems: [...columns, ...reading.problems] }
}
