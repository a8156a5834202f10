/**
 * From a form back to the sheets of a workbook, in the spelling of today's XLSForm. Only columns in which something
 * stands are written; what is imported again is the same form.
 */
import { type Form, type FormNode, isQuestion, type Question, type Texts } from '../form/form.ts'
import type { SheetRows, Workbook } from './sheet.ts'

/** One row as texts by heading. */
type Row = Readonly<Record<string, string>>

export interface ExportedForm {
  readonly workbook: Workbook
  /** Tables beside the form, by file name. */
  readonly files: Readonly<Record<string, SheetRows>>
}

const SURVEY_ORDER = [
  'type',
  'name',
  'label',
  'hint',
  'guidance_hint',
  'required',
  'required_message',
  'relevant',
  'constraint',
  'constraint_message',
  'calculation',
  'choice_filter',
  'default',
  'read_only',
  'appearance',
  'repeat_count',
  'parameters',
  'unit',
  'clause',
  'key',
  'evidence',
]

const inLanguages = (column: string, texts: Texts): Row =>
  Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [language === '' ? column : `${column}::${language}`, text]),
  )

const cell = (column: string, text: string | undefined): Row =>
  text === undefined || text === '' ? {} : { [column]: text }

function typeOf({ kind, list }: Question, form: Form): string {
  if (list === undefined) return kind
  const source = Object.hasOwn(form.lists, list) ? form.lists[list]?.source : 'choices'
  if (source === 'file') return `${kind}_from_file ${list}.csv`
  return source === 'external' ? `${kind}_external ${list}` : `${kind} ${list}`
}

const baseRow = (node: FormNode): Row => ({
  name: node.name,
  ...inLanguages('label', node.label),
  ...cell('relevant', node.relevant),
  ...cell('appearance', node.appearance),
  ...cell('read_only', node.readOnly),
})

function questionRow(question: Question, form: Form): Row {
  return {
    type: typeOf(question, form),
    ...baseRow(question),
    ...inLanguages('hint', question.hint),
    ...inLanguages('guidance_hint', question.guidance),
    ...cell('required', question.required),
    ...inLanguages('required_message', question.requiredMessage),
    ...cell('constraint', question.constraint),
    ...inLanguages('constraint_message', question.constraintMessage),
    ...cell('calculation', question.calculation),
    ...cell('choice_filter', question.choiceFilter),
    ...cell('default', question.default),
    ...cell('parameters', question.parameters),
    ...cell('unit', question.unit),
    ...cell('clause', question.clause),
    ...(question.isKey === true ? { key: 'yes' } : {}),
    ...(question.takesEvidence === true ? { evidence: 'yes' } : {}),
  }
}

function rowsOf(node: FormNode, form: Form): readonly Row[] {
  if (isQuestion(node)) return [questionRow(node, form)]
  const own = node.kind === 'repeat' ? cell('repeat_count', node.count) : cell('clause', node.clause)
  return [
    { type: `begin ${node.kind}`, ...baseRow(node), ...own },
    ...node.children.flatMap((child) => rowsOf(child, form)),
    { type: `end ${node.kind}` },
  ]
}

/** Headings that are used, known columns first and in their order, each with its languages as they are met. */
function headingsOf(rows: readonly Row[], order: readonly string[]): readonly string[] {
  const used = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const place = (heading: string) => {
    const at = order.indexOf(heading.split('::')[0] ?? '')
    return at === -1 ? order.length : at
  }
  return used
    .map((heading, at) => ({ heading, at }))
    .sort((one, other) => place(one.heading) - place(other.heading) || one.at - other.at)
    .map(({ heading }) => heading)
}

function sheetOf(rows: readonly Row[], order: readonly string[]): SheetRows {
  const headings = headingsOf(rows, order)
  return [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? null))]
}

function choiceRows(form: Form, source: string, withList: boolean): readonly (readonly [string, readonly Row[]])[] {
  return Object.entries(form.lists)
    .filter(([, list]) => list.source === source)
    .map(([name, { choices }]) => [
      name,
      choices.map((choice) => ({
        ...(withList ? { list_name: name } : {}),
        ...cell('name', choice.name),
        ...inLanguages('label', choice.label),
        ...choice.columns,
      })),
    ])
}

const settingsRow = (form: Form): Row => ({
  ...inLanguages('form_title', form.title),
  ...cell('form_id', form.id),
  ...cell('version', form.version),
  ...cell('default_language', form.defaultLanguage),
  ...cell('instance_name', form.instanceName),
  ...cell('style', form.style),
  ...cell('allow_choice_duplicates', form.allowsDuplicates === true ? 'yes' : undefined),
  ...cell('edition', form.edition ?? undefined),
  ...cell('use', form.use),
})

const CHOICE_ORDER = ['list_name', 'name', 'label']

/** Rule FRM-21. */
export function exportWorkbook(form: Form): ExportedForm {
  const rowsIn = (source: string) => choiceRows(form, source, true).flatMap(([, rows]) => rows)
  const [choices, external] = [rowsIn('choices'), rowsIn('external')]
  return {
    workbook: {
      survey: sheetOf(
        form.nodes.flatMap((node) => rowsOf(node, form)),
        SURVEY_ORDER,
      ),
      ...(choices.length === 0 ? {} : { choices: sheetOf(choices, CHOICE_ORDER) }),
      ...(external.length === 0 ? {} : { external_choices: sheetOf(external, CHOICE_ORDER) }),
      settings: sheetOf([settingsRow(form)], []),
    },
    files: Object.fromEntries(
      choiceRows(form, 'file', false).map(([name, rows]) => [`${name}.csv`, sheetOf(rows, CHOICE_ORDER)]),
    ),
  }
}
