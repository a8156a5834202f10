// The overall mean of this round and of those before, each counted with the questions it was given.
import { meansOf, OVERALL } from '#domain/self-assessment/comparison.ts'
import { Stack } from '#ui/layout.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { Section } from '#ui/section.tsx'
import type { AnalysedRound } from './assessment-analysis.tsx'
import { useReviewWords } from './review-words.ts'

const TOP = 3

export const EarlierRounds = ({ instrument, answers, earlier }: AnalysedRound) => {
  const { t, formats } = useReviewWords()
  if (earlier.length === 0)
    return (
      <Section title={t('analysis.earlier')}>
        <p>{t('analysis.noEarlier')}</p>
      </Section>
    )
  const now = { round: t('thisOne'), means: meansOf(instrument, answers) }
  return (
    <Section title={t('analysis.earlier')}>
      <Stack gap={3}>
        {[now, ...earlier].map(({ round, means }) => {
          const mean = means[OVERALL] ?? null
          return (
            <ProgressBar
              key={round}
              label={round}
              value={mean ?? 0}
              max={TOP}
              valueText={mean === null ? t('analysis.noMean') : formats.number(mean, 2)}
            />
          )
        })}
      </Stack>
    </Section>
  )
}
