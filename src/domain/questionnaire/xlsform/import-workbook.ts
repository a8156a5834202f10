/**
 * From the sheets of a workbook to a form, or to everything that is wrong with it. Nothing is half-imported: what this
 * engine does not support is refused with sheet, row, column and reason, so that an author never finds out in the
 * field that a rule was dropped.
 */
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { authorFaults } from '../form/check-author.ts'
import { type CompiledForm, compileForm, type FormFault } from '../form/compile-form.ts'
import type { ChoiceList, ChoiceSource, Form } from '../form/form.ts'
import type { FormProblem } from '../form/form-problem.ts'
import { type ChoicesReading, readChoices } from './read-choices.ts'
import { withOther } from './shorthand.ts'
import { readSettings } from './read-settings.ts'
import { readSurvey, type SurveyReading } from './read-survey.ts'
import { columnLetters, readSheet, type Sheet, type SheetRows, type Workbook } from './sheet.ts'
import { listOfFile } from './type-cell.ts'

export interface ImportOptions {
  /** Tables beside the form, by file name: `communes.csv`. */
  readonly files?: Readonly<Record<string, SheetRows>>
  /** The form's id where the workbook names none: the name of its file. */
  readonly fallbackId?: string
}

/** Sheets that change what a form does, and that this engine does not take; any other sheet is the author's notes. */
const UNSUPPORTED_SHEETS = new Set(['entities', 'osm', 'cascades', 'groups', 'columns'])

const MOST_ROWS = 5_000
const MOST_CHOICES = 200_000

const named = (workbook: Workbook, name: string): Sheet | undefined => {
  const key = Object.keys(workbook).find((one) => one.trim().toLowerCase() === name)
  const rows = key === undefined ? undefined : workbook[key]
  return key === undefined || rows === undefined ? undefined : readSheet(key, rows)
}

const ofWorkbook = (code: FormProblem['code'], sheet: string, word: string): FormProblem => ({
  code,
  sheet,
  row: 0,
  column: '',
  word,
})

/** What a spreadsheet shows where its own formula went wrong. */
const ERROR_VALUE = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/

