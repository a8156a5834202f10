// The texts of an answer: why it does not apply (compulsory with that choice, SA-1), and a free note.
import { SavedNote } from '#features/saved-note.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { TextArea } from '#ui/text-area.tsx'
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
    <Stack gap={1}>
      <Field
        label={t('question.reason')}
        hint={t('question.reasonHint')}
        error={waitsForReason && isRefused ? t('problems:answer.reason-missing') : undefined}
      >
        <TextArea
          name={REASON_NAME}
          required
          value={reason.value}
          readOnly={!canEdit}
          onChange={(event) => reason.change(event.target.value)}
          onBlur={() => void reason.flush()}
        />
      </Field>
      {canEdit && !waitsForReason && <SavedNote state={reason} onRetry={() => void reason.flush()} />}
    </Stack>
  )
}

export const NoteField = ({ answer: { note }, canEdit }: TextProps) => {
  const { t } = useRoundWords()
  return (
    <Stack gap={1}>
      <Field label={t('question.note')} note={t('common:optional')}>
        <TextArea
          name="note"
          value={note.value}
          readOnly={!canEdit}
          onChange={(event) => note.change(event.target.value)}
          onBlur={() => void note.flush()}
        />
      </Field>
      {canEdit && <SavedNote state={note} onRetry={() => void note.flush()} />}
    </Stack>
  )
}
