// The self-assessments of a commune as far as its follower may see them (decision D4): of a draft how far it is, of a
// submitted one every answer.
import type { AssessmentListItem, SubmissionView } from '#data/contract/self-assessment-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { useLive } from '#features/use-live.ts'
import { Card } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { type CommuneWords, useCommuneWords } from './commune-words.ts'
import { answersPath } from './paths.ts'

type AssessmentsTabProps = { readonly unit: string; readonly store: PersonStore }

export const AssessmentsTab = ({ unit, store }: AssessmentsTabProps) => {
  const words = useCommuneWords()
  const { t } = words
  const rounds = useLive(() => store.assessments.list(unit), [store, unit])
  const submissions = useLive(() => store.assessments.submissions(unit), [store, unit])
  if (rounds === undefined || submissions === undefined) return <Skeleton label={t('common:loading')} shape="rows" />
  const drafts = rounds.filter(({ submittedAt }) => submittedAt === null)
  if (drafts.length === 0 && submissions.length === 0) {
    return <EmptyState icon="document" title={t('assessments.emptyTitle')} text={t('assessments.emptyText')} />
  }
  return (
    <Stack>
      {drafts.map((round) => (
        <Draft key={round.id} round={round} words={words} />
      ))}
      {submissions.length > 0 && (
        <Rows label={t('assessments.submitted')}>
          {submissions.map((submission) => (
            <SubmissionRow key={submission.id} submission={submission} unit={unit} words={words} />
          ))}
        </Rows>
      )}
    </Stack>
  )
}

const Draft = ({ round, words: { t } }: { readonly round: AssessmentListItem; readonly words: CommuneWords }) => {
  const { answered, total } = round
  return (
    <Card title={roundTitle(round.round, t)}>
      <ProgressBar
        label={t('assessments.draft')}
        value={answered}
        max={Math.max(total, 1)}
        valueText={t('assessments.draftOf', { answered, total })}
      />
      <Notice tone="note">{t('assessments.draftHidden')}</Notice>
    </Card>
  )
}

type SubmissionRowProps = { readonly submission: SubmissionView; readonly unit: string; readonly words: CommuneWords }

const SubmissionRow = ({ submission: { id, content, location }, unit, words: { t, formats } }: SubmissionRowProps) => {
  const { mean, photos } = submissionFigures(content)
  const detail = [
    ...(content.revision === undefined ? [] : [t('assessments.revision', { number: content.revision })]),
    t('assessments.submittedOn', { day: formats.dayOf(Date.parse(content.submittedAt)) }),
    mean === null ? t('assessments.noMean') : t('assessments.mean', { mean: formats.number(mean, 1) }),
    t('assessments.photos', { count: photos }),
  ]
  return (
    <Row
      title={roundTitle(content.round, t)}
      detail={detail.join(' · ')}
      trailing={<LocationTag location={location} />}
      href={answersPath(unit, id)}
      cue={t('assessments.read')}
    />
  )
}

function submissionFigures({ answers, evidence }: SubmissionView['content']) {
  const scores = answers.flatMap(({ score }) => (typeof score === 'number' ? [score as number] : []))
  const sum = scores.reduce((total, score) => total + score, 0)
  return { mean: scores.length === 0 ? null : sum / scores.length, photos: evidence.length }
}

export const roundTitle = (round: string, t: CommuneWords['t']): string => {
  const [year = '', number = ''] = round.split('-')
  return t('assessments.round', { number, year })
}
