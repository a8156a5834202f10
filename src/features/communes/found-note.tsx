// What was found about one answer, in a line below it: agreed, or the other level with why and by whom.
import type { VerificationView } from '#data/contract/review-contract.ts'
import type { Answer } from '#domain/self-assessment/answer.ts'
import { differs } from '#domain/self-assessment/verification.ts'
import { useReviewWords } from '#features/review-words.ts'
import { Cluster } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'

type FoundNoteProps = { readonly own: Pick<Answer, 'score'>; readonly found: VerificationView | undefined }

/** Draws nothing for a question nobody verified. */
export const FoundNote = ({ own, found }: FoundNoteProps) => {
  const { t, levelText, authorText } = useReviewWords()
  if (found === undefined) return null
  const isOther = differs(own, found)
  return (
    <Cluster gap={2}>
      <Tag tone={isOther ? 'warn' : 'good'}>
        {isOther ? t('found', { level: levelText(found.level) }) : t('foundSame')}
      </Tag>
      <span>
        {[isOther ? t('because', { reason: found.reason }) : '', authorText(found)].filter(Boolean).join(' · ')}
      </span>
      {found.hasConflict && <Tag tone="warn">{t('conflict')}</Tag>}
    </Cluster>
  )
}
