// The end of a form that is filled in at a visit: nothing is handed in here, it is sealed with the record of the visit.
// What is missing may wait; the visit says it again before it is sealed.
import type { ScreenProps } from '#features/screen-props.ts'
import { visitPath } from '#features/visit-path.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { OpenState } from './filling-gate.tsx'
import { useFillingWords } from './form-words.ts'
import { useWhole } from './use-filling.ts'

type VisitEndProps = { readonly screen: ScreenProps; readonly open: OpenState; readonly visit: string }

export const VisitEnd = ({ open: { board, canEdit }, visit }: VisitEndProps) => {
  const { t } = useFillingWords()
  useWhole(board)
  const missing = board.session.problems().length
  return (
    <>
      {canEdit && (
        <Notice tone={missing === 0 ? 'good' : 'warn'} icon="lock" title={t('visit.sealTitle')}>
          {missing === 0 ? t('visit.sealText') : t('visit.missing', { count: missing })}
        </Notice>
      )}
      <ButtonLink kind="main" icon={canEdit ? 'check' : 'pin'} href={visitPath(board.unitId, visit)}>
        {t(canEdit ? 'visit.done' : 'visit.back')}
      </ButtonLink>
    </>
  )
}
