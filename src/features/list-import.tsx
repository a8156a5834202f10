// Bringing a list out of a workbook: choose the file or take the empty one, look through what was understood, and take it
// in. What is wrong stands first, each mistake at its cell and in words.
import type { ImportedLine } from '#domain/first-day/list-import.ts'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { ImportCell, ImportChoose, ImportPreview } from './import-frame.tsx'
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
      return (
        <ImportChoose
          t={t}
          fault={phase.fault && t(`import.fault.${phase.fault}`)}
          shape="button"
          onFiles={pick}
          onTemplate={onTemplate}
        />
      )
  }
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
  const right = lines.filter(({ value }) => value !== null)
  const cellOf = (column: Name) => (line: ImportedLine<Name, unknown>) => (
    <Stack gap={1}>
      <ImportCell t={t} text={line.texts[column]} column={column} errors={line.errors} />
    </Stack>
  )
  return (
    <ImportPreview
      t={t}
      wrong={lines.filter(({ value }) => value === null)}
      right={right}
      columns={columns.map((column) => ({
        key: column,
        head: t(`column.${list}.${column}`),
        cell: cellOf(column),
      }))}
      note={leftAside > 0 && t('import.leftAside', { count: leftAside })}
      keepText={t('import.keep', { count: right.length })}
      onKeep={onKeep}
      onAgain={onAgain}
    />
  )
}
