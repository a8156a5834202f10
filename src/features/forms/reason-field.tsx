// Why a question on the conformity scale is not applicable: without it the answer does not count (FRM-15).
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import type { ControlProps } from './control-props.ts'
import { useFillingWords } from './form-words.ts'

export const ReasonField = ({ board, keeper, state, canEdit }: ControlProps) => {
  const { t } = useFillingWords()
  const isMissing = state.problem?.kind === 'reason-missing'
  return (
    <Field label={t('reason')} hint={t('reasonHint')} {...(isMissing && { error: t('problem.reason-missing') })}>
      <TextArea
        name={`${state.ref}#reason`}
        required
        value={state.reason}
        readOnly={!canEdit}
        onChange={(event) => board.giveReason(state.ref, event.target.value)}
        onBlur={() => void keeper.flush()}
      />
    </Field>
  )
}
