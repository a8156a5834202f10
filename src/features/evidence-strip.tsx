// Photos that prove something, with the camera beside them: the same strip under an answer, an audit item, a finding
// and a stage. It reads and writes its photos itself; a screen only says what they belong to.
import { useState } from 'react'
import type { EvidenceView } from '#data/contract/evidence-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Stack } from '#ui/layout.tsx'
import { PhotoGrid } from '#ui/photo-grid.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { EvidenceDialog } from './evidence-dialog.tsx'
import { LocationTag } from './location-tag.tsx'
import { NoPhotoRoom } from './no-photo-room.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import type { Platform } from './screen-props.ts'
import { type EvidenceTarget, useAddPhotos, useRemovePhotos } from './use-evidence-strip.ts'
import { useLive } from './use-live.ts'
import { type PhotoUrl, usePhotoUrls } from './use-photo-urls.ts'

export type EvidenceStripProps = EvidenceTarget & {
  readonly store: Pick<PersonStore, 'evidence' | 'drafts' | 'activities'>
  readonly platform: Platform
  readonly canEdit: boolean
  /** Names the list for a screen reader; "Bằng chứng" unless told. */
  readonly label?: string
}

export const EvidenceStrip = ({ store, platform, canEdit, label, ...target }: EvidenceStripProps) => {
  const { t } = useText('records')
  const showToast = useToast()
  const listed = useLive(() => store.evidence.listOf(target.feed, target.of), [store, target.feed, target.of])
  const adding = useAddPhotos(store.evidence, platform, target)
  const removing = useRemovePhotos(store.evidence, target.feed)
  const [openId, setOpenId] = useState<string>()
  const photos = (listed ?? []).filter((photo) => belongs(photo, target) && !removing.removed.has(photo.id))
  const urls = usePhotoUrls(
    photos.map((photo) => photo.thumbnailSha256),
    store.evidence,
    platform,
  )
  const remove = (id: string) => {
    removing.remove(id)
    showToast({ text: t('evidence.removed'), actionLabel: t('common:undo'), onAction: () => removing.undo(id) })
  }
  const isFull = useIsFull(store.evidence, canEdit, adding.problem)
  const picks = { onFiles: (files: File[]) => void adding.add(files), busy: adding.isBusy, disabled: isFull }
  const altOf = (photo: EvidenceView, index: number) => photo.caption || t('evidence.alt', { number: index + 1 })
  const open = photos.find((photo) => photo.id === openId)
  return (
    <Stack gap={3}>
      <PhotoGrid
        label={label ?? t('evidence.title')}
        removeLabel={t('common:remove')}
        photos={photos.map((photo, index) => ({
          id: photo.id,
          alt: altOf(photo, index),
          ...srcOf(urls.get(photo.thumbnailSha256)),
          ...(photo.caption !== '' && { caption: photo.caption }),
          state: <LocationTag location={photo.location} />,
          onOpen: () => setOpenId(photo.id),
          ...(canEdit && { onRemove: () => remove(photo.id) }),
        }))}
        {...(canEdit && {
          capture: { label: adding.isBusy ? t('evidence.adding') : t('evidence.capture'), ...picks },
          pick: { label: t('evidence.pick'), ...picks },
          hint: t('evidence.hint'),
        })}
      />
      {isFull && <NoPhotoRoom />}
      {!canEdit && listed?.length === 0 && <p>{t('evidence.none')}</p>}
      <ProblemNotice
        problem={adding.problem}
        title={t('evidence.notAdded')}
        {...(adding.retry && { onRetry: adding.retry })}
      />
      <ProblemNotice problem={removing.problem} title={t('evidence.notRemoved')} />
      {open && (
        <EvidenceDialog
          key={open.id}
          photo={open}
          {...{ store, platform, canEdit }}
          feed={target.feed}
          onClose={() => setOpenId(undefined)}
        />
      )}
    </Stack>
  )
}

/** Asked before a photo is taken: one that has no room is nowhere else. */
const useIsFull = (evidence: PersonStore['evidence'], canEdit: boolean, refused: Problem | null): boolean =>
  useLive(async () => canEdit && (await evidence.room()).isFull, [evidence, canEdit, refused]) ?? false

const belongs = (photo: EvidenceView, { deliverable }: EvidenceTarget): boolean =>
  deliverable === undefined || photo.deliverable === deliverable

const srcOf = (photo: PhotoUrl | undefined) => (photo !== undefined && 'url' in photo ? { src: photo.url } : {})
