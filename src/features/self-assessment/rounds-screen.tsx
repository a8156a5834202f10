// The commune's self-assessments: the running one on top with the way to the next open question, what was submitted
// with its result, and the start of a new one.
import { Suspense } from 'react'
import type { AssessmentListItem, SubmissionView } from '#data/contract/self-assessment-contract.ts'
import { useFetchAhead } from '#features/fetch-ahead.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { questionPath, roundListPath, roundPath } from './paths.ts'
import { RoundSkeleton } from './round-gate.tsx'
import { mayStartRound, readOnlyReason } from './round-access.ts'
import { useRoundWords } from './round-words.ts'
import { RunningRound } from './running-round.tsx'
import { StartRound } from './start-round.tsx'
import { SubmittedRound } from './submitted-round.tsx'

export const RoundsScreen = ({ store, person }: ScreenProps) => {
  const { t } = useRoundWords()
  const unit = person.place.id
  const loaded = useLive(async () => {
    const [rounds, submissions] = [await store.assessments.list(unit), await store.assessments.submissions(unit)]
    return { rounds, submissions }
  }, [store, unit])
  const mayStart = mayStartRound(person, unit)
  const newest = loaded?.rounds[0]?.id ?? 'new'
  useFetchAhead({ paths: [roundPath(newest), roundListPath(newest), questionPath(newest, 'q')], words: ['review'] })
  return (
    <Measure>
      <PageHeader title={t('title')} subtitle={person.place.name} />
      {loaded === undefined ? (
        <RoundSkeleton />
      ) : (
        <Stack gap={5}>
          {!mayStart && <Notice tone="note">{t('readOnly.role')}</Notice>}
          <Running rounds={loaded.rounds} {...{ store, person }} />
          {mayStart && loaded.rounds.every(({ submittedAt }) => submittedAt !== null) && (
            <StartRound store={store} unit={unit} isFirst={loaded.rounds.length === 0} />
          )}
          <Submitted {...loaded} />
        </Stack>
      )}
    </Measure>
  )
}

type RoundsProps = { readonly rounds: readonly AssessmentListItem[] }

const Running = ({ rounds, store, person }: RoundsProps & Pick<ScreenProps, 'store' | 'person'>) => {
  const { t } = useRoundWords()
  const running = rounds.filter(({ submittedAt }) => submittedAt === null)
  if (running.length === 0) return null
  return (
    <Section title={t('rounds.running')}>
      <Stack>
        {running.map((round) => (
          <RunningRound key={round.id} {...{ round, store }} mayAnswer={readOnlyReason(person, round) === null} />
        ))}
      </Stack>
    </Section>
  )
}

const Submitted = ({ rounds, submissions }: RoundsProps & { readonly submissions: readonly SubmissionView[] }) => {
  const { t } = useRoundWords()
  const submitted = rounds.filter(({ submittedAt }) => submittedAt !== null)
  if (submitted.length === 0) return null
  return (
    <Section title={t('rounds.submitted')}>
      <Suspense fallback={<RoundSkeleton />}>
        <Rows label={t('rounds.submitted')}>
          {submitted.map((round) => (
            <SubmittedRound
              key={round.id}
              round={round}
              submission={submissions.find(({ content }) => content.assessmentId === round.id)}
            />
          ))}
        </Rows>
      </Suspense>
    </Section>
  )
}
