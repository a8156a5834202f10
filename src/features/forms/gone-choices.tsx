// What was chosen and is offered no longer, because an answer it depends on changed: named, and taken out by a press.
// Nobody could finish a form with it otherwise, since what is not in the list cannot be unticked there.
import { chosenNames, textIn } from '#domain/questionnaire/form/form.ts'
import { Button } from '#ui/button.tsx'
import { Cluster } from '#ui/layout.tsx'
import type { ControlProps } from './control-props.ts'
import { useFillingWords } from './form-words.ts'

type GoneProps = Pick<ControlProps, 'board' | 'question' | 'state'>

/** Names of the form, in the order they were chosen. Rule FIL-24. */
export function goneNames({ question, state }: Pick<GoneProps, 'question' | 'state'>): readonly string[] {
  return chosenNames(question.kind, state.written).filter(
    (name) => !state.choices.some((choice) => choice.name === name),
  )
}

/** The words of a choice whether it is offered or not. */
export function useChoiceWords({ board, question }: Pick<GoneProps, 'board' | 'question'>): (name: string) => string {
  const { choiceOf } = useFillingWords()
  const { form } = board.compiled
  return (name) => {
    const choice = form.lists[question.list ?? '']?.choices.find((one) => one.name === name)
    return choice === undefined || textIn(choice.label, '', form.defaultLanguage) === '' ? name : choiceOf(form, choice)
  }
}

export const GoneChoices = (props: GoneProps & Pick<ControlProps, 'canEdit'>) => {
  const { board, question, state, canEdit } = props
  const { t } = useFillingWords()
  const wordsOf = useChoiceWords(props)
  const gone = state.problem?.kind === 'choice-gone' && canEdit && !state.readOnly ? goneNames(props) : []
  if (gone.length === 0) return null
  const takeOut = (name: string): void => {
    const isSeveral = question.kind === 'select_multiple'
    const kept = isSeveral
      ? state.written
          .trim()
          .split(/\s+/)
          .filter((one) => one !== name)
      : []
    board.answer(state.ref, kept.join(' '), false)
  }
  return (
    <Cluster>
      {gone.map((name) => (
        <Button key={name} icon="close" onClick={() => takeOut(name)}>
          {t('choiceDrop', { choice: wordsOf(name) })}
        </Button>
      ))}
    </Cluster>
  )
}
