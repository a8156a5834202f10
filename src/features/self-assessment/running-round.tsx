// The round under way as a card: how far it is, and the one button that goes on with it.
import type { AssessmentListItem } from '#data/contract/self-assessment-contract.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Cluster } from '#ui/layout.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { useFormats } from '#ui/text/text-context.tsx'
import { roundPath, submitPath } from './paths.ts'
import { useRoundWords } from './round-words.ts'

type RunningRoundProps = { readonly round: AssessmentListItem; readonly mayWrite: boolean }

export const RunningRound = ({ round, mayWrite }: RunningRoundProps) => {
  const { t, roundTitle, editionLabel } = useRoundWords()
  const { day } = useFormats()
  const { answered, total } = round
  const isComplete = answered >= total
  return (
    <Card title={roundTitle(round.round)} actions={<LocationTag location={round.location} />}>
      <p>
        {editionLabel(round.edition)} · {t('rounds.startedOn', { day: day(round.startedOn) })}
      </p>
      <ProgressBar
        label={t('round.progress')}
        value={answered}
        max={total}
        valueText={t('answeredOf', { answered, total })}
        caption={t('answeredOf', { answered, total })}
        hideLabel
      />
      <Cluster>
        {mayWrite && (
          <ButtonLink kind="main" href={isComplete ? submitPath(round.id) : `${roundPath(round.id)}?show=unanswered`}>
            {isComplete ? t('rounds.reviewAndSubmit') : t('rounds.continue')}
          </ButtonLink>
        )}
        <ButtonLink href={roundPath(round.id)}>{t('rounds.overview')}</ButtonLink>
      </Cluster>
    </Card>
  )
}
