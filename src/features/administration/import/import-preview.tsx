// The list as it was understood: what is wrong first, each mistake at its cell and in words; then what would be made.
import { useState } from 'react'
import type { Place } from '#data/contract/store-contract.ts'
import { Button } from '#ui/button.tsx'
import { CheckRow } from '#ui/check-row.tsx'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { ImportColumn, ImportRow } from './import-row.ts'

type ImportPreviewProps = {
  readonly rows: readonly ImportRow[]
  readonly places: readonly Place[]
  /** Made before, where sending stopped half way. */
  readonly made: number
  readonly onSend: (rows: readonly ImportRow[]) => void
  readonly onAgain: () => void
  readonly onFinish: () => void
}

/** Lines drawn at once; the rest is counted. */
const SHOWN = 30

export const ImportPreview = ({ rows, places, made, onSend, onAgain, onFinish }: ImportPreviewProps) => {
  const { t } = useText('administration')
  const [leavesOut, setLeavesOut] = useState(false)
  const wrong = rows.filter(({ person }) => person === null)
  const right = rows.filter(({ person }) => person !== null)
  const mayGo = right.length > 0 && (wrong.length === 0 || leavesOut)
  return (
    <Stack gap={4}>
      <Notice
        tone={wrong.length > 0 ? 'warn' : 'good'}
        title={t('import.summary', { right: right.length, wrong: wrong.length })}
        announce
      >
        {t(wrong.length > 0 ? 'import.wrongText' : 'import.rightText')}
      </Notice>
      {wrong.length > 0 && <Lines title={t('import.wrong', { count: wrong.length })} rows={wrong} places={places} />}
      {wrong.length > 0 && (
        <CheckRow
          label={t('import.leaveOut', { count: wrong.length })}
          detail={t('import.leaveOutText')}
          checked={leavesOut}
          onChange={(event) => setLeavesOut(event.target.checked)}
        />
      )}
      <Cluster>
        <Button kind="main" icon="check" disabled={!mayGo} onClick={() => onSend(right)}>
          {t('import.make', { count: right.length })}
        </Button>
        <Button icon="refresh" onClick={onAgain}>
          {t('import.otherFile')}
        </Button>
        {made > 0 && <Button onClick={onFinish}>{t('import.toCodes', { count: made })}</Button>}
      </Cluster>
      {right.length > 0 && <Lines title={t('import.right', { count: right.length })} rows={right} places={places} />}
    </Stack>
  )
}

type LinesProps = { readonly title: string; readonly rows: readonly ImportRow[]; readonly places: readonly Place[] }

const Lines = ({ title, rows, places }: LinesProps) => {
  const { t } = useText('administration')
  const columns: readonly Column<ImportRow>[] = [
    { key: 'line', head: t('import.line'), isRowHead: true, cell: ({ line }) => t('import.lineNumber', { line }) },
    { key: 'who', head: t('import.column.position'), cell: cellOf(['position', 'username'], places) },
    { key: 'unit', head: t('import.column.unit'), cell: cellOf(['unit'], places) },
    { key: 'role', head: t('import.column.role'), cell: cellOf(['role'], places) },
    { key: 'term', head: t('import.column.term'), cell: cellOf(['from', 'to'], places) },
  ]
  return (
    <DataTable
      caption={title}
      columns={columns}
      rows={rows.slice(0, SHOWN)}
      rowKey={({ line }) => String(line)}
      {...(rows.length > SHOWN && { foot: t('import.shown', { shown: SHOWN, total: rows.length }) })}
    />
  )
}

const cellOf = (columns: readonly ImportColumn[], places: readonly Place[]) => (row: ImportRow) => (
  <Stack gap={1}>
    {columns.map((column) => (
      <Cell key={column} row={row} column={column} places={places} />
    ))}
  </Stack>
)

type CellProps = { readonly row: ImportRow; readonly column: ImportColumn; readonly places: readonly Place[] }

const Cell = ({ row, column, places }: CellProps) => {
  const { t } = useText('administration')
  const understood = useUnderstood(row, column, places)
  const errors = row.errors.filter((error) => error.column === column)
  return (
    <>
      {understood !== '' && <span>{understood}</span>}
      {errors.map(({ fault, help = '' }) => (
        <Tag key={fault} tone="bad">
          {t(`import.error.${fault}${help && fault === 'date-nonexistent' ? '-near' : ''}`, { help })}
        </Tag>
      ))}
    </>
  )
}

/** What will be made of the cell; its own text while anything in the line is wrong. */
function useUnderstood({ person, texts }: ImportRow, column: ImportColumn, places: readonly Place[]): string {
  const { t } = useText('administration')
  const { day } = useFormats()
  if (person === null) return texts[column]
  if (column === 'unit') return places.find(({ id }) => id === person.scope)?.name ?? texts.unit
  if (column === 'role') return t(`common:role.${person.role}`)
  if (column === 'from') return t('import.from', { day: day(person.from) })
  if (column === 'to') return person.to === null ? t('import.open') : t('import.to', { day: day(person.to) })
  return column === 'username' ? person.username : person.displayName
}
