// One place of a form on the screen: a heading, a note, a question with its control, or an instance of a repeat. It
// draws again when its own state changed and at no other time.
import { memo } from 'react'
import { isQuestion } from '#domain/questionnaire/form/form.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { AnswerConflict } from './answer-conflict.tsx'
import { ChoiceControl } from './choice-control.tsx'
import { CodeControl } from './code-control.tsx'
import type { ControlProps } from './control-props.ts'
import type { Place } from './filling-outline.ts'
import { useFillingWords } from './form-words.ts'
import styles from './forms.module.css'
import { AddInstance, InstanceHead } from './instance-parts.tsx'
import type { OpenFilling } from './open-filling.ts'
import { placeId } from './paths.ts'
import { PhotoControl } from './photo-control.tsx'
import { PositionControl } from './position-control.tsx'
import { useBeside, usePlace } from './use-filling.ts'
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
  const { node } = place
  if (!isQuestion(node)) return null
  const depth = props.isAlone === true ? 0 : Math.min(place.depth, 3)
  return (
    <div
      className={styles.place}
      data-alone={props.isAlone || undefined}
      data-depth={depth}
      id={placeId(place.ref)}
      tabIndex={-1}
    >
      <Control {...props} state={state} question={node} isAlone={props.isAlone ?? false} />
      <Conflict {...props} />
    </div>
  )
})

const Conflict = ({ board, place, screen, canEdit }: PlaceProps) => {
  const { hasConflict } = useBeside(board, place.ref)
  return hasConflict ? <AnswerConflict {...{ board, screen, canEdit }} place={place.ref} /> : null
}

const Control = (props: ControlProps) => {
  const { kind } = props.question
  if (kind === 'note') return <Note {...props} />
  if (kind === 'select_one' || kind === 'select_multiple' || kind === 'acknowledge') return <ChoiceControl {...props} />
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
