// The head of an office paper: the office on the left, the motto of the State on the right, place and day below it.
import { usePlanningWords } from './use-planning-words.ts'
import paper from './paper.module.css'

type PaperHeadProps = {
  readonly place: string
  readonly title: string
  readonly number?: string
  readonly subtitle?: string
}

export const PaperHead = ({ place, title, number, subtitle }: PaperHeadProps) => {
  const { t } = usePlanningWords()
  return (
    <>
      <div className={paper.head}>
        <div>
          <strong>{t('paper.office', { place: place.toLocaleUpperCase('vi') })}</strong>
          {number !== undefined && <span>{t('paper.number', { number })}</span>}
        </div>
        <div>
          <strong>{t('paper.country')}</strong>
          <strong>{t('paper.motto')}</strong>
          <em>{t('paper.day')}</em>
        </div>
      </div>
      <h2 className={paper.title}>{title}</h2>
      {subtitle !== undefined && <p>{subtitle}</p>}
    </>
  )
}

type PaperSignsProps = { readonly left: string; readonly right: string; readonly rightName?: string }

export const PaperSigns = ({ left, right, rightName }: PaperSignsProps) => (
  <div className={paper.signs}>
    <div>
      <strong>{left}</strong>
      <p />
    </div>
    <div>
      <strong>{right}</strong>
      <p />
      {rightName}
    </div>
  </div>
)
