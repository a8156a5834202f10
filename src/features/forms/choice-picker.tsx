// Choosing out of a long list: what is chosen, and a search that shows a few dozen rows however many there are.
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { type Choice, chosenNames } from '#domain/questionnaire/form/form.ts'
import { Button } from '#ui/button.tsx'
import { FieldError } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { findChoices, prepareKeys } from './choice-search.ts'
import { ClearChoice } from './clear-choice.tsx'
import { type ControlProps, toggled } from './control-props.ts'
import { useFillingWords } from './form-words.ts'
import styles from './forms.module.css'

const AT_ONCE = 30

export const ChoicePicker = (props: ControlProps) => {
  const { state, canEdit, isAlone } = props
  const { t, problemOf } = useFillingWords()
  const [isOpen, setOpen] = useState(false)
  const error = problemOf(state.problem)
  const isReadOnly = !canEdit || state.readOnly
  const label = state.required ? t('labelRequired', { label: state.label }) : state.label
  return (
    <fieldset className={styles.several}>
      <legend>{isAlone ? <h1 tabIndex={-1}>{label}</h1> : label}</legend>
      {state.hint !== '' && <p className={styles.soft}>{state.hint}</p>}
      <Chosen {...props} />
      {!isReadOnly && !isOpen && (
        <div>
          <Button icon="search" onClick={() => setOpen(true)}>
            {t(state.written === '' ? 'picker.open' : 'picker.change')}
          </Button>
        </div>
      )}
      {!isOpen && <ClearChoice {...props} />}
      {!isReadOnly && isOpen && <Search {...props} onDone={() => setOpen(false)} />}
      {error !== undefined && <FieldError id={`${state.ref}-error`}>{error}</FieldError>}
    </fieldset>
  )
}

const Chosen = ({ board, state: { written }, question }: ControlProps) => {
  const { t, choiceOf } = useFillingWords()
  const { form } = board.compiled
  const labels = useMemo(() => {
    const names = chosenNames(question.kind, written)
    const all = form.lists[question.list ?? '']?.choices ?? []
    return all.filter(({ name }) => names.includes(name)).map((choice) => choiceOf(form, choice))
  }, [form, question, written, choiceOf])
  return <p>{labels.length === 0 ? t('picker.nothing') : <b>{labels.join('; ')}</b>}</p>
}

const Search = ({ board, state, question, onDone }: ControlProps & { readonly onDone: () => void }) => {
  const { t, choiceOf } = useFillingWords()
  const { form } = board.compiled
  const [text, setText] = useState('')
  const [most, setMost] = useState(AT_ONCE)
  const asked = useDeferredValue(text)
  const labelOf = useCallback((choice: Choice) => choiceOf(form, choice), [form, choiceOf])
  const { choices } = state
  useEffect(() => prepareKeys(choices, labelOf), [choices, labelOf])
  const found = useMemo(() => findChoices(choices, asked, most, labelOf), [choices, asked, most, labelOf])
  const chosen = new Set(chosenNames(question.kind, state.written))
  const choose = ({ name }: Choice): void => {
    const isOne = question.kind === 'select_one'
    board.answer(state.ref, isOne ? name : toggled(state.written, name), false)
    if (isOne) onDone()
  }
  const status = found.hasMore
    ? t('picker.more', { count: found.choices.length, total: choices.length })
    : t('picker.found', { count: found.choices.length })
  return (
    <Stack gap={3}>
      <SearchField
        label={t('picker.search')}
        value={text}
        onChange={(next) => {
          setText(next)
          setMost(AT_ONCE)
        }}
        clearLabel={t('search.clear')}
        status={status}
      />
      <Rows label={state.label}>
        {found.choices.map((choice) => (
          <Row
            key={choice.name}
            title={labelOf(choice)}
            onPress={() => choose(choice)}
            isCurrent={chosen.has(choice.name)}
            cue={t(chosen.has(choice.name) ? 'picker.chosen' : 'picker.choose')}
          />
        ))}
      </Rows>
      <div className={styles.buttons}>
        {found.hasMore && <Button onClick={() => setMost(most + AT_ONCE)}>{t('picker.showMore')}</Button>}
        <Button onClick={onDone}>{t('picker.close')}</Button>
      </div>
    </Stack>
  )
}
