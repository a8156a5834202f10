// Bringing a list out of a workbook: choose the file or take the empty one, look through what was understood, and take it
// in. What is wrong stands first, each mistake at its cell and in words.
import { useState } from 'react'
import type { CellError, ImportedLine } from '#domain/first-day/list-import.ts'
import { Button } from '#ui/button.tsx'
import { CheckRow } from '#ui/check-row.tsx'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { FilePick } from '#ui/file-pick.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { type ListImportParts, useListImport } from './use-list-import.ts'

type ListImportProps<Column extends string, Value> = ListImportParts<Column, Value> & {
  readonly columns: readonly Column[]
  /** Key below `column` in the namespace `first-day` of each heading. */
  readonly list: 'procedures' | 'progress'
  readonly onTemplate: () => void
  /** Where to go when the list is in. */
  readonly onDone: (count: number) => void
}

export const ListImport = <Name extends string, Value>(props: ListImportProps<Name, Value>) => {
  const { columns, list, onTemplate, onDone, ...parts } = props
  const { t } = useText('first-day')
  const { phase, problem, pick, keep, again } = useListImport(parts)
  switch (phase.at) {
    case 'reading':
    case 'writing':
      return <Skeleton label={t(`import.${phase.at}`)} shape="rows" count={5} />
    case 'done':
      return (
        <Notice
          tone="good"
          title={t('import.done', { count: phase.count })}
          announce
          actions={
            <Button kind="main" onClick={() => onDone(phase.count)}>
              {t('import.goOn')}
            </Button>
          }
        >
          {t('import.doneText')}
        </Notice>
      )
    case 'preview':
      return (
        <Stack gap={4}>
          <ProblemNotice problem={problem} title={t('import.notTaken')} />
          <Preview
            key={phase.lines.length}
            lines={phase.lines}
            leftAside={phase.leftAside}
            columns={columns}
            list={list}
            onKeep={keep}
            onAgain={again}
          />
        </Stack>
      )
    case 'pick':
      return <Choose fault={phase.fault} onFiles={pick} onTemplate={onTemplate} />
  }
}

type ChooseProps = {
  readonly fault: string | undefined
  readonly onFiles: (files: readonly File[]) => void
  readonly onTemplate: () => void
}

const Choose = ({ fault, onFiles, onTemplate }: ChooseProps) => {
  const { t } = useText('first-day')
  return (
    <Stack gap={4}>
      {fault !== undefined && (
        <Notice tone="bad" title={t('import.notRead')} announce>
          {t(`import.fault.${fault}`)}
        </Notice>
      )}
      <Cluster>
        <FilePick
          label={t('import.pick')}
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          icon="upload"
          multiple={false}
          shape="button"
          onFiles={onFiles}
        />
        <Button icon="download" onClick={onTemplate}>
          {t('import.template')}
        </Button>
      </Cluster>
    </Stack>
  )
}

type PreviewProps<Name extends string> = {
  readonly lines: readonly ImportedLine<Name, unknown>[]
  readonly leftAside: number
  readonly columns: readonly Name[]
  readonly list: 'procedures' | 'progress'
  readonly onKeep: () => void
  readonly onAgain: () => void
}

const Preview = <Name extends string>({ lines, leftAside, columns, list, onKeep, onAgain }: PreviewProps<Name>) => {
  const { t } = useText('first-day')
  const [leavesOut, setLeavesOut] = useState(false)
  const wrong = lines.filter(({ value }) => value === null)
  const right = lines.filter(({ value }) => value !== null)
  const mayGo = right.length > 0 && (wrong.length === 0 || leavesOut)
  return (
    <Stack gap={4}>
      <Notice
        tone={wrong.length > 0 ? 'warn' : 'good'}
        title={t('import.summary', { right: right.length, wrong: wrong.length })}
        announce
      >
        {t(wrong.length > 0 ? 'import.wrongText' : 'import.rightText')}{' '}
        {leftAside > 0 && t('import.leftAside', { count: leftAside })}
      </Notice>
      {wrong.length > 0 && (
        <Lines title={t('import.wrong', { count: wrong.length })} {...{ columns, list }} lines={wrong} />
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
            {t('import.keep', { count: right.length })}
          </Button>
        )}
        <Button icon="refresh" onClick={onAgain}>
          {t('import.otherFile')}
        </Button>
      </Cluster>
      {right.length > 0 && (
        <Lines title={t('import.right', { count: right.length })} {...{ columns, list }} lines={right} />
      )}
    </Stack>
  )
}

/** Lines drawn at once; the rest is counted. */
const SHOWN = 50

type LinesProps<Name extends string> = Pick<PreviewProps<Name>, 'lines' | 'columns' | 'list'> & {
  readonly title: string
}

const Lines = <Name extends string>({ title, lines, columns, list }: LinesProps<Name>) => {
  const { t } = useText('first-day')
  const heads: readonly Column<ImportedLine<Name, unknown>>[] = [
    { key: 'line', head: t('import.line'), isRowHead: true, cell: ({ line }) => t('import.lineNumber', { line }) },
    ...columns.map((column) => ({
      key: column,
      head: t(`column.${list}.${column}`),
      cell: cellOf(column),
    })),
  ]
  return (
    <DataTable
      caption={title}
      columns={heads}
      rows={lines.slice(0, SHOWN)}
      rowKey={({ line }) => String(line)}
      {...(lines.length > SHOWN && { foot: t('import.shown', { shown: SHOWN, total: lines.length }) })}
    />
  )
}

const cellOf =
  <Name extends string>(column: Name) =>
  (line: ImportedLine<Name, unknown>) => <Cell line={line} column={column} />

const Cell = <Name extends string>({
  line,
  column,
}: {
  readonly line: ImportedLine<Name, unknown>
  readonly column: Name
}) => {
  const errors = line.errors.filter((error) => error.column === column)
  return (
    <Stack gap={1}>
      {line.texts[column] !== '' && <span>{line.texts[column]}</span>}
      {errors.map((error) => (
        <Mistake key={error.fault} error={error} />
      ))}
    </Stack>
  )
}

const Mistake = ({ error: { fault, help } }: { readonly error: CellError<string> }) => {
  const { t } = useText('first-day')
  const isNear = fault === 'date-nonexistent' && help !== ''
  return <Tag tone="bad">{t(`import.error.${fault}${isNear ? '-near' : ''}`, { help })}</Tag>
}
