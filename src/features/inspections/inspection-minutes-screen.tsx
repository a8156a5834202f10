// Sealed minutes: the sheet, its mark, the signatures of both sides, and the print.
import { feedId } from '#domain/change/feed.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { notedPrint, useNotedLook } from '#features/note-activity.ts'
import { ScreenOnly } from '#features/official-paper.tsx'
import { SignatureSection } from '#features/signature-section.tsx'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { InspectionGate, type InspectionRoute, type Loaded, Missing, placeName } from './inspection-gate.tsx'
import { MinutesSheet } from './minutes-sheet.tsx'
import { inspectionPath } from './paths.ts'
import { useInspectionWords } from './use-inspection-words.ts'

export const InspectionMinutesScreen = ({
  unit,
  id,
  minutes,
  ...screen
}: InspectionRoute & { readonly minutes: string }) => (
  <InspectionGate {...{ screen, unit, id }}>
    {(loaded) => <SealedMinutes key={minutes} {...loaded} wanted={minutes} />}
  </InspectionGate>
)

const SealedMinutes = ({ screen, inspection, wanted }: Loaded & { readonly wanted: string }) => {
  const { t, formats } = useInspectionWords()
  const { unit, id } = inspection
  const found = inspection.minutes.find((one) => one.id === wanted)
  useNotedLook(screen, 'inspection-minutes', unit, found?.id)
  if (found === undefined) return <Missing title={t('missing.record')} />
  const { content, sha256, location } = found
  const commune = placeName(screen, unit)
  const print = () => void notedPrint(screen, { what: 'inspection-minutes', unit, record: found.id })
  return (
    <Stack gap={5}>
      <ScreenOnly>
        <Stack gap={4}>
          <PageHeader
            title={t('minutes.number', { number: content.number })}
            subtitle={commune}
            back={{ href: inspectionPath(unit, id), label: t('outline.toOverview') }}
            actions={
              <Button icon="print" onClick={print}>
                {t('common:print')}
              </Button>
            }
          />
          <Notice tone="note" icon="lock" title={t('state.sealed')}>
            <p>{t('minutes.sealedOn', { time: formats.dateTime(Date.parse(content.sealedAt)) })}</p>
            <p>{t('minutes.hash', { hash: sha256.slice(0, 8) })}</p>
            <Cluster>
              <LocationTag location={location} />
            </Cluster>
          </Notice>
        </Stack>
      </ScreenOnly>
      <MinutesSheet content={content} commune={commune} />
      <MinutesSignatures {...{ screen, unit, sha256 }} of={found.id} />
    </Stack>
  )
}

type MinutesSignaturesProps = Pick<Loaded, 'screen'> & {
  readonly unit: string
  readonly of: string
  readonly sha256: string
}

/** Printed once somebody has signed on the screen; before that the paper has its own place to sign. */
const MinutesSignatures = ({ screen, unit, of, sha256 }: MinutesSignaturesProps) => {
  const { t } = useInspectionWords()
  const feed = feedId(unit, 'pub')
  const given = useLive(() => screen.store.signatures.listOf(feed, of), [screen.store, feed, of])
  const Frame = given === undefined || given.length === 0 ? ScreenOnly : Stack
  return (
    <Frame>
      <SignatureSection
        screen={screen}
        record={{ unit, feed, of, ofKind: 'inspection-minutes', sha256 }}
        sides={['team', 'auditee', 'secretary']}
        title={t('minutes.title')}
      />
    </Frame>
  )
}
