// A review whose minutes are sealed: the paper, who signed it, and what became of its decisions.
import type { ManagementReviewView, MinutesView } from '#data/contract/management-review-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { notedPrint } from '#features/note-activity.ts'
import { ScreenOnly } from '#features/official-paper.tsx'
import { RecordTrailLink } from '#features/record-trail-link.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { PaperSignatures } from '#features/paper-signatures.tsx'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { DecisionRows } from './decision-rows.tsx'
import { MinutesPaper } from './minutes-paper.tsx'
import { useReviewOfLeadersWords } from './review-words.ts'

type SealedReviewProps = {
  readonly review: ManagementReviewView
  readonly place: string
  readonly screen: ScreenProps
}

export const SealedReview = ({ review, place, screen }: SealedReviewProps) => {
  const { t } = useReviewOfLeadersWords()
  const printed = { what: 'management-review', unit: review.unit, record: review.id }
  return (
    <Stack gap={5}>
      <ScreenOnly>
        <Stack gap={4}>
          {review.minutes.length > 1 && <Notice tone="warn">{t('minutes.two')}</Notice>}
          <Cluster>
            <Button icon="print" onClick={() => void notedPrint(screen, printed)}>
              {t('minutes.print')}
            </Button>
          </Cluster>
        </Stack>
      </ScreenOnly>
      {review.minutes.map((minutes) => (
        <OneMinutes key={minutes.id} minutes={minutes} place={place} screen={screen} />
      ))}
      <ScreenOnly>
        <Section title={t('follow')}>
          <DecisionRows decisions={review.decisions} today={screen.today} />
        </Section>
      </ScreenOnly>
    </Stack>
  )
}

type OneMinutesProps = Omit<SealedReviewProps, 'review'> & { readonly minutes: MinutesView }

const OneMinutes = ({ minutes, place, screen }: OneMinutesProps) => {
  const { id, sha256, content } = minutes
  const feed = feedId(content.unit, 'pub')
  const record = { unit: content.unit, feed, of: id, ofKind: 'review-minutes', sha256 } as const
  return (
    <Stack gap={4}>
      <MinutesPaper minutes={minutes} place={place} />
      <PaperSignatures screen={screen} record={record} sides={['secretary', 'approver']} />
      <ScreenOnly>
        <RecordTrailLink feed={feed} entity={id} />
      </ScreenOnly>
    </Stack>
  )
}
