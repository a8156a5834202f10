// Before a round is sealed: what is missing, what the key questions say, and who will see what. Afterwards: where the
// sealed record is, in words that promise no more than happened.
import { useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { unansweredQuestions } from '#domain/self-assessment/completeness.ts'
import { readinessOf } from '#domain/self-assessment/results.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { MissingQuestions } from './missing-questions.tsx'
import { roundPath } from './paths.ts'
import { ReadinessNotice } from './readiness-notice.tsx'
import { readOnlyReason } from './round-access.ts'
import { type LoadedRound, RoundGate } from './round-gate.tsx'
import { useRoundWords } from './round-words.ts'
import { SubmitDone } from './submit-done.tsx'

type SubmitScreenProps = ScreenProps & { readonly id: string }

export const SubmitScreen = (props: SubmitScreenProps) => (
  <RoundGate store={props.store} id={props.id}>
    {(loaded) => <Submit {...props} {...loaded} />}
  </RoundGate>
)

const Submit = ({ store, person, round, instrument }: SubmitScreenProps & LoadedRound) => {
  const { t, roundTitle } = useRoundWords()
  const reason = readOnlyReason(person, round)
  const back = { href: roundPath(round.id), label: roundTitle(round.round) }
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader title={t(round.submittedAt === null ? 'submit.title' : 'submit.doneTitle')} back={back} />
        {round.submittedAt !== null ? (
          <SubmitDone store={store} round={round} />
        ) : (
          <>
            <MissingQuestions round={round} instrument={instrument} />
            <Section title={t('submit.readiness')}>
              <ReadinessNotice
                readiness={readinessOf(instrument, round.answers)}
                instrument={instrument}
                roundId={round.id}
              />
              <p>{t('submit.notReadyText')}</p>
            </Section>
            <WhoSeesWhat />
            {reason === 'role' ? (
              <Notice tone="note">{t('readOnly.role')}</Notice>
            ) : (
              <Confirm store={store} round={round} instrument={instrument} />
            )}
          </>
        )}
      </Stack>
    </Measure>
  )
}

const WhoSeesWhat = () => {
  const { t } = useRoundWords()
  return (
    <Section title={t('submit.visible')}>
      <DefinitionList
        items={[
          { term: t('submit.visibleBefore'), value: t('submit.visibleBeforeText') },
          { term: t('submit.visibleAfter'), value: t('submit.visibleAfterText') },
          { term: t('submit.visibleSeal'), value: t('submit.visibleSealText') },
        ]}
      />
    </Section>
  )
}

const Confirm = ({ store, round, instrument }: Pick<SubmitScreenProps, 'store'> & LoadedRound) => {
  const { t } = useRoundWords()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const isComplete = unansweredQuestions(instrument, round.answers).length === 0
  const submit = async (): Promise<void> => {
    setBusy(true)
    const submitted = await store.assessments.submit(round.id)
    setBusy(false)
    setProblem(submitted.ok ? null : submitted.error)
  }
  return (
    <Stack gap={3}>
      <ProblemNotice problem={problem} title={t('submit.notSubmitted')} />
      <Button kind="main" wide disabled={!isComplete} busy={isBusy} onClick={() => void submit()}>
        {t('submit.confirm')}
      </Button>
    </Stack>
  )
}
