// Questions that are answered by writing: texts, numbers, dates, times. What was written stays as it was written; what
// it comes to is the session's business, and what is wrong stands under the field.
import type { Question } from '#domain/questionnaire/form/form.ts'
import { DateField } from '#ui/date-field.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { type ControlProps, hasAppearance } from './control-props.ts'
import { useFieldTexts } from './field-texts.tsx'
import { shownMoment, tidyMoment, tidyTime } from './tidy-time.ts'

export const WrittenControl = (props: ControlProps) => {
  const { board, keeper, question, state, canEdit } = props
  const texts = useFieldTexts(props)
  const { ref, written } = state
  const change = (text: string): void => board.answer(ref, text, true)
  const leave = (): void => void keeper.flush()
  const isReadOnly = !canEdit || state.readOnly
  if (question.kind === 'date')
    return <DateField {...texts} name={ref} value={written} disabled={isReadOnly} onChange={change} onBlur={leave} />
  if (question.kind === 'text' && hasAppearance(question, 'multiline'))
    return (
      <Field {...texts}>
        <TextArea
          name={ref}
          value={written}
          readOnly={isReadOnly}
          onChange={(event) => change(event.target.value)}
          onBlur={leave}
        />
      </Field>
    )
  const tidy = tidyFor[question.kind]
  return (
    <Field {...texts}>
      <TextInput
        name={ref}
        value={question.kind === 'dateTime' ? shownMoment(written) : written}
        readOnly={isReadOnly}
        inputMode={inputModeOf(question)}
        autoComplete="off"
        onChange={(event) => change(event.target.value)}
        onBlur={() => {
          const tidied = tidy?.(written) ?? written
          if (tidied !== written) change(tidied)
          leave()
        }}
      />
    </Field>
  )
}

/** Which keys the device offers. */
function inputModeOf(question: Question): 'text' | 'decimal' | 'numeric' {
  if (question.kind === 'decimal') return 'decimal'
  return question.kind === 'text' && !hasAppearance(question, 'numbers') ? 'text' : 'numeric'
}

const tidyFor: Readonly<Record<string, (text: string) => string>> = { time: tidyTime, dateTime: tidyMoment }
