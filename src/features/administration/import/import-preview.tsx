// The list of people as it was understood; what a line without a mistake would make is said in the app's own words.
import type { Place } from '#data/contract/store-contract.ts'
import { ImportCell, ImportPreview } from '#features/import-frame.tsx'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { ImportColumn, ImportRow } from './import-row.ts'

type PeoplePreviewProps = {
  readonly rows: readonly ImportRow[]
  readonly places: readonly Place[]
  /** Made before, where sending stopped half way. */
  readonly made: number
  readonly onSend: (rows: readonly ImportRow[]) => void
  readonly onAgain: () => void
  readonly onFinish: () => void
}

/** What stands together in one column. */
const together: Readonly<Record<'position' | 'unit' | 'role' | 'term', readonly ImportColumn[]>> = {
  position: ['position', 'username'],
  unit: ['unit'],
  role: ['role'],
  term: ['from', 'to'],
}

export const PeoplePreview = ({ rows, places, made, onSend, onAgain, onFinish }: PeoplePreviewProps) => {
  const { t } = useText('administration')
  const right = rows.filter(({ person }) => person !== null)
  return (
    <ImportPreview
      t={t}
      wrong={rows.filter(({ person }) => person === null)}
      right={right}
      columns={Object.entries(together).map(([key, columns]) => ({
        key,
        head: t(`import.column.${key}`),
        cell: cellOf(columns, places),
      }))}
      keepText={t('import.make', { count: right.length })}
      onKeep={() => onSend(right)}
      onAgain={onAgain}
      actions={made > 0 && <Button onClick={onFinish}>{t('import.toCodes', { count: made })}</Button>}
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
  return <ImportCell t={t} text={useUnderstood(row, column, places)} column={column} errors={row.errors} />
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
