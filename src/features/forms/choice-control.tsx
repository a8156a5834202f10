// Questions that are answered by choosing. A handful of choices are large rows; a long list is searched.
import { useMemo } from 'react'
import type { Choice } from '#domain/questionnaire/form/form.ts'
import { CheckRow } from '#ui/check-row.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { FieldError } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { ChoicePicker } from './choice-picker.tsx'
import { ClearChoice } from './clear-choice.tsx'
import { type ControlProps, hasAppearance, toggled } from './control-props.ts'
import { useFillingWords } from './form-words.ts'
import { GoneChoices, useChoiceWords } from './gone-choices.tsx'
import { ReasonField } from './reason-field.tsx'
import styles from './forms.module.css'

/** More choices than this are searched and not all painted. */
const MOST_ROWS = 12

/** The answer of "acknowledge", as every tool of the field writes it. */
const ACKNOWLEDGED = 'OK'

const NOT_APPLICABLE = 'na'

export const ChoiceControl = (props: ControlProps) => {
  const { question } = props
  if (question.kind === 'acknowledge') return <Acknowledge {...props} />
  return (
    <Stack gap={3}>
      <Choices {...props} />
      <GoneChoices {...props} />
    </Stack>
  )
}

const Choices = (props: ControlProps) => {
  const { question, state } = props
  if (state.choices.length > MOST_ROWS) return <ChoicePicker {...props} />
  return question.kind === 'select_one' ? <OneOf {...props} /> : <SeveralOf {...props} />
}

/** A choice that was taken away by a filter stays to be seen, or nobody could tell what is wrong. */
const OneOf = (props: ControlProps) => {
  const { board, question, state, canEdit, isAlone } = props
  const { t, choiceOf, problemOf } = useFillingWords()
  const { form } = board.compiled
  const isScale = hasAppearance(question, 'conformity')
  const options = useMemo(
    () =>
      state.choices.map((choice) => {
        const label = choiceOf(form, choice)
        const isOutside = isScale && choice.name === NOT_APPLICABLE
        return { value: choice.name, label, ...(isScale && !isOutside && { figure: choice.name }), isDashed: isOutside }
      }),
    [state.choices, form, isScale, choiceOf],
  )
  // A missing reason is said at its field.
  const own = state.problem?.kind === 'reason-missing' ? undefined : problemOf(state.problem)
  const wordsOf = useChoiceWords(props)
  const gone = state.problem?.kind === 'choice-gone' ? wordsOf(state.written) : undefined
  return (
    <Stack gap={3}>
      <ChoiceGroup
        legend={state.required ? t('labelRequired', { label: state.label }) : state.label}
        legendSize={isAlone ? 'question' : 'label'}
        name={state.ref}
        value={state.written}
        disabled={!canEdit || state.readOnly}
        onChange={(value) => board.answer(state.ref, value, false)}
        options={options}
        {...(state.hint !== '' && { hint: state.hint })}
        error={gone === undefined ? own : t('choiceGone', { choice: gone })}
      />
      <ClearChoice {...props} />
      {isScale && state.written === NOT_APPLICABLE && <ReasonField {...props} />}
    </Stack>
  )
}

const SeveralOf = ({ board, state, canEdit, isAlone }: ControlProps) => {
  const { t, choiceOf, problemOf } = useFillingWords()
  const chosen = new Set(state.written.split(/\s+/))
  const error = problemOf(state.problem)
  const label = state.required ? t('labelRequired', { label: state.label }) : state.label
  return (
    <fieldset className={styles.several} disabled={!canEdit || state.readOnly}>
      <legend>{isAlone ? <h1 tabIndex={-1}>{label}</h1> : label}</legend>
      {state.hint !== '' && <p className={styles.soft}>{state.hint}</p>}
      {state.choices.map((choice: Choice) => (
        <CheckRow
          key={choice.name}
          name={state.ref}
          label={choiceOf(board.compiled.form, choice)}
          checked={chosen.has(choice.name)}
          onChange={() => board.answer(state.ref, toggled(state.written, choice.name), false)}
        />
      ))}
      {error !== undefined && <FieldError id={`${state.ref}-error`}>{error}</FieldError>}
    </fieldset>
  )
}

const Acknowledge = ({ board, state, canEdit }: ControlProps) => (
  <CheckRow
    name={state.ref}
    label={state.label}
    {...(state.hint !== '' && { detail: state.hint })}
    disabled={!canEdit || state.readOnly}
    checked={state.written === ACKNOWLEDGED}
    onChange={(event) => board.answer(state.ref, event.target.checked ? ACKNOWLEDGED : '', false)}
  />
)
