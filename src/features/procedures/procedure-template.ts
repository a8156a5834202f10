// The empty workbook for a list of procedures: its headings, and on a second sheet what may stand below each.
import { fieldsOfWork } from '#domain/audit-planning/fields-of-work.ts'
import { procedureColumns } from '#domain/first-day/procedure-import.ts'
import type { Workbook } from '#domain/questionnaire/xlsform/sheet.ts'

export const procedureWorkbook = (t: (key: string) => string): Workbook => ({
  [t('template.proceduresSheet')]: [procedureColumns.map((column) => t(`column.procedures.${column}`))],
  [t('template.guide')]: [
    [t('template.guideHead')],
    ...['1', '2', '3', '4'].map((line) => [t(`template.procedureRule.${line}`)]),
    [''],
    [t('template.fields')],
    ...fieldsOfWork.map(({ vi }) => [vi]),
  ],
})
