// One review of the leaders: prepared and held in one place, and read as its sealed minutes afterwards.
import { feedId } from '#domain/change/feed.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { useNotedLook } from '#features/note-activity.ts'
import { ScreenOnly } from '#features/official-paper.tsx'
import { KeepsItself } from '#features/saved-note.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { AttendanceSection } from './attendance-section.tsx'
import { ConclusionSection } from './conclusion-section.tsx'
import { DecisionsSection } from './decisions-section.tsx'
import { HeadSection } from './head-section.tsx'
import { InputsSection } from './inputs-section.tsx'
import { REVIEWS_PATH } from './paths.ts'
import type { ReviewPartProps } from './review-part.ts'
import { useReviewOfLeadersWords } from './review-words.ts'
import { StateTag } from './reviews-screen.tsx'
import { SealSection } from './seal-section.tsx'
import { SealedReview } from './sealed-review.tsx'

type ReviewScreenProps = ScreenProps & { readonly unit: string; readonly id: string }

export const ReviewOfLeadersScreen = ({ unit, id, ...screen }: ReviewScreenProps) => {
  const { t, nameOf } = useReviewOfLeadersWords()
  const { store, person } = screen
  const review = useLive(() => store.managementReviews.get(unit, id), [store, unit, id])
  useNotedLook(screen, 'management-review', unit, review?.id)
  const back = { href: REVIEWS_PATH, label: t('back') }
  const place = person.communes.find((commune) => commune.id === unit)?.name ?? unit
  if (review === undefined) return <Skeleton label={t('loading')} shape="rows" count={6} />
  if (review === null)
    return (
      <EmptyState
        icon="users"
        title={t('unknown')}
        text={t('unknownText')}
        action={<ButtonLink href={back.href}>{back.label}</ButtonLink>}
      />
    )
  return (
    <Measure>
      <ScreenOnly>
        <PageHeader title={`${t('title')} · ${nameOf(review)}`} subtitle={place} back={back} />
        <Cluster>
          <StateTag review={review} today={screen.today} />
          <LocationTag location={review.location} />
        </Cluster>
      </ScreenOnly>
      {review.minutes.length > 0 ? (
        <SealedReview review={review} place={place} screen={screen} />
      ) : (
        <Draft review={review} screen={screen} />
      )}
    </Measure>
  )
}

const Draft = ({ review, screen }: Omit<ReviewPartProps, 'canEdit'>) => {
  const { t } = useReviewOfLeadersWords()
  const canEdit = screen.person.may('management-review', feedId(review.unit, 'pub'))
  const part = { review, screen, canEdit }
  return (
    <Stack gap={6}>
      {canEdit ? <KeepsItself /> : <Notice tone="note">{t('readOnly')}</Notice>}
      <HeadSection {...part} />
      <AttendanceSection {...part} />
      <InputsSection {...part} />
      <DecisionsSection {...part} />
      <ConclusionSection {...part} />
      {canEdit && <SealSection {...part} />}
    </Stack>
  )
}
