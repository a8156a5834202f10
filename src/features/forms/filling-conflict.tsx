// Where two people answered one question differently: both answers in the words of the form, and who may choose. Until
// somebody did, nobody else answers over them. Rule FIL-9.
import type { JsonValue } from '#domain/change/op.ts'
import { mayChooseBetween } from '#domain/access/choice-rights.ts'
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { pathOf } from '#domain/questionnaire/filling/progress.ts'
import { chosenNames } from '#domain/questionnaire/form/form.ts'
import { AnswerConflict } from '#features/answer-conflict.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import type { FillingBoard } from './filling-board.ts'
import { useFillingWords } from './form-words.ts'
import { useBeside } from './use-filling.ts'

type DisputedProps = {
  readonly board: FillingBoard
  readonly place: string
  readonly screen: Pick<ScreenProps, 'store' | 'person'>
  readonly canEdit: boolean
}

/** Whether two answers stand here, who may choose, and whether this person may answer meanwhile. */
export function useAnswerAccess({ board, place, screen: { person }, canEdit }: DisputedProps) {
  const { hasConflict } = useBeside(board, place)
  const canChoose = canEdit && mayChooseBetween(person, 'filling-answer', board.feed)
  return { hasConflict, canChoose, canAnswer: canEdit && (canChoose || !hasConflict) }
}

export const FillingConflict = (props: DisputedProps) => {
  const { choiceOf } = useFillingWords()
  const { board, place, screen } = props
  const { hasConflict, canChoose } = useAnswerAccess(props)
  if (!hasConflict) return null
  const wordsOf = (field: string, value: JsonValue): string | undefined => {
    if (field !== 'value' || typeof value !== 'string') return undefined
    const kind = board.definitions.get(pathOf(place))?.node.kind ?? 'select_one'
    const chosen = chosenNames(kind, value)
    const labels = (board.state(place)?.choices ?? []).filter(({ name }) => chosen.includes(name))
    return labels.length === 0 ? undefined : labels.map((choice) => choiceOf(board.compiled.form, choice)).join('; ')
  }
  return (
    <AnswerConflict
      store={screen.store}
      entity={fillingAnswerId(board.id, place)}
      isOfVisit={board.visit !== null}
      {...{ canChoose, wordsOf }}
    />
  )
}
