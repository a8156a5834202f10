// The line under a form that is no record yet: its draft is kept on this device, and nothing was recorded so far.
import { Icon } from '#ui/icon.tsx'
import { Cluster } from '#ui/layout.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { AutosaveState } from './autosave.ts'
import { ProblemNotice } from './problem-notice.tsx'

type DraftNoteProps = { readonly draft: Pick<AutosaveState<unknown>, 'savedAt' | 'isUnsaved' | 'problem'> }

export const DraftNote = ({ draft }: DraftNoteProps) => {
  const { t } = useText('records')
  const formats = useFormats()
  if (draft.problem !== null) return <ProblemNotice problem={draft.problem} title={t('draft.notKept')} />
  const keptAt = draft.isUnsaved ? null : draft.savedAt
  return (
    <Cluster gap={2}>
      <Icon name={keptAt === null ? 'edit' : 'device-check'} />
      <output>{keptAt === null ? t('draft.keepsItself') : t('draft.keptAt', { time: formats.time(keptAt) })}</output>
    </Cluster>
  )
}
