// Photos that prove something, with the camera beside them: the same strip under an answer, an audit item, a finding
// and a stage. It reads and writes its photos itself; a screen only says what they belong to.
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { EvidenceView } from '#data/contract/evidence-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Stack } from '#ui/layout.tsx'
import { PhotoGrid } from '#ui/photo-grid.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { type Capture, useCapture } from './capture-intent.ts'
import { EvidenceDialog } from './evidence-dialog.tsx'
import { InPageCamera } from './in-page-camera.tsx'
import { InterruptedCapture } from './interrupted-capture.tsx'
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
  /** Takes documents as well (EVI-11). */
  readonly takesFiles?: boolean
  /** Names the list for a screen reader; "Bằng chứng" unless told. */
  readonly label?: string
}

// What most questions never have; code and words come with the first document.
const DocumentList = lazy(async () => ({ default: (await import('./document-list.tsx')).DocumentList }))
const DocumentPick = lazy(async () => ({ default: (await import('./document-pick.tsx')).DocumentPick }))

type StripPhoto = { readonly photo: EvidenceView; readonly alt: string; readonly src: PhotoUrl | undefined }

export const EvidenceStrip = ({ store, platform, canEdit, label, takesFiles, ...target }: EvidenceStripProps) => {
  const { t } = useText('records')
  const removing = useRemovePhotos(store.evidence, target.feed)
  const listed = useListed(store, target, removing.removed)
  const photos = useStripPhotos(store, platform, listed)
  const documents = listed?.filter(({ document }) => document !== null) ?? []
  const ways = useWays({ store, platform, canEdit, target, label, takesFiles })
  const remove = useRemovalWithUndo(removing)
  const [openId, setOpenId] = useState<string>()
  const open = photos?.find(({ photo }) => photo.id === openId)?.photo
  return (
    <Stack gap={3}>
      {ways.interrupted}
      <Suspense fallback={null}>
        {documents.length > 0 && (
          <DocumentList {...{ documents, store, platform }} feed={target.feed} {...(canEdit && { onRemove: remove })} />
        )}
        {takesFiles === true && canEdit && (
          <DocumentPick evidence={store.evidence} {...{ platform, target }} isFull={ways.isFull} />
        )}
      </Suspense>
      <PhotoGrid
        label={label ?? t('evidence.title')}
        removeLabel={t('common:remove')}
        photos={(photos ?? []).map(({ photo, alt, src }) => ({
          id: photo.id,
          alt,
          ...(src !== undefined && 'url' in src && { src: src.url }),
          ...captionOf(photo),
          state: <LocationTag location={photo.location} />,
          onOpen: () => setOpenId(photo.id),
          ...(canEdit && { onRemove: () => remove(photo.id) }),
        }))}
        {...ways.grid}
      />
      {ways.isFull && <NoPhotoRoom />}
      {!canEdit && listed?.length === 0 && <p>{t('evidence.none')}</p>}
      <ProblemNotice
        problem={ways.problem}
        title={t('evidence.notAdded')}
        {...(ways.retry && { onRetry: ways.retry })}
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

function useRemovalWithUndo({ remove, undo }: ReturnType<typeof useRemovePhotos>): (id: string) => void {
  const { t } = useText('records')
  const showToast = useToast()
  return (id) => {
    remove(id)
    showToast({ text: t('evidence.removed'), actionLabel: t('common:undo'), onAction: () => undo(id) })
  }
}

/** Photos and documents; undefined while they are looked for. */
function useListed(
  { evidence }: EvidenceStripProps['store'],
  { feed, of, deliverable }: EvidenceTarget,
  removed: ReadonlySet<string>,
): readonly EvidenceView[] | undefined {
  const listed = useLive(() => evidence.listOf(feed, of), [evidence, feed, of])
  return listed?.filter((one) => !removed.has(one.id) && (deliverable === undefined || one.deliverable === deliverable))
}

function useStripPhotos(
  { evidence }: EvidenceStripProps['store'],
  platform: Platform,
  listed: readonly EvidenceView[] | undefined,
): readonly StripPhoto[] | undefined {
  const { t } = useText('records')
  const photos = listed?.filter(({ document }) => document === null)
  const thumbnails = (photos ?? []).map(({ thumbnailSha256 }) => thumbnailSha256)
  const urls = usePhotoUrls(thumbnails, evidence, platform)
  return photos?.map((photo, index) => ({
    photo,
    alt: photo.caption || t('evidence.alt', { number: index + 1 }),
    src: urls.get(photo.thumbnailSha256),
  }))
}

const captionOf = ({ caption, on }: EvidenceView): { readonly caption?: ReactNode } => {
  const words = [on.text, caption].filter((text) => text !== '').join(' · ')
  return words === '' ? {} : { caption: words }
}

interface WaysIn {
  readonly grid: Pick<Parameters<typeof PhotoGrid>[0], 'capture' | 'pick' | 'more' | 'hint'>
  readonly interrupted: ReactNode
  readonly problem: Problem | null
  readonly retry: (() => void) | undefined
  readonly isFull: boolean
}

type WaysParts = Omit<EvidenceStripProps, keyof EvidenceTarget | 'label' | 'takesFiles'> & {
  readonly takesFiles: boolean | undefined
  readonly target: EvidenceTarget
  readonly label: string | undefined
}

/** The ways a photo comes in: the camera's own app, the gallery, and the camera inside the page. */
function useWays({ store, platform, canEdit, target, label, takesFiles }: WaysParts): WaysIn {
  const { t } = useText('records')
  const adding = useAddPhotos(store.evidence, platform, target)
  const isFull = useIsFull(store.evidence, canEdit, adding.problem)
  const about = label === t('evidence.title') ? undefined : label
  const capture = useCapture(store, { ...target, about }, canEdit)
  const add = async (files: readonly File[]): Promise<boolean> => {
    const isStored = await adding.add(files)
    if (isStored) capture.forget()
    return isStored
  }
  const files = (chosen: File[]): void => void add(chosen)
  const press = { beforeOpen: capture.remember, onCancel: capture.forget }
  const picks = { onFiles: files, busy: adding.isBusy, disabled: isFull, ...press }
  const { problem, retry } = adding
  if (!canEdit) return { grid: {}, interrupted: null, problem, retry, isFull }
  const camera = <InPageCamera {...{ capture, problem, isFull }} onShot={add} />
  return {
    grid: {
      capture: { label: adding.isBusy ? t('evidence.adding') : t('evidence.capture'), ...picks },
      pick: { label: t('evidence.pick'), ...picks },
      more: camera,
      // Where documents are taken, their button says it of everything.
      ...(takesFiles !== true && { hint: t('evidence.hint') }),
    },
    interrupted: interruptedNotice(capture, picks),
    problem,
    retry,
    isFull,
  }
}

const interruptedNotice = (
  { interrupted, forget }: Capture,
  pick: Parameters<typeof InterruptedCapture>[0]['pick'],
): ReactNode => interrupted && <InterruptedCapture intent={interrupted} pick={pick} onDismiss={forget} />

/** Asked before a photo is taken: one that has no room is nowhere else. */
const useIsFull = (evidence: PersonStore['evidence'], canEdit: boolean, refused: Problem | null): boolean =>
  useLive(async () => canEdit && (await evidence.room()).isFull, [evidence, canEdit, refused]) ?? false
