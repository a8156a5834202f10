// The line under the form: its draft is kept on this device, and nothing was recorded so far.
import type { AutosaveState } from '#features/autosave.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Icon } from '#ui/icon.tsx'
import { Cluster } from '#ui/layout.tsx'
import { useVisitWords } from './use-visit-words.ts'

type DraftNoteProps = { readonly draft: Pick<AutosaveState<unknown>, 'savedAt' | 'isUnsaved' | 'problem'> }

export const DraftNote = ({ draft }: DraftNoteProps) => {
  const { t, formats } = useVisitWords()
  if (draft.problem !== null) return <ProblemNotice problem={draft.problem} title={t('draft.notKept')} />
  const keptAt = draft.isUnsaved ? null : draft.savedAt
  return (
    <Cluster gap={2}>
      <Icon name={keptAt === null ? 'edit' : 'device-check'} />
      <output>{keptAt === null ? t('draft.keepsItself') : t('draft.keptAt', { time: formats.time(keptAt) })}</output>
    </Cluster>
  )
}
