// One round in whole: how far, what it says so far, and every question with its state, filtered as the person asks.
import { unansweredQuestions } from '#domain/self-assessment/completeness.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Cluster, Columns, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { questionPath, ROUNDS_PATH, submitPath } from './paths.ts'
import { readOnlyReason } from './round-access.ts'
import { RoundGate, type LoadedRound } from './round-gate.tsx'
import { RoundQuestions } from './round-questions.tsx'
import { RoundResults } from './round-results.tsx'
import { useRoundWords } from './round-words.ts'
import { SubmittedNotice } from './submitted-notice.tsx'

type RoundScreenProps = ScreenProps & { readonly id: string; readonly query: Readonly<Record<string, string>> }

export const RoundScreen = (props: RoundScreenProps) => (
  <RoundGate store={props.store} id={props.id}>
    {(loaded) => <Round {...props} {...loaded} />}
  </RoundGate>
)

const Round = (props: RoundScreenProps & LoadedRound) => {
  const { round, instrument, person, query, store } = props
  const { t, roundTitle } = useRoundWords()
  const reason = readOnlyReason(person, round)
  const { answered, total } = round
  return (
    <Stack gap={5}>
      <PageHeader
        title={roundTitle(round.round)}
        subtitle={<LocationTag location={round.location} />}
        back={{ href: ROUNDS_PATH, label: t('missing.back') }}
      />
      {round.submittedAt !== null ? <SubmittedNotice store={store} round={round} /> : null}
      {reason === 'role' && <Notice tone="note">{t('readOnly.role')}</Notice>}
      <ProgressBar
        label={t('round.progress')}
        value={answered}
        max={total}
        valueText={t('answeredOf', { answered, total })}
        caption={t('answeredOf', { answered, total })}
      />
      {reason === null && <NextStep {...props} />}
      <Columns
        main={<RoundQuestions round={round} instrument={instrument} show={query.show} />}
        aside={<RoundResults round={round} instrument={instrument} />}
      />
    </Stack>
  )
}

const NextStep = ({ round, instrument }: LoadedRound) => {
  const { t } = useRoundWords()
  const [next] = unansweredQuestions(instrument, round.answers)
  return (
    <Cluster>
      {next !== undefined && (
        <ButtonLink kind="main" href={questionPath(round.id, next)}>
          {t('round.continue')}
        </ButtonLink>
      )}
      <ButtonLink kind={next === undefined ? 'main' : 'outline'} href={submitPath(round.id)}>
        {t('round.submit')}
      </ButtonLink>
    </Cluster>
  )
}
