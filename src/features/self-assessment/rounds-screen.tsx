// The self-assessments of the commune: the running round first, with the one button that goes on; then what was
// submitted; and a new round only when none is running.
import type { AssessmentListItem } from '#data/contract/self-assessment-contract.ts'
import { COMMUNE_SELF_ASSESSMENT, instrumentList } from '#domain/questionnaire/instrument-registry.ts'
import { LocationTag } from '#features/location-tag.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats } from '#ui/text/text-context.tsx'
import { draftFeed, roundPath } from './paths.ts'
import { mayStartRound } from './round-access.ts'
import { useRoundWords } from './round-words.ts'
import { RunningRound } from './running-round.tsx'
import { StartRound } from './start-round.tsx'

export const RoundsScreen = ({ store, person }: ScreenProps) => {
  const { t } = useRoundWords()
  const unit = person.place.id
  const rounds = useLive(() => store.assessments.list(unit), [store, unit])
  const mayWrite = mayStartRound(person, unit)
  const running = rounds?.filter(({ submittedAt }) => submittedAt === null) ?? []
  const submitted = rounds?.filter(({ submittedAt }) => submittedAt !== null) ?? []
  return (
    <Stack gap={5}>
      <PageHeader title={t('title')} />
      {rounds === undefined && <Skeleton label={t('loading')} shape="rows" />}
      {rounds !== undefined && !mayWrite && <Notice tone="note">{t('readOnly.role')}</Notice>}
      {running.map((round) => (
        <RunningRound key={round.id} round={round} mayWrite={person.may('answer', draftFeed(unit))} />
      ))}
      {rounds?.length === 0 && (
        <EmptyState
          icon="document"
          title={t('rounds.emptyTitle')}
          text={t('rounds.emptyText', { count: questionCount })}
        />
      )}
      {submitted.length > 0 && <SubmittedRounds rounds={submitted} />}
      {rounds !== undefined && running.length === 0 && mayWrite && (
        <StartRound store={store} unitId={unit} instrument={COMMUNE_SELF_ASSESSMENT} questionCount={questionCount} />
      )}
    </Stack>
  )
}

const questionCount = instrumentList.find(({ key }) => key === COMMUNE_SELF_ASSESSMENT)?.questionCount ?? 0

const SubmittedRounds = ({ rounds }: { readonly rounds: readonly AssessmentListItem[] }) => {
  const { t, roundTitle } = useRoundWords()
  const { dayOf } = useFormats()
  return (
    <Section title={t('rounds.submitted')}>
      <Rows label={t('rounds.submitted')}>
        {rounds.map((round) => (
          <Row
            key={round.id}
            mark={<Mark tone="good" icon="check" />}
            title={roundTitle(round.round)}
            detail={t('rounds.submittedOn', { day: dayOf(round.submittedAt ?? 0) })}
            trailing={<LocationTag location={round.location} />}
            href={roundPath(round.id)}
            cue={t('common:open')}
          />
        ))}
      </Rows>
    </Section>
  )
}
