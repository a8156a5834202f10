// One photo at full size. A device short of room may have deleted it after the endpoint's photo backup held it; it is
// then fetched again, with its thumbnail in its place meanwhile, and a way to try again when there is no network.
import { useState } from 'react'
import type { EvidenceView } from '#data/contract/evidence-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useText } from '#ui/text/text-context.tsx'
import styles from './evidence-dialog.module.css'
import type { Platform } from './screen-props.ts'
import { usePhotoUrls } from './use-photo-urls.ts'
import { useProblemText } from './use-problem-text.ts'

type LargePhotoProps = {
  readonly photo: EvidenceView
  readonly store: Pick<PersonStore, 'evidence'>
  readonly platform: Platform
  /** When the photo itself is on the screen. */
  readonly onPicture?: (picture: HTMLImageElement) => void
}

/** Each try is a component of its own: it begins from nothing. */
export const LargePhoto = (props: LargePhotoProps) => {
  const [tries, setTries] = useState(0)
  return <OneTry key={tries} {...props} onAgain={() => setTries(tries + 1)} />
}

const OneTry = ({ photo, store, platform, onPicture, onAgain }: LargePhotoProps & { readonly onAgain: () => void }) => {
  const { t } = useText('records')
  const urls = usePhotoUrls([photo.sha256, photo.thumbnailSha256], store.evidence, platform)
  const loaded = urls.get(photo.sha256)
  const alt = photo.caption || t('evidence.alt', { number: 1 })
  if (loaded === undefined) return <Skeleton label={t('evidence.loading')} shape="cards" count={1} />
  if ('url' in loaded) {
    const show = (event: { readonly currentTarget: HTMLImageElement }) => onPicture?.(event.currentTarget)
    return <img className={styles.photo} src={loaded.url} alt={alt} onLoad={show} />
  }
  const thumbnail = urls.get(photo.thumbnailSha256)
  return (
    <Stack gap={3}>
      {thumbnail && 'url' in thumbnail && <img className={styles.photo} src={thumbnail.url} alt={alt} />}
      {'problem' in loaded ? <NotFetched problem={loaded.problem} onAgain={onAgain} /> : <Fetching />}
    </Stack>
  )
}

const Fetching = () => {
  const { t } = useText('photos')
  return (
    <Notice tone="note" icon="download" title={t('fetch.busy')} announce>
      {t('fetch.here')}
    </Notice>
  )
}

const NotFetched = ({ problem, onAgain }: { readonly problem: Problem; readonly onAgain: () => void }) => {
  const { t } = useText('photos')
  const { t: tRecords } = useText('records')
  const textOf = useProblemText()
  const isOffline = problem.code === 'network.offline'
  const again = (
    <Button icon="download" onClick={onAgain}>
      {t('fetch.again')}
    </Button>
  )
  return (
    <Notice tone="warn" icon="cloud-off" title={tRecords('evidence.notShown')} announce actions={again}>
      {isOffline ? t('fetch.offline') : textOf(problem)}
    </Notice>
  )
}
