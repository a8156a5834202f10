// Takes a single choice back that nobody has to make. What was pressed goes away with the choice, so the focus goes to
// the choices: whoever works with the keyboard stays where they are.
import type { MouseEvent } from 'react'
import { Button } from '#ui/button.tsx'
import type { ControlProps } from './control-props.ts'
import { useFillingWords } from './form-words.ts'

/** Rule FIL-25. */
export const ClearChoice = ({ board, question, state, canEdit }: ControlProps) => {
  const { t } = useFillingWords()
  const isOffered = question.kind === 'select_one' && !state.required && canEdit && !state.readOnly
  // One that is offered no longer is named by its words and taken out there.
  if (!isOffered || state.written === '' || state.problem?.kind === 'choice-gone') return null
  const clear = ({ currentTarget }: MouseEvent): void => {
    const place = currentTarget.closest('fieldset, [id^="place-"]')
    place?.querySelector<HTMLElement>('input, button')?.focus()
    board.answer(state.ref, '', false)
  }
  return (
    <div>
      <Button kind="plain" aria-label={t('clearChoiceOf', { label: state.label })} onClick={clear}>
        {t('clearChoice')}
      </Button>
    </div>
  )
}
