// Eleven stages in one line of a list, as cheap as can be: one named image made of plain boxes, because fifty lines of
// drawn cells would be three thousand elements. Same shapes as the kit's cells: framed tick, full tick, half full,
// hatched, dashed.
import type { StageMark } from '#domain/reporting/commune-summary.ts'
import { cellByStatus } from './commune-words.ts'
import styles from './stage-strip.module.css'

type StageStripProps = { readonly marks: readonly StageMark[]; readonly label: string }

export const StageStrip = ({ marks, label }: StageStripProps) => {
  const naming = { role: 'img', 'aria-label': label }
  return (
    <span className={styles.strip} {...naming}>
      {marks.map(({ stage, status }) => (
        <i key={stage} data-state={cellByStatus[status]} />
      ))}
    </span>
  )
}
