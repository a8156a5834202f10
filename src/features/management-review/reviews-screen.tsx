// Reviews of the leaders, the latest first: of the own commune with the way to open the next, or of every commune in scope.
import { useState } from 'react'
import type { ReviewOfLeadersItem } from '#data/contract/management-review-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { useBackToMore } from '#features/back-to-more.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { reviewPath } from './paths.ts'
import { useReviewOfLeadersWords } from './review-words.ts'
import { StartReview } from './start-review.tsx'

/** A province sees those of fifty communes: they come a screenful at a time. */
const PAGE = 30

export const ReviewsOfLeadersScreen = (screen: ScreenProps) => {
  const { store, person } = screen
  const { t } = useReviewOfLeadersWords()
  const back = useBackToMore(person)
  const units = person.communes.map(({ id }) => id)
  const reviews = useLive(() => store.managementReviews.list(units), [store, units.join(' ')])
  const isCommune = person.workplace === 'commune'
  const mayStart = isCommune && person.may('management-review', feedId(person.place.id, 'pub'))
  return (
    <Measure>
      <PageHeader title={t('title')} subtitle={t('subtitle')} back={back} />
      <Stack gap={5}>
        {mayStart && <StartReview screen={screen} isOpen={reviews?.length === 0} />}
        {reviews === undefined && <Skeleton label={t('loading')} shape="rows" count={4} />}
        {reviews?.length === 0 && (
          <EmptyState icon="users" title={t('emptyTitle')} text={t(isCommune ? 'emptyText' : 'emptyFollow')} />
        )}
        {reviews !== undefined && reviews.length > 0 && <ReviewRows reviews={reviews} screen={screen} />}
      </Stack>
    </Measure>
  )
}

type ReviewRowsProps = { readonly reviews: readonly ReviewOfLeadersItem[]; readonly screen: ScreenProps }

const ReviewRows = ({ reviews, screen: { person, today } }: ReviewRowsProps) => {
  const { t, formats, nameOf } = useReviewOfLeadersWords()
  const [shown, setShown] = useState(PAGE)
  const placeOf = (unit: string): string => person.communes.find(({ id }) => id === unit)?.name ?? unit
  const titleOf = (review: ReviewOfLeadersItem): string =>
    person.workplace === 'commune'
      ? nameOf(review)
      : t('ofPlace', { name: nameOf(review), place: placeOf(review.unit) })
  return (
    <Stack gap={3}>
      <Rows label={t('title')}>
        {reviews.slice(0, shown).map((review) => (
          <Row
            key={review.id}
            title={titleOf(review)}
            detail={[formats.day(review.on), review.chair].filter(Boolean).join(' · ')}
            trailing={<StateTag review={review} today={today} />}
            href={reviewPath(review.unit, review.id)}
            cue={t('common:open')}
          />
        ))}
      </Rows>
      {reviews.length > shown && (
        <Button onClick={() => setShown(shown + PAGE)}>{t('more', { count: reviews.length - shown })}</Button>
      )}
    </Stack>
  )
}

type StateTagProps = Pick<ScreenProps, 'today'> & { readonly review: Pick<ReviewOfLeadersItem, 'isSealed' | 'on'> }

export const StateTag = ({ review: { isSealed, on }, today }: StateTagProps) => {
  const { t } = useReviewOfLeadersWords()
  if (isSealed) return <Tag tone="good">{t('state.sealed')}</Tag>
  return on > today ? <Tag tone="note">{t('state.preparing')}</Tag> : <Tag tone="warn">{t('state.open')}</Tag>
}
