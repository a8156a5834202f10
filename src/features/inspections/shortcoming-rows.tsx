// Shortcomings as rows, heaviest first, each with its day and, once it is followed, how it stands.
import type { InspectionView } from '#data/contract/inspection-contract.ts'
import { shortcomingsInOrder } from '#domain/inspection/minutes.ts'
import type { Shortcoming } from '#domain/inspection/shortcoming.ts'
import { Row, Rows } from '#ui/rows.tsx'
import { Tag } from '#ui/tag.tsx'
import { inspectionPath } from './paths.ts'
import { toneByGrade, useInspectionWords } from './use-inspection-words.ts'

type ShortcomingRowsProps = {
  readonly inspection: InspectionView
  readonly shortcomings: readonly Shortcoming[]
}

export const ShortcomingRows = ({ inspection, shortcomings }: ShortcomingRowsProps) => {
  const { t, dayText } = useInspectionWords()
  if (shortcomings.length === 0) return <p>{t('shortcoming.none')}</p>
  return (
    <Rows label={t('shortcoming.title')}>
      {shortcomingsInOrder(shortcomings).map(({ id, facts, grade, dueOn }) => (
        <Row
          key={id}
          title={facts}
          detail={
            dueOn === null || dueOn.text === '' ? t('shortcoming.noDue') : t('shortcoming.due', { day: dayText(dueOn) })
          }
          trailing={<Tag tone={grade === null ? 'idle' : toneByGrade[grade]}>{t(`grade.${grade ?? 'none'}`)}</Tag>}
          href={inspectionPath(inspection.unit, inspection.id, 'shortcoming', id)}
        />
      ))}
    </Rows>
  )
}
