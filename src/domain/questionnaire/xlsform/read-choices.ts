/** Reads the sheets of choices and the tables beside a form. A heading that XLSForm does not know is the author's own column. */
import type { Choice, ChoiceList, ChoiceSource } from '../form/form.ts'
import type { FormProblem } from '../form/form-problem.ts'
import { asName, type Heading, headingProblems, isNoYesNo, type Sheet, type SheetRow, unknownColumns } from './sheet.ts'

export interface ChoicesReading {
  readonly lists: ReadonlyMap<string, ChoiceList>
  readonly problems: readonly FormProblem[]
  /** Rows of the choices of a list, in order. */
  readonly rows: ReadonlyMap<string, readonly number[]>
}

const OWN = new Set(['list_name', 'name', 'label'])
const MEDIA = /^(media|image|audio|video|big-image)\b/i

/** A column of the author's is called as it is written; `gap` is one of ours, in any letters. Rule FRM-41. */
const nameOf = ({ column, written }: Heading): string => (column === 'gap' ? column : written)

function choiceOf(row: SheetRow): Choice {
  const further = row.filled.filter(
    ({ column, written }) => !OWN.has(column) && written !== '' && !/^[#$]/.test(written),
  )
  return {
    name: row.text('name'),
    label: row.texts('label'),
    columns: Object.fromEntries(further.map((heading) => [nameOf(heading), asName(row.textAt(heading))])),
  }
}

/** `only` is the list all rows belong to, for a table that is one list. */
export function readChoices(sheet: Sheet, source: ChoiceSource, only?: string): ChoicesReading {
  const lists = new Map<string, { source: ChoiceSource; choices: Choice[] }>()
  const rows = new Map<string, number[]>()
  const problems: FormProblem[] = [
    ...headingProblems(sheet),
    ...unknownColumns(sheet, ({ written }) => !MEDIA.test(written)),
  ]
  const lacksLists =
    only === undefined && sheet.rows.length > 0 && !sheet.headings.some(({ column }) => column === 'list_name')
  if (lacksLists)
    return { lists, rows, problems: [...problems, sheet.problem('column-missing', 1, 'list_name', 'list_name')] }
  for (const row of sheet.rows) {
    const name = only ?? row.text('list_name')
    if (name === '') {
      problems.push(sheet.problem('list-name-missing', row.row, 'list_name', row.text('name')))
      continue
    }
    const list = lists.get(name) ?? { source, choices: [] }
    lists.set(name, list)
    list.choices.push(choiceOf(row))
    if (only === undefined && isNoYesNo(row.text('gap')))
      problems.push(sheet.problem('cell-yes-no', row.row, 'gap', row.text('gap')))
    const known = rows.get(name) ?? []
    rows.set(name, known)
    known.push(row.row)
  }
  return { lists, problems, rows }
}
