// One of the submissions of a round as it was sealed: an earlier one stays readable beside its correction.
import { AssessmentPaper } from '#features/assessment-paper.tsx'
import { notedPrint } from '#features/note-activity.ts'
import { BehindPaper } from '#features/paper-instead.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { type LoadedReview, ReviewGate } from '#features/review-gate.tsx'
import { toneOfState, useReviewWords } from '#features/review-words.ts'
import { RevisionRows } from '#features/revision-rows.tsx'
import { SubmissionAnswers } from '#features/submission-answers.tsx'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { revisionPath, roundPath } from './paths.ts'
import { MissingRound } from './round-gate.tsx'
import { shortHash, useRoundWords } from './round-words.ts'

type RevisionScreenProps = ScreenProps & { readonly id: string; readonly submission: string }

export const RevisionScreen = ({ id, submission, ...screen }: RevisionScreenProps) => {
  const { t } = useRoundWords()
  const missing = <MissingRound title={t('missing.title')} text={t('problems:assessment.not-found')} />
  return (
    <ReviewGate store={screen.store} unit={screen.person.place.id} submission={submission} missing={missing}>
      {(loaded) => <Sealed id={id} screen={screen} {...loaded} />}
    </ReviewGate>
  )
}

type SealedProps = LoadedReview & { readonly id: string; readonly screen: ScreenProps }

const Sealed = ({ id, screen, review, instrument }: SealedProps) => {
  const { t, revisionText, formats } = useReviewWords()
  const round = useRoundWords()
  const { submission } = review
  const printed = { what: 'submission', unit: screen.person.place.id, record: submission.id }
  return (
    <>
      <BehindPaper>
        <PageHeader
          title={revisionText(review.revision)}
          subtitle={`${round.roundTitle(submission.content.round)} · ${screen.person.place.name}`}
          back={{ href: roundPath(id), label: round.roundTitle(submission.content.round) }}
          aside={<LocationTag location={submission.location} />}
          actions={
            <Button icon="print" onClick={() => void notedPrint(screen, printed)}>
              {t('common:print')}
            </Button>
          }
        />
        <Stack gap={5}>
          <Notice tone="note" icon="lock" title={round.t('round.seal', { hash: shortHash(submission.sha256) })}>
            <p>{t('submittedAt', { time: formats.dateTime(Date.parse(submission.content.submittedAt)) })}</p>
            {review.state === 'superseded' && <p>{t('notLatest')}</p>}
            <Tag tone={toneOfState[review.state]}>{t(`state.${review.state}`)}</Tag>
          </Notice>
          <RevisionRows review={review} hrefOf={(other) => revisionPath(id, other)} />
          <SubmissionAnswers view={submission} store={screen.store} platform={screen.platform} />
        </Stack>
      </BehindPaper>
      <AssessmentPaper {...{ screen, review, instrument }} />
    </>
  )
}
