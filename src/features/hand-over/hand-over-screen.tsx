// Days without a network: work goes by file or by codes from screen to screen, to the endpoint in somebody's pocket or
// straight to a colleague. The screen says what leaves, what came, and that nothing leaves this device's own store.
import { parseFeed } from '#domain/change/feed.ts'
import { noteExport } from '#features/note-activity.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { CarriedSection } from './carried-section.tsx'
import { MakeSection } from './make-section.tsx'
import { OpenSection } from './open-section.tsx'
import { useHandOver } from './use-hand-over.ts'

export const HandOverScreen = ({ store, platform }: ScreenProps) => {
  const { t } = useText('hand-over')
  // What a file may bring is told in words that otherwise come some seconds after the start.
  useText('problems-online')
  const textOf = useProblemText()
  const { parts, summary, refresh } = useHandOver(platform)
  const ops = useLive(() => store.syncCentre.unsentOps(), [store])
  const status = useLive(() => store.syncCentre.status(), [store])
  const placeOf = (feed: string): string => {
    const scope = parseFeed(feed)?.scope ?? feed
    return store.identity.places.find(({ id }) => id === scope)?.name ?? scope
  }
  const noteFile = () => noteExport({ store }, { what: 'hand-over', form: 'file' })
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader title={t('title')} subtitle={t('subtitle')} back={{ href: '/sync', label: t('back') }} />
        {summary && !summary.hasPass && <Notice tone="warn">{textOf({ code: 'hand-over.no-pass' })}</Notice>}
        {ops && status ? (
          <>
            <MakeSection parts={parts} ops={ops} photos={status.pendingPhotos} placeOf={placeOf} onMake={noteFile} />
            <OpenSection parts={parts} onTaken={() => void refresh()} />
            <CarriedSection parts={parts} summary={summary} />
          </>
        ) : (
          <Skeleton label={t('common:loading')} shape="cards" count={2} />
        )}
      </Stack>
    </Measure>
  )
}
