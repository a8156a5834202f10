// The last step: what is still missing, in words, and the seal that cannot be taken back.
import { reviewProblems } from '#domain/management-review/management-review.ts'
import { SealGate } from '#features/seal-gate.tsx'
import { Section } from '#ui/section.tsx'
import type { ReviewPartProps } from './review-part.ts'
import { useReviewOfLeadersWords } from './review-words.ts'

export const SealSection = ({ review, screen: { store, today } }: ReviewPartProps) => {
  const { t } = useReviewOfLeadersWords()
  const { attendance, inputs } = review
  const decisions = review.decisions.filter(({ state }) => state !== 'cancelled').length
  return (
    <Section title={t('seal.title')}>
      <SealGate
        t={t}
        problems={reviewProblems({ review, attendance, inputs, decisions }, today)}
        seal={() => store.managementReviews.seal(review.unit, review.id)}
      />
    </Section>
  )
}
