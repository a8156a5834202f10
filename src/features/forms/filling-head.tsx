// How far the filling is, and whether everything written is on this device.
import { isTrial } from '#features/form-on-trial.ts'
import { SavedNote } from '#features/saved-note.tsx'
import { Stack } from '#ui/layout.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { useUnsavedWork } from '#ui/unsaved-work.ts'
import { useFillingWords } from './form-words.ts'
import type { OpenFilling } from './open-filling.ts'
import { useKeeper, useWhole } from './use-filling.ts'

type FillingHeadProps = OpenFilling & {
  /** Nothing is saved for somebody who only reads. */
  readonly canEdit: boolean
}

export const FillingHead = (filling: FillingHeadProps) => {
  const { t } = useFillingWords()
  const { answered, total } = useWhole(filling.board)
  return (
    <Stack gap={2}>
      <ProgressBar
        label={t('progress')}
        value={answered}
        max={Math.max(total, 1)}
        valueText={t('answeredOf', { answered, total })}
      />
      <Saved {...filling} />
    </Stack>
  )
}

export const Saved = (filling: FillingHeadProps) => {
  const state = useKeeper(filling)
  useUnsavedWork(state.isUnsaved)
  // A trial says on top that it keeps nothing.
  if (isTrial(filling.board.id) || !filling.canEdit) return null
  return <SavedNote state={state} onRetry={() => void filling.keeper.flush()} />
}
