// The day a photo is evidence of (EVI-7): as written, kept like every typed text.
import type { EvidenceView } from '#data/contract/evidence-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { type LocalDate, localDateAt, VIETNAM_OFFSET_MINUTES, writtenDate } from '#domain/kernel/local-date.ts'
import { ok } from '#domain/kernel/result.ts'
import { Stack } from '#ui/layout.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { SavedNote } from './saved-note.tsx'
import { useAutosave } from './use-autosave.ts'
import { WrittenDateField } from './written-date-field.tsx'

type EvidenceDayFieldProps = {
  readonly photo: EvidenceView
  readonly feed: string
  readonly store: Pick<PersonStore, 'evidence' | 'drafts'>
}

const isAhead = (day: LocalDate): boolean => day > localDateAt(Date.now(), VIETNAM_OFFSET_MINUTES)

export const EvidenceDayField = ({ photo, feed, store }: EvidenceDayFieldProps) => {
  const { t } = useText('records')
  const field = useAutosave({
    drafts: store.drafts,
    draftKey: `evidence-day:${photo.id}`,
    saved: photo.on.text,
    save: async (text) => {
      const saved = await store.evidence.describe(feed, photo.id, { on: writtenDate(text) })
      return saved.ok ? ok({ savedAt: Date.now() }) : saved
    },
  })
  return (
    <Stack gap={1}>
      <WrittenDateField
        label={t('evidence.day')}
        hint={t('evidence.dayHint')}
        name="evidence-day"
        value={field.value}
        onChange={field.change}
        onBlur={() => void field.flush()}
        isAsked
        objectionTo={(day) => (isAhead(day) ? t('evidence.dayAhead') : undefined)}
      />
      <SavedNote state={field} onRetry={() => void field.flush()} />
    </Stack>
  )
}
