// The texts of an answer: why it does not apply (compulsory with that choice, SA-1), and a free note.
import { KeptTextField } from '#features/kept-text-field.tsx'
import { useRoundWords } from './round-words.ts'
import type { AnswerOnScreen } from './use-answer.ts'

type TextProps = { readonly answer: AnswerOnScreen; readonly canEdit: boolean }

/** Name of the reason's control, so that whoever is held back is led to it. */
export const REASON_NAME = 'reason'

export const ReasonField = ({ answer, canEdit, isAsked }: TextProps & { readonly isAsked: boolean }) => {
  const { t } = useRoundWords()
  const { reason, waitsForReason } = answer
  // A missing reason is asked for at the field; it is no failed write.
  const isRefused = isAsked || reason.problem?.code === 'answer.reason-missing'
  return (
    <KeptTextField
      name={REASON_NAME}
      label={t('question.reason')}
      hint={t('question.reasonHint')}
      error={waitsForReason && isRefused ? t('problems:answer.reason-missing') : undefined}
      kept={reason}
      canEdit={canEdit}
      isSilent={waitsForReason}
      required
    />
  )
}

export const NoteField = ({ answer: { note }, canEdit }: TextProps) => {
  const { t } = useRoundWords()
  return (
    <KeptTextField name="note" label={t('question.note')} note={t('common:optional')} kept={note} canEdit={canEdit} />
  )
}
