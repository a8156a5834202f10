// A table that stays readable: its head keeps in view while it scrolls, and where its room is narrower than 560 px
// every row becomes a card with the column's name before each value. It stays a <table> in the tree either way.
import { type ReactNode, useId } from 'react'
import styles from './data-table.module.css'

export type Column<T> = {
  readonly key: string
  readonly head: ReactNode
  /** The column's full name, where `head` is short ("G0"); it stands before the value in a card. */
  readonly headLabel?: string
  readonly align?: 'start' | 'center' | 'end'
  readonly isRowHead?: boolean
  readonly cell: (row: T) => ReactNode
}

type DataTableProps<T> = {
  readonly caption: string
  readonly captionHidden?: boolean
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => string
  readonly empty?: ReactNode
  readonly foot?: ReactNode
}

export const DataTable = <T,>(props: DataTableProps<T>) => {
  const captionId = useId()
  const { caption, captionHidden = false, columns, rows, rowKey, empty, foot } = props
  return (
    <div className={styles.table} data-caption-hidden={captionHidden || undefined}>
      <div className={styles.caption} id={captionId}>
        {caption}
      </div>
      {rows.length === 0 && empty}
      {rows.length > 0 && (
        // A scrolling region must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className={styles.scroll} aria-labelledby={captionId} tabIndex={0}>
          <table aria-labelledby={captionId}>
            <thead>
              <tr>{columns.map(headCell)}</tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={rowKey(row)}>{columns.map((column) => bodyCell(column, row))}</tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {foot !== undefined && <div className={styles.foot}>{foot}</div>}
    </div>
  )
}

const headCell = <T,>({ key, head, headLabel, align }: Column<T>) => (
  <th scope="col" key={key} data-align={align} aria-label={headLabel} title={headLabel}>
    {head}
  </th>
)

const bodyCell = <T,>({ key, head, headLabel, align, isRowHead = false, cell }: Column<T>, row: T) => {
  const name = headLabel ?? (typeof head === 'string' ? head : undefined)
  return isRowHead ? (
    <th scope="row" key={key} data-align={align}>
      {cell(row)}
    </th>
  ) : (
    <td key={key} data-align={align} data-label={name}>
      <span>{cell(row)}</span>
    </td>
  )
}
