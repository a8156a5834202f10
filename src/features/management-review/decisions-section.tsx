// What was decided: every decision has a post and a day and is followed as an improvement action; or somebody says that
// nothing had to be decided.
import { feedId } from '#domain/change/feed.ts'
import { CheckRow } from '#ui/check-row.tsx'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { DecisionRows } from './decision-rows.tsx'
import { NewDecision } from './new-decision.tsx'
import type { ReviewPartProps } from './review-part.ts'
import { useReviewOfLeadersWords } from './review-words.ts'

export const DecisionsSection = (part: ReviewPartProps) => {
  const { t } = useReviewOfLeadersWords()
  const { review, screen, canEdit } = part
  const { store, person } = screen
  const mayDecide = canEdit && person.may('action', feedId(review.unit, 'pub'))
  const setNone = (hasNoDecision: boolean): void =>
    void store.managementReviews.save(review.unit, review.id, { hasNoDecision })
  return (
    <Section title={t('decisions')} detail={t('decisionsText')}>
      <Stack gap={4}>
        <DecisionRows decisions={review.decisions} today={screen.today} />
        {mayDecide && <NewDecision {...part} />}
        {canEdit && review.decisions.length === 0 && (
          <CheckRow
            label={t('noDecision')}
            detail={t('noDecisionText')}
            checked={review.hasNoDecision}
            onChange={({ target }) => setNone(target.checked)}
          />
        )}
      </Stack>
    </Section>
  )
}
