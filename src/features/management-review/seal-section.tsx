// The last step: what is still missing, in words, and the seal that cannot be taken back. Nothing is sealed over two
// writings of one thing that nobody chose between.
import { decisionDayProblems } from '#domain/management-review/days.ts'
import { reviewProblems } from '#domain/management-review/management-review.ts'
import { SealGate } from '#features/seal-gate.tsx'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import type { ReviewPartProps } from './review-part.ts'
import { useReviewOfLeadersWords } from './review-words.ts'

export const SealSection = (part: ReviewPartProps) => {
  const { t } = useReviewOfLeadersWords()
  const unchosen = useUnchosen(part)
  return (
    <Section title={t('seal.title')}>
      {unchosen !== undefined && unchosen > 0 ? (
        <Notice tone="warn" actions={<ButtonLink href="/sync/conflicts">{t('seal.choose')}</ButtonLink>}>
          {t('seal.unchosen', { count: unchosen })}
        </Notice>
      ) : (
        // Nothing is offered until it is known that nobody wrote differently.
        unchosen === 0 && <Gate {...part} />
      )}
    </Section>
  )
}

/** Places of the head and of the inputs that two people wrote differently. Rule MR-12. */
function useUnchosen({ review: { id }, screen: { store } }: ReviewPartProps): number | undefined {
  const read = async (): Promise<number> =>
    (await store.syncCentre.conflicts()).filter(({ entity }) => entity === id || entity.startsWith(`rin.${id}.`)).length
  return useLive(read, [store, id])
}

const Gate = ({ review, screen: { store, today } }: ReviewPartProps) => {
  const { t } = useReviewOfLeadersWords()
  const { attendance, inputs } = review
  const decided = review.decisions.filter(({ state }) => state !== 'cancelled')
  const lacks = reviewProblems({ review, attendance, inputs, decisions: decided.length }, today)
  return (
    <SealGate
      t={t}
      problems={[...lacks, ...decisionDayProblems(review.on, decided)]}
      seal={() => store.managementReviews.seal(review.unit, review.id)}
    />
  )
}
