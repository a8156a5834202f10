// A paper of a commune's People's Committee as offices head it: the State's name and motto, the office, number, place and
// day, then the title. On the screen it is a sheet among other things; on A4 it is the page, and what belongs to the
// screen alone is left out.
import type { ReactNode } from 'react'
import { useText } from '#ui/text/text-context.tsx'
import styles from './official-paper.module.css'

type OfficialPaperProps = {
  /** Name of the commune, e.g. "xã Đoàn Kết". */
  readonly commune: string
  /** Dots to be filled in by hand where it is left out. */
  readonly number?: string
  /** `YYYY-MM-DD`. */
  readonly on: string
  readonly title: string
  readonly subtitle?: string
  /** Line below the office, e.g. "dữ liệu minh họa". */
  readonly mark?: string
  readonly children: ReactNode
}

export const OfficialPaper = ({ commune, number, on, title, subtitle, mark, children }: OfficialPaperProps) => {
  const { t } = useText('paper')
  const [year = '', month = '', day = ''] = on.split('-')
  return (
    <article className={styles.paper} aria-label={title}>
      <div className={styles.head}>
        <div>
          <p className={styles.upper}>{t('committee')}</p>
          <p className={`${styles.upper} ${styles.strong}`}>{commune}</p>
          <p>{t('number', { number: number ?? t('blank') })}</p>
          {mark !== undefined && <p>{mark}</p>}
        </div>
        <div>
          <p className={styles.upper}>{t('nation')}</p>
          <p className={styles.strong}>{t('motto')}</p>
          <p className={styles.dateline}>{t('dateline', { place: commune, day, month, year })}</p>
        </div>
      </div>
      <div className={styles.title}>
        <h2>{title}</h2>
        {subtitle !== undefined && <p>{subtitle}</p>}
      </div>
      <div className={styles.body}>{children}</div>
    </article>
  )
}

type PaperTableProps = {
  readonly label: string
  readonly heads: readonly string[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}

/** Its head repeats on every page, and no row breaks in two. */
export const PaperTable = ({ label, heads, rows }: PaperTableProps) => (
  // A scrolling region must be reachable by keyboard.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, at) => (
              <td key={heads[at] ?? at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** Where those who sign put their name, left to right. */
export const PaperHands = ({
  hands,
}: {
  readonly hands: readonly { readonly title: string; readonly name: string }[]
}) => {
  const { t } = useText('paper')
  return (
    <div className={styles.hands}>
      {hands.map(({ title, name }) => (
        <div key={title}>
          <p>
            <b className={styles.upper}>{title}</b>
          </p>
          <p>{t('sign')}</p>
          <p>{name}</p>
        </div>
      ))}
    </div>
  )
}

type ScreenOnlyProps = {
  /** Goes onto paper after all, without being drawn anew. */
  readonly isPrinted?: boolean
  readonly children: ReactNode
}

export const ScreenOnly = ({ isPrinted = false, children }: ScreenOnlyProps) => (
  <div className={styles.screenOnly} data-printed={isPrinted || undefined}>
    {children}
  </div>
)

/** What only paper has: a table in place of rows to press. */
export const PrintOnly = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.printOnly}>{children}</div>
)
