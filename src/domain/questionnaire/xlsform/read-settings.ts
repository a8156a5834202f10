/** Reads the sheet `settings`: one row that says what the form is called and of which version it is. */
import { editionById } from '#domain/standard/edition.ts'
import { type Form, isFormUse } from '../form/form.ts'
import type { FormProblem } from '../form/form-problem.ts'
import { headingProblems, type Sheet, unknownColumns } from './sheet.ts'

const KNOWN = new Set([
  'form_title',
  'form_id',
  'version',
  'default_language',
  'instance_name',
  'style',
  'edition',
  'use',
  'allow_choice_duplicates',
])

/** What tells another program how to send and name its files: nothing of a form, and nothing to do here. */
const OF_OTHERS = new Set([
  'name',
  'auto_send',
  'auto_delete',
  'clean_text_values',
  'omit_instanceid',
  'sms_keyword',
  'sms_separator',
  'sms_allow_media',
  'sms_date_format',
  'sms_datetime_format',
  'sms_response',
])

export interface SettingsReading {
  readonly settings: Omit<Form, 'nodes' | 'lists'>
  readonly problems: readonly FormProblem[]
}

export function readSettings(sheet: Sheet, fallbackId: string): SettingsReading {
  const [row, another] = sheet.rows
  const text = (column: string) => row?.text(column) ?? ''
  const edition = editionById(text('edition'))
  const problems: FormProblem[] = [
    ...headingProblems(sheet),
    ...unknownColumns(sheet, ({ column }) => KNOWN.has(column) || OF_OTHERS.has(column)),
  ]
  if (text('edition') !== '' && edition === undefined)
    problems.push(sheet.problem('cell-unfit', 2, 'edition', text('edition')))
  const use = text('use').toLowerCase()
  if (use !== '' && !isFormUse(use)) problems.push(sheet.problem('cell-unfit', 2, 'use', text('use')))
  if (another !== undefined) problems.push(sheet.problem('settings-rows', another.row, '', String(sheet.rows.length)))
  const id = text('form_id') || fallbackId
  return {
    settings: {
      id,
      version: text('version'),
      edition: edition?.id ?? null,
      ...(isFormUse(use) && use !== 'commune' ? { use } : {}),
      title: row?.texts('form_title') ?? {},
      defaultLanguage: text('default_language'),
      ...(text('instance_name') === '' ? {} : { instanceName: text('instance_name') }),
      ...(/^(yes|true)$/i.test(text('allow_choice_duplicates')) ? { allowsDuplicates: true as const } : {}),
      ...(text('style') === '' ? {} : { style: text('style') }),
    },
    problems,
  }
}
