// What the answers say so far: the mean of each chapter as a bar with its number, and which key questions stand in the
// way of a declaration.
import { type AssessmentResults, assessmentResults } from '#domain/self-assessment/results.ts'
import { Stack } from '#ui/layout.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { Section } from '#ui/section.tsx'
import { useFormats } from '#ui/text/text-context.tsx'
import { ReadinessNotice } from './readiness-notice.tsx'
import type { LoadedRound } from './round-gate.tsx'
import { useRoundWords } from './round-words.ts'

const TOP_SCORE = 3

export const RoundResults = ({ round, instrument }: LoadedRound) => {
  const { t, sectionTitle } = useRoundWords()
  const results = assessmentResults(instrument, round.answers)
  return (
    <Section title={t('round.results')} detail={t('round.resultsDetail')}>
      <Stack gap={4}>
        <MeanBar label={t('round.overallMean')} mean={results.overall.mean} />
        {instrument.sections.map((chapter) => (
          <MeanBar key={chapter.id} label={sectionTitle(chapter)} mean={meanOf(results, chapter.id)} />
        ))}
        <ReadinessNotice {...{ round, instrument }} readiness={results.readiness} />
      </Stack>
    </Section>
  )
}

const meanOf = (results: AssessmentResults, chapter: string): number | null =>
  results.sections.find(({ section }) => section === chapter)?.mean ?? null

const MeanBar = ({ label, mean }: { readonly label: string; readonly mean: number | null }) => {
  const { t } = useRoundWords()
  const formats = useFormats()
  const valueText = mean === null ? t('round.noMean') : t('round.meanOf', { mean: formats.number(mean, 1) })
  return <ProgressBar label={label} value={mean ?? 0} max={TOP_SCORE} valueText={valueText} />
}
