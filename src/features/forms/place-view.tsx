// One place of a form on the screen: a heading, a note, a question with its control, or an instance of a repeat. It
// draws again when its own state changed and at no other time.
import { memo, Suspense } from 'react'
import { isQuestion } from '#domain/questionnaire/form/form.ts'
import { isTrial } from '#features/form-on-trial.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { ChoiceControl } from './choice-control.tsx'
import { CodeControl } from './code-control.tsx'
import type { ControlProps } from './control-props.ts'
import { FillingConflict, useAnswerAccess } from './filling-conflict.tsx'
import type { Place } from './filling-outline.ts'
import { useFillingWords } from './form-words.ts'
import styles from './forms.module.css'
import { AddInstance, InstanceHead } from './instance-parts.tsx'
import { LookAgain } from './look-again.tsx'
import type { OpenFilling } from './open-filling.ts'
import { placeId } from './paths.ts'
import { PhotoControl, PhotosBeside } from './photo-control.tsx'
import { PositionControl } from './position-control.tsx'
import { TrialFiles } from './trial-files.tsx'
import { usePlace } from './use-filling.ts'
import { WrittenControl } from './written-control.tsx'

export type PlaceProps = OpenFilling & {
  readonly place: Place
  readonly screen: ScreenProps
  readonly canEdit: boolean
  readonly isAlone?: boolean
}

export const PlaceView = memo((props: PlaceProps) => {
  const { place, board } = props
  const state = usePlace(board, place.ref)
  if (!state?.relevant) return null
  if (place.kind === 'instance') return <InstanceHead {...props} />
  if (place.kind === 'repeat-end') return <AddInstance {...props} state={state} />
  if (place.kind !== 'question') return state.label === '' ? null : <h3 className={styles.head}>{state.label}</h3>
  return isQuestion(place.node) ? <Asked {...props} state={state} question={place.node} /> : null
})

const Asked = (props: PlaceProps & Pick<ControlProps, 'state' | 'question'>) => {
  const { board, place, screen, canEdit, isAlone = false } = props
  const { canAnswer } = useAnswerAccess({ board, place: place.ref, screen, canEdit })
  const depth = isAlone ? 0 : Math.min(place.depth, 3)
  return (
    <div
      className={styles.place}
      data-alone={isAlone || undefined}
      data-depth={depth}
      id={placeId(place.ref)}
      tabIndex={-1}
    >
      <Control {...props} canEdit={canAnswer} isAlone={isAlone} />
      {takesPhotosBeside(props) && <PhotosBeside {...props} canEdit={canAnswer} />}
      <Suspense fallback={null}>
        <LookAgain {...{ board, canAnswer }} place={place.ref} />
        <FillingConflict {...{ board, screen, canEdit }} place={place.ref} />
      </Suspense>
    </div>
  )
}

/** A trial keeps no photo, and a question that is answered by photos has its strip already. Rule FRM-28. */
const takesPhotosBeside = ({ board, question: { kind, takesEvidence } }: Pick<ControlProps, 'board' | 'question'>) =>
  takesEvidence === true && !['image', 'file', 'note'].includes(kind) && !isTrial(board.id)

const Control = (props: ControlProps) => {
  const { kind } = props.question
  if (kind === 'note') return <Note {...props} />
  if (kind === 'select_one' || kind === 'select_multiple' || kind === 'acknowledge') return <ChoiceControl {...props} />
  if ((kind === 'image' || kind === 'file') && isTrial(props.board.id)) return <TrialFiles {...props} />
  if (kind === 'image' || kind === 'file') return <PhotoControl {...props} />
  if (kind === 'geopoint') return <PositionControl {...props} />
  return kind === 'barcode' ? <CodeControl {...props} /> : <WrittenControl {...props} />
}

/** Alone on a screen its words are the heading. */
const Note = ({ state, isAlone }: ControlProps) => {
  const { t } = useFillingWords()
  if (isAlone && state.hint === '') return null
  return (
    <div className={styles.note}>
      {!isAlone && <p>{state.label || t('note')}</p>}
      {state.hint !== '' && <p className={styles.soft}>{state.hint}</p>}
    </div>
  )
}
