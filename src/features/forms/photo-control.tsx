// Questions that are answered by a photo or a file: the same strip as everywhere, hung on the answer of this question,
// which takes documents where the question is of type `file`; and a signature, drawn with a finger and kept like a photo.
import { memo } from 'react'
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import { FieldError } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { type ControlProps, hasAppearance } from './control-props.ts'
import { useFillingWords } from './form-words.ts'
import styles from './forms.module.css'
import { SignaturePad } from './signature-pad.tsx'

/** An answer elsewhere must not draw the photos again. */
const Photos = memo(EvidenceStrip)

export const PhotoControl = ({ board, question, state, screen, canEdit, isAlone }: ControlProps) => {
  const { t, problemOf } = useFillingWords()
  const { store, platform } = screen
  const [feed, of] = [board.feed, fillingAnswerId(board.id, state.ref)]
  const isSignature = hasAppearance(question, 'signature') || hasAppearance(question, 'draw')
  const mayChange = canEdit && !state.readOnly
  const error = problemOf(state.problem)
  const label = state.required ? t('labelRequired', { label: state.label }) : state.label
  return (
    <fieldset className={styles.several}>
      <legend>{isAlone ? <h1 tabIndex={-1}>{label}</h1> : label}</legend>
      {state.hint !== '' && <p className={styles.soft}>{state.hint}</p>}
      <Stack gap={3}>
        {isSignature && mayChange && <SignaturePad {...{ store, platform, feed, of }} label={state.label} />}
        <Photos
          {...{ store, platform, feed, of }}
          canEdit={mayChange && !isSignature}
          takesFiles={question.kind === 'file'}
          label={state.label}
        />
        {error !== undefined && <FieldError id={`${state.ref}-error`}>{error}</FieldError>}
      </Stack>
    </fieldset>
  )
}

/** Photos and documents beside an answer of any kind. */
export const PhotosBeside = ({
  board,
  state,
  screen,
  canEdit,
}: Pick<ControlProps, 'board' | 'state' | 'screen' | 'canEdit'>) => {
  const { t } = useFillingWords()
  const { store, platform } = screen
  return (
    <Photos
      {...{ store, platform }}
      feed={board.feed}
      of={fillingAnswerId(board.id, state.ref)}
      canEdit={canEdit && !state.readOnly}
      takesFiles
      label={t('evidenceOf', { label: state.label })}
    />
  )
}