const brokenCells = (sheet: Sheet): readonly FormProblem[] =>
  sheet.rows.flatMap((row) =>
    row.filled
      .filter((heading) => !/^[#$]/.test(heading.written) && ERROR_VALUE.test(row.textAt(heading)))
      .map((heading) => ({
        ...sheet.problem('cell-error', row.row, '', row.textAt(heading)),
        column: heading.written || columnLetters(heading.at),
      })),
  )

interface Reading {
  readonly survey: Sheet
  readonly surveyed: SurveyReading
  readonly choices: Sheet
  readonly external: Sheet
  readonly chosen: readonly { readonly sheet: Sheet; readonly reading: ChoicesReading }[]
}

function sheetProblems(workbook: Workbook, survey: Sheet | undefined): readonly FormProblem[] {
  const strange = Object.entries(workbook).filter(
    ([name, rows]) => UNSUPPORTED_SHEETS.has(name.trim().toLowerCase()) && rows.length > 1,
  )
  const problems = strange.map(([name]) => ofWorkbook('sheet-unknown', name, name))
  if (survey === undefined) return [...problems, ofWorkbook('sheet-missing', 'survey', 'survey')]
  if (survey.rows.length === 0) return [...problems, ofWorkbook('sheet-empty', survey.name, survey.name)]
  const lacking = ['type', 'name'].filter((column) => !survey.headings.some((heading) => heading.column === column))
  return [...problems, ...lacking.map((column) => ({ ...survey.problem('column-missing', 1, column, column) }))]
}

function readAll(workbook: Workbook, survey: Sheet, files: Readonly<Record<string, SheetRows>>): Reading {
  const choices = named(workbook, 'choices') ?? readSheet('choices', [])
  const external = named(workbook, 'external_choices') ?? readSheet('external_choices', [])
  const tables = Object.entries(files).map(([file, rows]) => {
    const sheet = readSheet(file, rows)
    return { sheet, reading: readChoices(sheet, 'file', listOfFile(file)) }
  })
  const sheets: readonly (readonly [Sheet, ChoiceSource])[] = [
    [choices, 'choices'],
    [external, 'external'],
  ]
  return {
    survey,
    surveyed: readSurvey(survey),
    choices,
    external,
    chosen: [...sheets.map(([sheet, source]) => ({ sheet, reading: readChoices(sheet, source) })), ...tables],
  }
}

function missingFiles({ survey, surveyed, chosen }: Reading): readonly FormProblem[] {
  return [...surveyed.lists].flatMap(([list, { source, row }]) => {
    const found = chosen.some(({ reading }) => reading.lists.get(list)?.source === source)
    if (found) return []
    return [
      survey.problem(
        source === 'file' ? 'file-missing' : 'list-missing',
        row,
        'type',
        source === 'file' ? `${list}.csv` : list,
      ),
    ]
  })
}

function tooLarge({ survey, chosen }: Reading): readonly FormProblem[] {
  const many = chosen.filter(({ sheet }) => sheet.rows.length > MOST_CHOICES).map(({ sheet }) => sheet)
  const long = survey.rows.length > MOST_ROWS ? [survey, ...many] : many
  return long.map((sheet) => ofWorkbook('too-large', sheet.name, String(sheet.rows.length)))
}

/** Puts a fault of the form where its author finds it. */
function placed(fault: FormFault, { survey, surveyed, chosen }: Reading, settings: Sheet): FormProblem {
  const { code, column, place } = fault
  // A row without a name has one that nobody wrote.
  const isMadeUp = code === 'label-missing' && place.kind === 'node' && /^_row\d+$/.test(fault.word)
  const word = isMadeUp ? place.node.node.kind : fault.word
  if (place.kind === 'settings') return settings.problem(code, 2, column, word)
  if (place.kind === 'node') return survey.problem(code, surveyed.rows.get(place.node.node) ?? 0, column, word)
  const from = chosen.find(({ reading }) => reading.lists.has(place.list))
  const row = from?.reading.rows.get(place.list)?.[place.at] ?? 0
  return (from?.sheet ?? survey).problem(code, row, column, word)
}

/** By name, whatever the name is: an object has some of its own already. */
function listsOf({ chosen, surveyed }: Reading): Form['lists'] {
  const lists = new Map<string, ChoiceList>()
  for (const { reading } of chosen)
    for (const [name, list] of reading.lists) if (!lists.has(name)) lists.set(name, list)
  for (const name of surveyed.withOther) {
    const list = lists.get(name)
    if (list !== undefined) lists.set(name, withOther(list))
  }
  return Object.fromEntries(lists)
}

/** The form of a workbook, ready to be filled. Rules FRM-18 to FRM-20. */
export function importWorkbook(
  workbook: Workbook,
  options: ImportOptions = {},
): Result<CompiledForm, readonly FormProblem[]> {
  const survey = named(workbook, 'survey')
  const early = sheetProblems(workbook, survey)
  if (survey === undefined || early.length > 0) return err(early)
  const settings = named(workbook, 'settings') ?? readSheet('settings', [])
  const reading = readAll(workbook, survey, options.files ?? {})
  const large = tooLarge(reading)
  if (large.length > 0) return err(large)
  const { settings: told, problems } = readSettings(settings, options.fallbackId ?? 'form')
  const form: Form = { ...told, nodes: reading.surveyed.nodes, lists: listsOf(reading) }
  const found = [
    ...problems,
    ...reading.surveyed.problems,
    ...reading.chosen.flatMap((one) => one.reading.problems),
    ...missingFiles(reading),
    ...[survey, settings, ...reading.chosen.map(({ sheet }) => sheet)].flatMap(brokenCells),
  ]
  return finished(form, found, (fault) => placed(fault, reading, settings), reading.surveyed.refusedLists)
}

/** What a formula left in a cell is told once: that it is no name and no expression either helps nobody. */
const isBrokenAt = ({ code, sheet, row, column }: FormProblem, fault: FormProblem): boolean =>
  code === 'cell-error' && sheet === fault.sheet && row === fault.row && column === fault.column

function finished(
  form: Form,
  found: readonly FormProblem[],
  place: (fault: FormFault) => FormProblem,
  refusedLists: ReadonlySet<string>,
): Result<CompiledForm, readonly FormProblem[]> {
  const compiled = compileForm(form)
  const authored = authorFaults(form)
  if (compiled.ok && authored.length === 0 && found.length === 0) return ok(compiled.value)
  // A list that no sheet has is told once, by the row that asks for it.
  const isTold = ({ code, column, word }: FormFault) =>
    code === 'list-missing' && (column === 'type' || refusedLists.has(word))
  const ofForm = [...(compiled.ok ? [] : compiled.error), ...authored]
  const faults = ofForm.filter((fault) => !isTold(fault)).map(place)
  return err([...found, ...faults.filter((fault) => !found.some((one) => isBrokenAt(one, fault)))])
}
