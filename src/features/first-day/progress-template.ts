// The empty workbook for progress of before: one line for each stage, and what may stand in each column.
import { progressColumns } from '#domain/first-day/progress-import.ts'
import type { StageTemplate } from '#domain/pilot/stage-template.ts'
import type { Workbook } from '#domain/questionnaire/xlsform/sheet.ts'

type Translate = (key: string) => string

/** Stages the commune declares itself; the last one is the province's. */
export const progressWorkbook = (template: StageTemplate, t: Translate, language: string): Workbook => ({
  [t('template.progressSheet')]: [
    progressColumns.map((column) => t(`column.progress.${column}`)),
    ...template
      .filter(({ weight }) => weight > 0)
      .map(({ code, name }) => [code, language === 'en' ? name.en : name.vi, '', '', '', '']),
  ],
  [t('template.guide')]: [
    [t('template.guideHead')],
    ...['1', '2', '3', '4'].map((line) => [t(`template.progressRule.${line}`)]),
  ],
})
