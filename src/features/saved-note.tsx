// The line under a field that keeps itself: when it was saved on this device (only after the receipt), that something
// is not saved yet, or why it could not be. It keeps its height, so nothing jumps when the words change.
import { Icon } from '#ui/icon.tsx'
import { Cluster } from '#ui/layout.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { AutosaveState } from './autosave.ts'
import { ProblemNotice } from './problem-notice.tsx'

type SavedNoteProps = {
  readonly state: Pick<AutosaveState<unknown>, 'isUnsaved' | 'savedAt' | 'problem'>
  readonly onRetry: () => void
  /** The form says once that it keeps itself (`KeepsItself`): this line keeps its height and waits for the first word. */
  readonly isQuiet?: boolean
}

/** Said once above a form of many fields. */
export const KeepsItself = () => {
  const { t } = useText('records')
  return (
    <Cluster gap={2}>
      <Icon name="device-check" />
      <span>{t('keepsItself')}</span>
    </Cluster>
  )
}

export const SavedNote = ({ state, onRetry, isQuiet = false }: SavedNoteProps) => {
  const { t } = useText('records')
  const formats = useFormats()
  const hasNothingToSay = isQuiet && !state.isUnsaved && state.savedAt === null
  const wordsOf = () => {
    if (hasNothingToSay) return '\u00a0'
    if (state.isUnsaved) return t('unsaved')
    return state.savedAt === null ? t('keepsItself') : t('common:savedAt', { time: formats.time(state.savedAt) })
  }
  if (state.problem !== null) return <ProblemNotice problem={state.problem} onRetry={onRetry} />
  return (
    <Cluster gap={2}>
      {!hasNothingToSay && <Icon name={state.isUnsaved ? 'edit' : 'device-check'} />}
      <output>{wordsOf()}</output>
    </Cluster>
  )
}
