// What the round says so far: the mean of each section as a bar with its figure, and what keeps the commune from
// declaring. Only scored questions count; the domain computes it.
import { assessmentResults } from '#domain/self-assessment/results.ts'
import { Card } from '#ui/card.tsx'
import { Stack } from '#ui/layout.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { useFormats } from '#ui/text/text-context.tsx'
import { ReadinessNotice } from './readiness-notice.tsx'
import type { LoadedRound } from './round-gate.tsx'
import { useRoundWords } from './round-words.ts'

export const RoundResults = ({ round, instrument }: LoadedRound) => {
  const { t, sectionTitle } = useRoundWords()
  const { number } = useFormats()
  const results = assessmentResults(instrument, round.answers)
  const meanText = (mean: number | null): string =>
    mean === null ? t('round.noMean') : t('round.meanOf', { mean: number(mean, 1) })
  const means = new Map(results.sections.map(({ section, mean }) => [section, mean]))
  return (
    <Stack gap={4}>
      <Card title={t('round.results')}>
        <p>{t('round.resultsDetail')}</p>
        <p>
          <b>
            {t('round.overallMean')}: {meanText(results.overall.mean)}
          </b>
        </p>
        <Stack gap={3}>
          {instrument.sections.map((section) => {
            const mean = means.get(section.id) ?? null
            return (
              <ProgressBar
                key={section.id}
                label={sectionTitle(section)}
                value={mean ?? 0}
                max={3}
                valueText={meanText(mean)}
                caption={meanText(mean)}
              />
            )
          })}
        </Stack>
      </Card>
      <ReadinessNotice readiness={results.readiness} instrument={instrument} roundId={round.id} />
    </Stack>
  )
}
