// What every paper of this feature is made of: the heading block of an office's paper, named texts, the place to sign.
import type { ReactNode } from 'react'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import styles from './sheet.module.css'
import { useInspectionWords } from './use-inspection-words.ts'

export const Sheet = ({ children }: { readonly children: ReactNode }) => (
  <article className={styles.sheet}>{children}</article>
)

/** Not printed. */
export const ScreenOnly = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.screenOnly}>{children}</div>
)

type SheetHeadProps = {
  readonly agency: string
  readonly under?: string
  /** As it will be numbered by hand in the register of papers. */
  readonly number: string
  /** The commune by its full name; the line of the day names the locality without its kind. */
  readonly place: string
  readonly on: LocalDate | null
}

/** Days 1–9 and months 1–2 are written with a zero, as offices do. */
const dayParts = (on: LocalDate) => {
  const [year = '', month = '', day = ''] = on.split('-')
  return { year, month: Number(month) <= 2 ? month : String(Number(month)), day }
}

const localityOf = (commune: string): string => commune.replace(/^(xã|phường|thị trấn|đặc khu)\s+/iu, '')

export const SheetHead = ({ agency, under, number, place, on }: SheetHeadProps) => {
  const { t } = useInspectionWords()
  return (
    <>
      <div className={styles.heads}>
        <div className={styles.head}>
          <p className={styles.strong}>{agency}</p>
          {under !== undefined && <p>{under}</p>}
          <p>{number}</p>
        </div>
        <div className={styles.head}>
          <p className={styles.strong}>{t('sheet.motto1')}</p>
          <p className={styles.strong}>{t('sheet.motto2')}</p>
        </div>
      </div>
      {on !== null && (
        <p className={styles.line}>
          {[localityOf(place), t('sheet.dayLine', dayParts(on))].filter(Boolean).join(', ')}
        </p>
      )}
    </>
  )
}

export const SheetTitle = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) => (
  <div className={styles.title}>
    <p className={styles.strong}>{title}</p>
    {lines
      .filter((line) => line !== '')
      .map((line) => (
        <p key={line}>{line}</p>
      ))}
  </div>
)

export const Words = ({ children }: { readonly children: string }) => {
  const { t } = useInspectionWords()
  return <p className={styles.words}>{children.trim() === '' ? t('sheet.nothing') : children}</p>
}

type SignsProps = { readonly signs: readonly { readonly over: string; readonly under?: string }[] }

export const Signs = ({ signs }: SignsProps) => {
  const { t } = useInspectionWords()
  return (
    <div className={styles.signs}>
      {signs.map(({ over, under }) => (
        <div key={over} className={styles.sign}>
          <p className={styles.strong}>{over}</p>
          {under !== undefined && <p className={styles.strong}>{under}</p>}
          <p>{t('sheet.signHint')}</p>
        </div>
      ))}
    </div>
  )
}

/** As it stands inside a sentence: "UBND xã …". */
export const insideSentence = (commune: string): string => commune.charAt(0).toLocaleLowerCase('vi') + commune.slice(1)
