// Everything that is wrong with a file, each with sheet, row, column and reason, to be copied or saved for its author.
import { useState } from 'react'
import type { FormProblem } from '#domain/questionnaire/form/form-problem.ts'
import type { Platform } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { type ProblemLine, problemLines, problemRows, problemText } from './problem-table.ts'
import { SHEET_MIME, saveFile } from './save-file.ts'

type ImportProblemsProps = {
  readonly file: string
  readonly problems: readonly FormProblem[]
  readonly platform: Platform
  readonly onAgain: () => void
}

/** Lines drawn at once; copied and saved are all. */
const PIECE = 100

export const ImportProblems = ({ file, problems, platform, onAgain }: ImportProblemsProps) => {
  const { t } = useText('form-library')
  useText('forms')
  const toast = useToast()
  const [shown, setShown] = useState(PIECE)
  const lines = problemLines(problems, t)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(problemText(lines, t))
    toast({ text: t('problem.copied'), tone: 'good' })
  }
  const save = async (): Promise<void> => {
    const workbooks = await platform.workbooks?.()
    if (workbooks === undefined) return
    const bytes = await workbooks.write({ [t('problem.sheetName')]: problemRows(lines, t) })
    saveFile(t('problem.fileName'), bytes, SHEET_MIME)
  }
  const cell = (key: 'sheet' | 'row' | 'column' | 'reason', isRowHead = false): Column<ProblemLine> => ({
    key,
    head: t(`problem.${key}`),
    isRowHead,
    cell: (line) => line[key],
  })
  return (
    <Stack gap={4}>
      <Notice tone="bad" title={t('problem.title', { file, count: lines.length })} announce>
        {t('problem.text')}
      </Notice>
      <Cluster>
        <Button kind="main" icon="refresh" onClick={onAgain}>
          {t('preview.otherFile')}
        </Button>
        <Button icon="document" onClick={() => void copy()}>
          {t('problem.copy')}
        </Button>
        <Button icon="download" onClick={() => void save()}>
          {t('problem.save')}
        </Button>
      </Cluster>
      <DataTable
        caption={t('problem.caption')}
        columns={[cell('sheet'), cell('row', true), cell('column'), cell('reason')]}
        rows={lines.slice(0, shown)}
        rowKey={({ key }) => key}
      />
      {lines.length > shown && (
        <Button icon="chevron-down" onClick={() => setShown(shown + 5 * PIECE)}>
          {t('outline.more', { count: lines.length - shown })}
        </Button>
      )}
    </Stack>
  )
}
