// Finds the line with the columns' names: offices put a title above the table, move columns and write the names with or
// without tone marks. What is not one of ours is passed over.
import { searchKey } from '#domain/kernel/search-key.ts'
import { type CellValue, type ImportColumn, importColumns } from './import-row.ts'

const namesOf: Readonly<Record<ImportColumn, readonly string[]>> = {
  position: ['chuc danh', 'chuc vu', 'position', 'title'],
  unit: ['don vi', 'noi', 'xa', 'unit', 'place'],
  role: ['vai tro', 'role'],
  from: ['tu ngay', 'from', 'from day', 'from date'],
  to: ['den ngay', 'to', 'to day', 'to date'],
  username: ['ten dang nhap', 'tai khoan', 'user name', 'username', 'sign-in name'],
}

const needed: readonly ImportColumn[] = ['position', 'unit', 'role']

export interface SheetHead {
  /** Index of its row. */
  readonly at: number
  readonly columnOf: ReadonlyMap<ImportColumn, number>
}

const LATEST_HEAD = 20

/** `Từ ngày *` and `Chức danh (bắt buộc)` are the same columns as without. */
const plain = (cell: CellValue | undefined): string =>
  typeof cell === 'string' ? searchKey(cell.replace(/\(.*?\)|\*/g, '')) : ''

function columnsOf(row: readonly CellValue[]): ReadonlyMap<ImportColumn, number> {
  const names = row.map(plain)
  return new Map(
    importColumns.flatMap((column) => {
      const at = names.findIndex((name) => namesOf[column].includes(name))
      return at === -1 ? [] : [[column, at] as const]
    }),
  )
}

export function findHead(rows: readonly (readonly CellValue[])[]): SheetHead | undefined {
  for (const [at, row] of rows.slice(0, LATEST_HEAD).entries()) {
    const columnOf = columnsOf(row)
    if (needed.every((column) => columnOf.has(column))) return { at, columnOf }
  }
  return undefined
}
