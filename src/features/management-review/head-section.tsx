// When, where and under whom the leaders meet, and whether they were told in time.
import { noticeState } from '#domain/management-review/management-review.ts'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { HeadDay, HeadText } from './kept-fields.tsx'
import type { ReviewPartProps } from './review-part.ts'
import { useReviewOfLeadersWords } from './review-words.ts'

export const HeadSection = (part: ReviewPartProps) => {
  const { t } = useReviewOfLeadersWords()
  const notice = noticeState(part.review)
  return (
    <Section title={t('head')}>
      <Stack gap={4}>
        <HeadDay {...part} name="on" label={t('on')} />
        <HeadDay {...part} name="noticedOn" label={t('noticedOn')} hint={t('noticeHint')} />
        <Notice tone={notice === 'in-time' ? 'good' : 'warn'} title={t(`notice.${notice}`)}>
          {t(`noticeText.${notice}`)}
        </Notice>
        <HeadText {...part} name="place" label={t('place')} />
        <HeadText {...part} name="chair" label={t('chair')} hint={t('postHint')} />
        <HeadText {...part} name="secretary" label={t('secretary')} />
      </Stack>
    </Section>
  )
}
