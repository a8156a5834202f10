// A round whose draft this person does not read: an internal auditor sees how far it is, and every answer once it was
// submitted and sealed. What is drawn comes from the commune's published records alone.
import type { AssessmentListItem, SubmissionView } from '#data/contract/self-assessment-contract.ts'
import { SubmissionPaper } from '#features/assessment-paper.tsx'
import { LocationTag } from '#features/location-tag.tsx'
import { notedPrint } from '#features/note-activity.ts'
import { BehindPaper } from '#features/paper-instead.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { SubmissionAnswers } from '#features/submission-answers.tsx'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { FrameTitle } from '#ui/frame-slots.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { ROUNDS_PATH } from './paths.ts'
import { MissingRound, RoundSkeleton } from './round-gate.tsx'
import { useRoundWords } from './round-words.ts'

type PublishedRoundProps = ScreenProps & { readonly id: string }

export const PublishedRound = ({ id, ...screen }: PublishedRoundProps) => {
  const { store, person } = screen
  const { t } = useRoundWords()
  const unit = person.place.id
  const known = useLive(async () => {
    const [rounds, submissions] = [await store.assessments.list(unit), await store.assessments.submissions(unit)]
    return {
      round: rounds.find((one) => one.id === id),
      submission: submissions.find(({ content }) => content.assessmentId === id),
    }
  }, [store, unit, id])
  if (known === undefined) return <RoundSkeleton />
  if (known.round === undefined)
    return <MissingRound title={t('missing.title')} text={t('problems:assessment.not-found')} />
  return <Published round={known.round} submission={known.submission} screen={screen} />
}

type PublishedProps = {
  readonly round: AssessmentListItem
  readonly submission: SubmissionView | undefined
  readonly screen: ScreenProps
}

const Published = ({ round, submission, screen }: PublishedProps) => {
  const { t, roundTitle, editionLabel } = useRoundWords()
  const { answered, total } = round
  const title = roundTitle(round.round)
  const place = screen.person.place.name
  const printed = { what: 'submission', unit: screen.person.place.id, record: submission?.id ?? round.id }
  return (
    <>
      <FrameTitle title={title} subtitle={place} />
      <BehindPaper>
        <PageHeader
          title={title}
          subtitle={`${place} · ${editionLabel(round.edition)}`}
          back={{ href: ROUNDS_PATH, label: t('title') }}
          aside={<LocationTag location={submission?.location ?? round.location} />}
          {...(submission && {
            actions: (
              <Button icon="print" onClick={() => void notedPrint(screen, printed)}>
                {t('common:print')}
              </Button>
            ),
          })}
        />
        <Stack gap={5}>
          <ProgressBar
            label={t('round.progress')}
            value={answered}
            max={total}
            valueText={t('answeredOf', { answered, total })}
          />
          {submission === undefined ? (
            <Notice tone="note">{t('readOnly.feed')}</Notice>
          ) : (
            <SubmissionAnswers view={submission} store={screen.store} platform={screen.platform} />
          )}
        </Stack>
      </BehindPaper>
      {submission && <SubmissionPaper screen={screen} unit={screen.person.place.id} submission={submission.id} />}
    </>
  )
}
