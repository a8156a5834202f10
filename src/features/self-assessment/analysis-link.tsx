// The way from the figures of a round to what they mean.
import { Suspense } from 'react'
import { useReviewWords } from '#features/review-words.ts'
import { ButtonLink } from '#ui/button.tsx'
import { analysisPath } from './paths.ts'

/** Its words come later than the round, which stays in view. */
export const AnalysisLink = ({ id }: { readonly id: string }) => (
  <Suspense fallback={null}>
    <Link id={id} />
  </Suspense>
)

const Link = ({ id }: { readonly id: string }) => {
  const { t } = useReviewWords()
  return (
    <ButtonLink icon="chart" wide href={analysisPath(id)}>
      {t('analysis.open')}
    </ButtonLink>
  )
}
