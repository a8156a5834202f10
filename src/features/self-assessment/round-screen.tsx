// One round at a glance: how far it is, what it says so far, and every question with what is special about it.
import type { ScreenProps } from '#features/screen-props.ts'
import { SubmissionPaper } from '#features/assessment-paper.tsx'
import { BehindPaper } from '#features/paper-instead.tsx'
import { unansweredQuestions } from '#domain/self-assessment/completeness.ts'
import { ButtonLink } from '#ui/button.tsx'
import { FrameTitle } from '#ui/frame-slots.tsx'
import { Columns, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { LocationTag } from '#features/location-tag.tsx'
import { PublishedRound } from './published-round.tsx'
import { AnalysisLink } from './analysis-link.tsx'
import { useWide } from '#features/use-media.ts'
import { questionPath, roundListPath, ROUNDS_PATH, submitPath } from './paths.ts'
import { QuestionList } from './question-list.tsx'
import { readOnlyReason } from './round-access.ts'
import { PrintRound } from './print-round.tsx'
import { RoundAmendments } from './round-amendments.tsx'
import { type LoadedRound, RoundGate } from './round-gate.tsx'
import { RoundReview } from './round-review.tsx'
import { RoundRevision } from './round-revision.tsx'
import { RoundResults } from './round-results.tsx'
import { useRoundWords } from './round-words.ts'
import { SubmittedNotice } from './submitted-notice.tsx'

type RoundScreenProps = ScreenProps & { readonly id: string }

export const RoundScreen = ({ id, ...screen }: RoundScreenProps) => (
  <RoundGate store={screen.store} id={id} isOverview withoutDraft={<PublishedRound id={id} {...screen} />}>
    {(loaded) => <Overview {...screen} {...loaded} />}
  </RoundGate>
)

const Overview = ({ round, instrument, ...screen }: ScreenProps & LoadedRound) => {
  const { store, person } = screen
  const { t, roundTitle, editionLabel } = useRoundWords()
  const readOnly = readOnlyReason(person, round)
  const place = store.identity.places.find(({ id }) => id === round.unitId)?.name ?? round.unitId
  return (
    <>
      <FrameTitle title={roundTitle(round.round)} subtitle={place} />
      <BehindPaper>
        <PageHeader
          title={roundTitle(round.round)}
          subtitle={`${place} · ${editionLabel(round.edition)}`}
          back={{ href: ROUNDS_PATH, label: t('title') }}
          aside={<LocationTag location={round.location} />}
          {...(readOnly === 'submitted' && { actions: <PrintRound {...{ round, screen }} /> })}
        />
        <Columns
          main={
            <Stack gap={5}>
              {readOnly === 'submitted' && <SubmittedNotice {...{ store, round }} />}
              <RoundReview {...{ round, screen }} />
              {readOnly === 'submitted' && <RoundAmendments {...{ round, screen }} />}
              <RoundRevision {...{ round, instrument, screen }} />
              {readOnly === 'role' && <Notice tone="note">{t('readOnly.role')}</Notice>}
              <Progress {...{ round, instrument }} canEdit={readOnly === null} />
              <QuestionList {...{ round, instrument }} />
            </Stack>
          }
          aside={
            <Stack gap={4}>
              <RoundResults {...{ round, instrument }} />
              <AnalysisLink id={round.id} />
            </Stack>
          }
        />
      </BehindPaper>
      {readOnly === 'submitted' && <SubmissionPaper screen={screen} unit={round.unitId} round={round.id} />}
    </>
  )
}

const Progress = ({ round, instrument, canEdit }: LoadedRound & { readonly canEdit: boolean }) => {
  const { t } = useRoundWords()
  const isWide = useWide()
  const [next] = unansweredQuestions(instrument, round.answers)
  const { answered } = round
  const total = instrument.questions.length
  return (
    <Stack gap={3}>
      <ProgressBar
        label={t('round.progress')}
        value={answered}
        max={total}
        valueText={t('answeredOf', { answered, total })}
      />
      {canEdit && next !== undefined && (
        <ButtonLink kind="main" wide iconEnd="chevron-right" href={questionPath(round.id, next)}>
          {t('round.continue')}
        </ButtonLink>
      )}
      {canEdit && isWide && (
        <ButtonLink wide icon="list" href={roundListPath(round.id)}>
          {t('answering.list')}
        </ButtonLink>
      )}
      {canEdit && (
        <ButtonLink kind={next === undefined ? 'main' : 'outline'} wide href={submitPath(round.id)}>
          {t('round.submit')}
        </ButtonLink>
      )}
    </Stack>
  )
}
