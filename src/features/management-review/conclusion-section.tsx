// What the leaders conclude about the system as a whole.
import { Section } from '#ui/section.tsx'
import { HeadText } from './kept-fields.tsx'
import type { ReviewPartProps } from './review-part.ts'
import { useReviewOfLeadersWords } from './review-words.ts'

export const ConclusionSection = (part: ReviewPartProps) => {
  const { t } = useReviewOfLeadersWords()
  return (
    <Section title={t('conclusion')}>
      <HeadText {...part} name="conclusion" label={t('conclusion')} hint={t('conclusionHint')} />
    </Section>
  )
}
