// The instances of a repeat: each with its heading and the way out, and after the last the way to one more. Taking one
// out is undone by the toast, not asked about.
import type { NodeState } from '#domain/questionnaire/session/node-state.ts'
import { random } from '#features/filling-session.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { useFillingWords } from './form-words.ts'
import styles from './forms.module.css'
import type { PlaceProps } from './place-view.tsx'
import { placeId } from './paths.ts'
import { usePlace } from './use-filling.ts'

/** Two devices must not give the same key to different instances. */
const newKey = (): string => `k${Math.floor(random() * 36 ** 6).toString(36)}`

/** Where a calculation says how many there are, nobody adds or removes. */
const isChosen = ({ node }: PlaceProps['place']): boolean => node.kind === 'repeat' && node.count === undefined

export const InstanceHead = ({ board, place, canEdit }: PlaceProps) => {
  const { t } = useFillingWords()
  const showToast = useToast()
  const repeat = usePlace(board, place.ref.slice(0, place.ref.lastIndexOf('[')))
  const number = place.number
  const remove = (): void => {
    const undo = board.removeInstance(place.ref)
    showToast({ text: t('repeat.removed', { number }), actionLabel: t('common:undo'), onAction: undo })
  }
  return (
    <div className={styles.instance} data-depth={Math.min(place.depth, 3)} id={placeId(place.ref)} tabIndex={-1}>
      <h3>{t('repeat.instance', { label: repeat?.label ?? '', number })}</h3>
      {canEdit && isChosen(place) && (
        <Button icon="trash" kind="plain" onClick={remove}>
          {t('repeat.remove', { number })}
        </Button>
      )}
    </div>
  )
}

/** Rule FRM-35. */
const BeyondNotice = ({ state }: { readonly state: NodeState }) => {
  const { t, formats } = useFillingWords()
  const counts = { wanted: formats.number(state.wantedBeyond ?? 0), made: formats.number(state.instances.length) }
  return <Notice tone="warn" title={t('repeat.beyond', counts)} />
}

export const AddInstance = ({ board, place, screen, canEdit, state }: PlaceProps & { readonly state: NodeState }) => {
  const { t } = useFillingWords()
  if (state.wantedBeyond !== null) return <BeyondNotice state={state} />
  if (!canEdit || !isChosen(place)) return null
  return (
    <div className={styles.instance} data-depth={Math.min(place.depth, 3)}>
      <Button icon="plus" onClick={() => board.addInstance(place.ref, newKey(), screen.clock.now())}>
        {t('repeat.add', { label: state.label })}
      </Button>
    </div>
  )
}
