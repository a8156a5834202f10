// The value found instead of the commune's own, where one is known: chosen where the form offers choices, written where
// it asks for words, and read as the question's kind before it is stored.
import { isChoosing, type Question } from '#domain/questionnaire/form/form.ts'
import { answerValue, type Unreadable } from '#domain/questionnaire/session/answer-value.ts'
import { CheckRow } from '#ui/check-row.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { toggled } from './control-props.ts'
import { useFillingWords } from './form-words.ts'
import styles from './forms.module.css'
import type { VerifiedAnswer } from './verify-answer-screen.tsx'
import { useVerifyWords } from './verify-words.ts'

/** More choices than this are written by name: a list of thousands is no list to read. */
const MOST_CHOICES = 12
const UNKNOWN = ' '

/** Why a written value is none of the question's kind (31/11, words for a number); null where it can be read. Rule FIL-31. */
export const unreadableFound = (question: Question | undefined, value: string): Unreadable | null =>
  question === undefined || isChoosing(question.kind) ? null : answerValue(question.kind, value, false).unreadable

export const FOUND_NAME = 'value'

type FoundValueProps = VerifiedAnswer & { readonly value: string; readonly onChange: (value: string) => void }

/** Photos and files have no value to write. */
export const FoundValue = (props: FoundValueProps) => {
  const { compiled, question } = props
  if (question?.kind === 'image' || question?.kind === 'file') return null
  const choices = compiled?.form.lists[question?.list ?? '']?.choices ?? []
  if (choices.length === 0 || choices.length > MOST_CHOICES) return <Written {...props} />
  return question?.kind === 'select_multiple' ? <Several {...props} /> : <One {...props} />
}

const Written = ({ question, value, onChange }: FoundValueProps) => {
  const { t } = useVerifyWords()
  const words = useFillingWords().t
  const unreadable = unreadableFound(question, value)
  return (
    <Field
      label={t('value')}
      hint={t('valueHint')}
      {...(unreadable !== null && { error: words(`problem.${unreadable}`) })}
    >
      <TextInput name={FOUND_NAME} value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  )
}

const choicesOf = ({ compiled, question }: VerifiedAnswer) => compiled?.form.lists[question?.list ?? '']?.choices ?? []

const Several = (props: FoundValueProps) => {
  const { compiled, value, onChange } = props
  const { t } = useVerifyWords()
  const { choiceOf } = useFillingWords()
  const ticked = value.split(' ')
  return (
    <fieldset className={styles.several}>
      <legend>{t('value')}</legend>
      <p className={styles.soft}>{t('valueHint')}</p>
      {choicesOf(props).map((choice) => (
        <CheckRow
          key={choice.name}
          name={FOUND_NAME}
          label={compiled === null ? choice.name : choiceOf(compiled.form, choice)}
          checked={ticked.includes(choice.name)}
          onChange={() => onChange(toggled(value, choice.name))}
        />
      ))}
    </fieldset>
  )
}

const One = (props: FoundValueProps) => {
  const { compiled, answer, value, onChange } = props
  const { t } = useVerifyWords()
  const { choiceOf } = useFillingWords()
  const others = choicesOf(props).filter(({ name }) => name !== answer.value)
  return (
    <ChoiceGroup
      legend={t('value')}
      name={FOUND_NAME}
      value={value === '' ? UNKNOWN : value}
      onChange={(next) => onChange(next === UNKNOWN ? '' : next)}
      options={[
        ...others.map((choice) => ({
          value: choice.name,
          label: compiled === null ? choice.name : choiceOf(compiled.form, choice),
        })),
        { value: UNKNOWN, label: t('valueUnknown'), isDashed: true },
      ]}
    />
  )
}
