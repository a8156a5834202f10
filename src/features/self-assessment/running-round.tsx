// The round being answered: how far it has come, and one button to the next question without an answer.
import { Suspense } from 'react'
import type { AssessmentListItem } from '#data/contract/self-assessment-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { unansweredQuestions } from '#domain/self-assessment/completeness.ts'
import { useInstrument } from '#features/use-instrument.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { useFormats } from '#ui/text/text-context.tsx'
import { questionPath, roundPath, submitPath } from './paths.ts'
import { useRoundWords } from './round-words.ts'

type NextStepProps = { readonly round: AssessmentListItem; readonly store: Pick<PersonStore, 'assessments'> }

type RunningRoundProps = NextStepProps & { readonly mayAnswer: boolean }

export const RunningRound = ({ round, store, mayAnswer }: RunningRoundProps) => {
  const { t, roundTitle, editionLabel } = useRoundWords()
  const formats = useFormats()
  const { answered, total } = round
  return (
    <Card title={roundTitle(round.round)} level={3} actions={<LocationTag location={round.location} />}>
      <Stack gap={3}>
        <p>{[editionLabel(round.edition), t('rounds.startedOn', { day: formats.day(round.startedOn) })].join(' · ')}</p>
        <ProgressBar
          label={t('round.progress')}
          value={answered}
          max={total}
          valueText={t('answeredOf', { answered, total })}
        />
        <Cluster>
          {mayAnswer && (
            <Suspense fallback={null}>
              <NextStep {...{ round, store }} />
            </Suspense>
          )}
          <ButtonLink href={roundPath(round.id)} icon="list">
            {t('rounds.overview')}
          </ButtonLink>
        </Cluster>
      </Stack>
    </Card>
  )
}

const NextStep = ({ round, store }: NextStepProps) => {
  const { t } = useRoundWords()
  const instrument = useInstrument(round.instrument)
  const view = useLive(() => store.assessments.get(round.id), [store, round.id])
  // A round whose draft is not on this device (only its counts are) has no next question here.
  if (!view || !instrument) return null
  const [next] = unansweredQuestions(instrument, view.answers)
  return (
    <ButtonLink
      kind="main"
      wide
      iconEnd="chevron-right"
      href={next === undefined ? submitPath(round.id) : questionPath(round.id, next)}
    >
      {next === undefined ? t('rounds.reviewAndSubmit') : t('rounds.continue')}
    </ButtonLink>
  )
}
