// What was found about one answer, in a line below it: agreed, or not, with why, the value found and by whom.
import type { FillingVerificationView } from '#data/contract/filling-review-contract.ts'
import { isOther } from '#domain/questionnaire/filling/filling-verification.ts'
import { useReviewWords } from '#features/review-words.ts'
import { Cluster } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { useVerifyWords } from './verify-words.ts'

type FoundAnswerProps = {
  readonly found: FillingVerificationView | undefined
  /** The words of the value found instead; empty where none is named. */
  readonly foundWords: string
}

/** Draws nothing for a question nobody verified. */
export const FoundAnswer = ({ found, foundWords }: FoundAnswerProps) => {
  const { t } = useVerifyWords()
  const review = useReviewWords()
  if (found === undefined) return null
  const isChanged = isOther(found)
  const words = [
    isChanged && foundWords !== '' ? t('foundValue', { value: foundWords }) : '',
    isChanged ? review.t('because', { reason: found.reason }) : '',
    review.authorText(found),
  ]
  return (
    <Cluster gap={2}>
      <Tag tone={isChanged ? 'warn' : 'good'}>{t(isChanged ? 'foundOther' : 'foundAgreed')}</Tag>
      <span>{words.filter(Boolean).join(' · ')}</span>
      {found.hasConflict && <Tag tone="warn">{review.t('conflict')}</Tag>}
    </Cluster>
  )
}
