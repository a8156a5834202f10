// The words around a control: label, hint, what is wrong, and whether an answer is needed.
import type { FieldTexts } from '#ui/field.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import type { ControlProps } from './control-props.ts'
import { useFillingWords } from './form-words.ts'

const hintKinds: ReadonlySet<string> = new Set(['date', 'time', 'dateTime', 'geopoint', 'decimal', 'barcode'])

export function useFieldTexts({ question, state, isAlone }: ControlProps): FieldTexts {
  const { t, problemOf } = useFillingWords()
  const { kind, unit } = question
  const label = unit === undefined || unit === '' ? state.label : t('withUnit', { label: state.label, unit })
  const own = state.hint === '' && hintKinds.has(kind) ? t(`hint.${kind}`) : state.hint
  const error = problemOf(state.problem)
  return {
    label: isAlone ? <VisuallyHidden>{label}</VisuallyHidden> : label,
    ...(own !== '' && { hint: own }),
    ...(error !== undefined && { error }),
    note: state.required ? t('required') : undefined,
  }
}
