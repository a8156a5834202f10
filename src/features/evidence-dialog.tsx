// One photo, large, with its caption. The caption keeps itself like every typed text (D15); the large picture is
// fetched when it is not on this device.
import type { EvidenceView } from '#data/contract/evidence-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { parseFeed } from '#domain/change/feed.ts'
import { ok } from '#domain/kernel/result.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { LargePhoto } from './large-photo.tsx'
import { LocationTag } from './location-tag.tsx'
import { useNotedLook } from './note-activity.ts'
import { SavedNote } from './saved-note.tsx'
import type { Platform } from './screen-props.ts'
import { useAutosave } from './use-autosave.ts'

type EvidenceDialogProps = {
  readonly photo: EvidenceView
  readonly feed: string
  readonly store: Pick<PersonStore, 'evidence' | 'drafts' | 'activities'>
  readonly platform: Platform
  readonly canEdit: boolean
  readonly onClose: () => void
}

export const EvidenceDialog = ({ photo, feed, store, platform, canEdit, onClose }: EvidenceDialogProps) => {
  const { t } = useText('records')
  const formats = useFormats()
  useNotedLook({ store }, 'photo', parseFeed(feed)?.scope ?? '', photo.id)
  return (
    <Dialog open onClose={onClose} title={photo.caption || t('evidence.title')} closeLabel={t('common:close')}>
      <Stack gap={3}>
        <LargePhoto {...{ photo, store, platform }} />
        <Cluster gap={2}>
          <LocationTag location={photo.location} />
          <span>{t('evidence.takenAt', { time: formats.dateTime(photo.takenAt) })}</span>
          <span>{formats.bytes(photo.size)}</span>
        </Cluster>
        {canEdit && <Caption {...{ photo, feed, store }} />}
      </Stack>
    </Dialog>
  )
}

const Caption = ({ photo, feed, store }: Pick<EvidenceDialogProps, 'photo' | 'feed' | 'store'>) => {
  const { t } = useText('records')
  const field = useAutosave({
    drafts: store.drafts,
    draftKey: `caption:${photo.id}`,
    saved: photo.caption,
    save: async (caption) => {
      const saved = await store.evidence.setCaption(feed, photo.id, caption)
      return saved.ok ? ok({ savedAt: Date.now() }) : saved
    },
  })
  return (
    <Stack gap={1}>
      <Field label={t('evidence.caption')} note={t('common:optional')}>
        <TextInput
          value={field.value}
          onChange={(event) => field.change(event.target.value)}
          onBlur={() => void field.flush()}
        />
      </Field>
      <SavedNote state={field} onRetry={() => void field.flush()} />
    </Stack>
  )
}
