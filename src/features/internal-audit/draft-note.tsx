// The line under a form that is no record yet: its draft is kept on this device, and nothing was recorded so far.
import type { AutosaveState } from '#features/autosave.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Icon } from '#ui/icon.tsx'
import { useAuditWords } from './use-audit-words.ts'

export const DraftNote = ({
  draft,
}: {
  readonly draft: Pick<AutosaveState<unknown>, 'savedAt' | 'isUnsaved' | 'problem'>
}) => {
  const { t, formats } = useAuditWords()
  if (draft.problem !== null) return <ProblemNotice problem={draft.problem} title={t('draft.notKept')} />
  const isKept = draft.savedAt !== null && !draft.isUnsaved
  return (
    <output>
      <Icon name={isKept ? 'device-check' : 'edit'} />{' '}
      {isKept ? t('draft.keptAt', { time: formats.time(draft.savedAt) }) : t('draft.keepsItself')}
    </output>
  )
}
