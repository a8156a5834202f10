// What every import of a list has in common: choosing the file or the empty one, and the list as it was understood, what is
// wrong first, each mistake at its cell and in words. The words stand below `import` in the namespace of the list.
import { type ReactNode, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { CheckRow } from '#ui/check-row.tsx'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { FilePick } from '#ui/file-pick.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Translate } from '#ui/text/text-context.tsx'

type ImportChooseProps = {
  readonly t: Translate
  /** Why the last file was no list, in words. */
  readonly fault: string | undefined
  readonly isReading?: boolean
  readonly shape?: 'tile' | 'button'
  readonly onFiles: (files: readonly File[]) => void
  readonly onTemplate: () => void
}

export const ImportChoose = ({ t, fault, isReading, shape, onFiles, onTemplate }: ImportChooseProps) => (
  <Stack gap={4}>
    {fault !== undefined && (
      <Notice tone="bad" title={t('import.notRead')} announce>
        {fault}
      </Notice>
    )}
    <Cluster>
      <FilePick
        label={t('import.pick')}
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        icon="upload"
        multiple={false}
        busy={isReading === true}
        {...(shape && { shape })}
        onFiles={onFiles}
      />
      <Button icon="download" onClick={onTemplate}>
        {t('import.template')}
      </Button>
    </Cluster>
  </Stack>
)

/** A line of the list, by its number in the workbook. */
interface ReadLine {
  readonly line: number
}

type ImportPreviewProps<Line extends ReadLine> = {
  readonly t: Translate
  readonly wrong: readonly Line[]
  readonly right: readonly Line[]
  /** Without that of the line number, which is always the first. */
  readonly columns: readonly Column<Line>[]
  /** Further words about the whole list. */
  readonly note?: ReactNode
  /** Words of the button that takes the right lines in. */
  readonly keepText: string
  readonly onKeep: () => void
  readonly onAgain: () => void
  /** Further buttons. */
  readonly actions?: ReactNode
}

export const ImportPreview = <Line extends ReadLine>(props: ImportPreviewProps<Line>) => {
  const { t, wrong, right, columns, note, keepText, onKeep, onAgain, actions } = props
  const [leavesOut, setLeavesOut] = useState(false)
  const mayGo = right.length > 0 && (wrong.length === 0 || leavesOut)
  return (
    <Stack gap={4}>
      <Notice
        tone={wrong.length > 0 ? 'warn' : 'good'}
        title={t('import.summary', { right: right.length, wrong: wrong.length })}
        announce
      >
        {t(wrong.length > 0 ? 'import.wrongText' : 'import.rightText')} {note}
      </Notice>
      {wrong.length > 0 && (
        <Lines {...{ t, columns }} title={t('import.wrong', { count: wrong.length })} lines={wrong} />
      )}
      {wrong.length > 0 && right.length > 0 && (
        <CheckRow
          label={t('import.leaveOut', { count: wrong.length })}
          detail={t('import.leaveOutText')}
          checked={leavesOut}
          onChange={(event) => setLeavesOut(event.target.checked)}
        />
      )}
      <Cluster>
        {right.length > 0 && (
          <Button kind="main" icon="check" disabled={!mayGo} onClick={onKeep}>
            {keepText}
          </Button>
        )}
        <Button icon="refresh" onClick={onAgain}>
          {t('import.otherFile')}
        </Button>
        {actions}
      </Cluster>
      {right.length > 0 && (
        <Lines {...{ t, columns }} title={t('import.right', { count: right.length })} lines={right} />
      )}
    </Stack>
  )
}

/** Lines drawn at once; the rest is counted. */
const SHOWN = 50

type LinesProps<Line extends ReadLine> = Pick<ImportPreviewProps<Line>, 't' | 'columns'> & {
  readonly title: string
  readonly lines: readonly Line[]
}

const Lines = <Line extends ReadLine>({ t, title, lines, columns }: LinesProps<Line>) => (
  <DataTable
    caption={title}
    columns={[
      { key: 'line', head: t('import.line'), isRowHead: true, cell: ({ line }) => t('import.lineNumber', { line }) },
      ...columns,
    ]}
    rows={lines.slice(0, SHOWN)}
    rowKey={({ line }) => String(line)}
    {...(lines.length > SHOWN && { foot: t('import.shown', { shown: SHOWN, total: lines.length }) })}
  />
)

type ImportCellProps<Name extends string> = {
  readonly t: Translate
  readonly text: string
  readonly column: Name
  readonly errors: readonly { readonly column: Name; readonly fault: string; readonly help?: string }[]
}

/** What stands in the cell, and what is wrong with it. */
export const ImportCell = <Name extends string>({ t, text, column, errors }: ImportCellProps<Name>) => (
  <>
    {text !== '' && <span>{text}</span>}
    {errors
      .filter((error) => error.column === column)
      .map(({ fault, help = '' }) => (
        <Tag key={fault} tone="bad">
          {t(`import.error.${fault}${help !== '' && fault === 'date-nonexistent' ? '-near' : ''}`, { help })}
        </Tag>
      ))}
  </>
)
