// A paper as offices head it: who issues it, the State's name and motto, number, place and day, then the title. On the
// screen it is a sheet among other things; on A4 it is the page, and what belongs to the screen alone is left out.
import type { ReactNode } from 'react'
import { useText } from '#ui/text/text-context.tsx'
import styles from './official-paper.module.css'
import { localityOf } from './place-words.ts'

type OfficialPaperProps = {
  /** Name of the commune, e.g. "xã Đoàn Kết". */
  readonly commune: string
  /** Who issues it and below that by what right, where it is not the People's Committee of the commune. */
  readonly agency?: { readonly name: string; readonly under?: string }
  /** Dots to be filled in by hand where it is left out. */
  readonly number?: string
  /** `YYYY-MM-DD`; null where the day is filled in by hand. */
  readonly on: string | null
  readonly title: string
  readonly subtitle?: string
  /** Line below the office, e.g. "dữ liệu minh họa". */
  readonly mark?: string
  /** For a table with many columns. */
  readonly isLandscape?: boolean
  readonly children: ReactNode
}

export const OfficialPaper = ({ title, subtitle, isLandscape = false, children, ...head }: OfficialPaperProps) => (
  <article className={styles.paper} aria-label={title} data-landscape={isLandscape || undefined}>
    <PaperHead {...head} />
    <div className={styles.title}>
      <h2>{title}</h2>
      {subtitle !== undefined && <p>{subtitle}</p>}
    </div>
    <div className={styles.body}>{children}</div>
  </article>
)

/** As offices write a day: the first nine days and the first two months with a zero. */
function dayParts(on: string) {
  const [year = '', month = '', day = ''] = on.split('-')
  return { year, month: Number(month) <= 2 ? month : String(Number(month)), day }
}

type PaperHeadProps = Pick<OfficialPaperProps, 'commune' | 'agency' | 'number' | 'on' | 'mark'>

export const PaperHead = ({ commune, agency, number, on, mark }: PaperHeadProps) => {
  const { t } = useText('paper')
  const dots = { day: t('dots'), month: t('dots'), year: t('dots') }
  return (
    <div className={styles.head}>
      <div>
        {agency === undefined && <p className={styles.upper}>{t('committee')}</p>}
        <p className={`${styles.upper} ${styles.strong}`}>{agency?.name ?? commune}</p>
        {agency?.under !== undefined && <p>{agency.under}</p>}
        <p>{t('number', { number: number ?? t('blank') })}</p>
        {mark !== undefined && <p data-mark>{mark}</p>}
      </div>
      <div>
        <p className={`${styles.upper} ${styles.nation}`}>{t('nation')}</p>
        <p className={styles.strong}>{t('motto')}</p>
        <p className={styles.dateline}>
          {t('dateline', { place: localityOf(commune), ...(on === null ? dots : dayParts(on)) })}
        </p>
      </div>
    </div>
  )
}

type PaperTableProps = {
  readonly label: string
  readonly heads: readonly string[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
  /** From this column on, counted from 0, cells hold a mark or a figure. */
  readonly centeredFrom?: number
  /** Of the columns in percent, where tables below each other have the same ones; by their content unless told. */
  readonly widths?: readonly number[]
}

/** Its head repeats on every page, and no row breaks in two. */
export const PaperTable = ({ label, heads, rows, centeredFrom = heads.length, widths }: PaperTableProps) => (
  // A scrolling region must be reachable by keyboard, and a fieldset holds things to fill in.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role
  <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
    <table
      className={styles.table}
      aria-label={label}
      data-few={heads.length < 3 || undefined}
      data-fixed={widths && true}
    >
      {widths && (
        <colgroup>
          {widths.map((width, at) => (
            <col key={heads[at] ?? at} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
      )}
      <thead>
        <tr>
          {heads.map((head, at) => (
            <th key={head} scope="col" data-center={at >= centeredFrom || undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, at) => (
              <td key={heads[at] ?? at} data-center={at >= centeredFrom || undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

type PaperFactsProps = { readonly facts: readonly { readonly term: string; readonly value: ReactNode }[] }

/** What is said under a name each, one below the other. */
export const PaperFacts = ({ facts }: PaperFactsProps) => (
  <table className={`${styles.table} ${styles.facts}`}>
    <tbody>
      {facts.map(({ term, value }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a list that is only read
        <tr key={`${index} ${term}`}>
          <th scope="row">{term}</th>
          <td>{value}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** Lines of one cell, one below the other; empty ones are left out. */
export const PaperLines = ({ lines }: { readonly lines: readonly string[] }) =>
  lines
    .flatMap((line) => line.split('\n'))
    .filter((line) => line.trim() !== '')
    // oxlint-disable-next-line react/no-array-index-key -- a list that is only read
    .map((line, index) => <div key={`${index} ${line}`}>{line}</div>)

type Hand = {
  readonly title: string
  /** The post below the body it signs for: "TM. …" and then "Chủ tịch". */
  readonly post?: string
  readonly name?: string
}

/** Where those who sign put their name, left to right; one alone stands on the right. */
export const PaperHands = ({ hands }: { readonly hands: readonly Hand[] }) => {
  const { t } = useText('paper')
  return (
    <div className={styles.hands}>
      {hands.map(({ title, post, name = '' }) => (
        <div key={title}>
          {[title, post].map(
            (line) =>
              line !== undefined && (
                <p key={line}>
                  <b className={styles.upper}>{line}</b>
                </p>
              ),
          )}
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
