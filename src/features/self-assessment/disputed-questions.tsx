// Questions that two people answered differently, each one a link: until one is chosen nothing is handed in.
import { disputedQuestions } from '#domain/self-assessment/way.ts'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { QuestionRows } from './question-rows.tsx'
import type { LoadedRound } from './round-gate.tsx'
import { useRoundWords } from './round-words.ts'

export const DisputedQuestions = ({ round, instrument }: LoadedRound) => {
  const { t } = useRoundWords()
  const disputed = disputedQuestions(instrument, round.answers)
  if (disputed.length === 0) return null
  const title = t('submit.disputed', { count: disputed.length })
  return (
    <Section title={title}>
      <Stack gap={3}>
        <p>{t('submit.disputedText')}</p>
        <QuestionRows {...{ round, instrument }} ids={disputed} label={title} cue={t('submit.look')} />
      </Stack>
    </Section>
  )
}
