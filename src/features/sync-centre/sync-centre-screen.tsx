// Where the work is, told honestly: what waits on this device, what the endpoint has, what needs a person, and the way
// out for the day on which nothing works.
import type { SyncStatus } from '#data/contract/store-contract.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { PhotosSection } from '#features/photos-section.tsx'
import { StorageSection } from '#features/storage-section.tsx'
import { useLive } from '#features/use-live.ts'
import { useAppControls } from '#ui/app-controls.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { AttentionSection } from './attention-section.tsx'
import { NewerRecordsNotice } from './newer-records-notice.tsx'
import { SendCard } from './send-card.tsx'
import { backupSentence, clockSentence, type WordContext } from './sync-words.ts'
import { TransfersSection } from './transfers-section.tsx'

export const SyncCentreScreen = ({ store, sync, clock, platform }: ScreenProps) => {
  const { t } = useText('sync-centre')
  const formats = useFormats()
  const status = useLive(() => store.syncCentre.status(), [store])
  const ops = useLive(() => store.syncCentre.unsentOps(), [store])
  const words: WordContext = { t, formats, now: clock.now() }
  const controls = useAppControls()
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader
          title={t('title')}
          subtitle={store.identity.account.displayName}
          back={{ href: '/more', label: t('back') }}
        />
        {status && ops ? (
          <>
            <SendCard {...{ store, status, ops, sync, words }} />
            <ClockNotice {...{ status, words }} />
            <AttentionSection store={store} status={status} />
            <NewerRecordsNotice store={store} />
            <TransfersSection store={store} words={words} />
            <BackupSection {...{ status, words }} />
          </>
        ) : (
          <Skeleton label={t('common:loading')} shape="cards" count={2} />
        )}
        <PhotosSection {...{ store, platform }} />
        {controls && <StorageSection controls={controls} />}
        <RescueSection />
      </Stack>
    </Measure>
  )
}

type PartProps = { readonly status: SyncStatus; readonly words: WordContext }

const ClockNotice = ({ status, words }: PartProps) => {
  const sentence = clockSentence(status, words)
  return sentence === null ? null : (
    <Notice tone="warn" icon="clock" title={words.t('clock.title')}>
      {sentence}
    </Notice>
  )
}

const BackupSection = ({ status, words }: PartProps) => (
  <Section title={words.t('backup.title')}>
    <p>{backupSentence(status, words)}</p>
  </Section>
)

const RescueSection = () => {
  const { t } = useText('sync-centre')
  return (
    <Section title={t('rescue.title')}>
      <Stack gap={3}>
        <p>{t('rescue.text')}</p>
        <Cluster>
          <ButtonLink icon="share" href="/sync/hand-over">
            {t('rescue.handOver')}
          </ButtonLink>
          <ButtonLink icon="download" href="/rescue.html">
            {t('rescue.open')}
          </ButtonLink>
        </Cluster>
      </Stack>
    </Section>
  )
}
