// Questions that two people answered differently, each one a link: until one is chosen nothing is handed in.
import { disputedQuestions } from '#domain/self-assessment/way.ts'
import { Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { questionPath } from './paths.ts'
import type { LoadedRound } from './round-gate.tsx'
import { questionById, useRoundWords } from './round-words.ts'

export const DisputedQuestions = ({ round, instrument }: LoadedRound) => {
  const { t, textOf } = useRoundWords()
  const disputed = disputedQuestions(instrument, round.answers)
  if (disputed.length === 0) return null
  const title = t('submit.disputed', { count: disputed.length })
  return (
    <Section title={title}>
      <Stack gap={3}>
        <p>{t('submit.disputedText')}</p>
        <Rows label={title}>
          {disputed.map((id) => {
            const question = questionById(instrument, id)
            return (
              <Row
                key={id}
                title={question ? textOf(question.text) : id}
                href={questionPath(round.id, id)}
                cue={t('submit.look')}
              />
            )
          })}
        </Rows>
      </Stack>
    </Section>
  )
}
