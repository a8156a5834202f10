// One photo, large, with its caption. The caption keeps itself like every typed text (D15); the large picture is
// fetched when it is not on this device.
import { lazy, Suspense, useState } from 'react'
import type { EvidenceView } from '#data/contract/evidence-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { parseFeed } from '#domain/change/feed.ts'
import { ok } from '#domain/kernel/result.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { EvidenceDayField } from './evidence-day-field.tsx'
import { LargePhoto } from './large-photo.tsx'
import { LocationTag } from './location-tag.tsx'
import { useNotedLook } from './note-activity.ts'
import { SavedNote } from './saved-note.tsx'
import type { Platform } from './screen-props.ts'
import { useAutosave } from './use-autosave.ts'

const PhotoMarker = lazy(async () => ({ default: (await import('./photo-marker.tsx')).PhotoMarker }))

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
  const showToast = useToast()
  const [picture, setPicture] = useState<HTMLImageElement>()
  const [isMarking, setMarking] = useState(false)
  useNotedLook({ store }, 'photo', parseFeed(feed)?.scope ?? '', photo.id)
  const marked = (): void => {
    showToast({ text: t('evidence.marked') })
    onClose()
  }
  if (isMarking && picture)
    return (
      <Suspense fallback={null}>
        <PhotoMarker {...{ photo, picture, feed, store, platform }} onClose={onClose} onStored={marked} />
      </Suspense>
    )
  return (
    <Dialog open onClose={onClose} title={photo.caption || t('evidence.title')} closeLabel={t('common:close')}>
      <Stack gap={3}>
        <LargePhoto {...{ photo, store, platform }} onPicture={setPicture} />
        <PhotoFacts {...{ photo, canEdit }} />
        {canEdit && (
          <div>
            <Button icon="edit" disabled={picture === undefined} onClick={() => setMarking(true)}>
              {t('evidence.mark')}
            </Button>
          </div>
        )}
        {canEdit && <EvidenceDayField {...{ photo, feed, store }} />}
        {canEdit && <Caption {...{ photo, feed, store }} />}
      </Stack>
    </Dialog>
  )
}

const PhotoFacts = ({ photo, canEdit }: Pick<EvidenceDialogProps, 'photo' | 'canEdit'>) => {
  const { t } = useText('records')
  const formats = useFormats()
  return (
    <Cluster gap={2}>
      <LocationTag location={photo.location} />
      {!canEdit && photo.on.text !== '' && <span>{t('evidence.ofDay', { day: photo.on.text })}</span>}
      <span>{t('evidence.takenAt', { time: formats.dateTime(photo.takenAt) })}</span>
      <span>{formats.bytes(photo.size)}</span>
    </Cluster>
  )
}

const Caption = ({ photo, feed, store }: Pick<EvidenceDialogProps, 'photo' | 'feed' | 'store'>) => {
  const { t } = useText('records')
  const field = useAutosave({
    drafts: store.drafts,
    draftKey: `caption:${photo.id}`,
    saved: photo.caption,
    save: async (caption) => {
      const saved = await store.evidence.describe(feed, photo.id, { caption })
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
