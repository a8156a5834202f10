// Handing in a round: what is complete, what stands in the way of a declaration, who will see what, and one button.
// Afterwards the same address says what happened and where the sealed record is.
import type { ScreenProps } from '#features/screen-props.ts'
import { unansweredQuestions } from '#domain/self-assessment/completeness.ts'
import { disputedQuestions } from '#domain/self-assessment/way.ts'
import { readinessOf } from '#domain/self-assessment/results.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { roundPath } from './paths.ts'
import { DisputedQuestions } from './disputed-questions.tsx'
import { MissingQuestions } from './missing-questions.tsx'
import { ReadinessNotice } from './readiness-notice.tsx'
import { readOnlyReason } from './round-access.ts'
import { type LoadedRound, RoundGate } from './round-gate.tsx'
import { useRoundWords } from './round-words.ts'
import { RoundSigns } from './round-signs.tsx'
import { SubmitButton } from './submit-button.tsx'
import { SubmitDone } from './submit-done.tsx'

type SubmitScreenProps = ScreenProps & { readonly id: string }

export const SubmitScreen = ({ id, ...screen }: SubmitScreenProps) => (
  <RoundGate store={screen.store} id={id} isOverview>
    {(loaded) => <SubmitRound {...screen} {...loaded} />}
  </RoundGate>
)

const SubmitRound = ({ store, person, round, instrument }: ScreenProps & LoadedRound) => {
  const { t, roundTitle } = useRoundWords()
  const isSubmitted = round.submittedAt !== null
  return (
    <Measure>
      <PageHeader
        title={isSubmitted ? t('submit.doneTitle') : t('submit.title')}
        subtitle={roundTitle(round.round)}
        back={{ href: roundPath(round.id), label: roundTitle(round.round) }}
      />
      {isSubmitted ? (
        <SubmitDone {...{ store, round }} />
      ) : (
        <Stack gap={5}>
          <MissingQuestions {...{ round, instrument }} />
          <DisputedQuestions {...{ round, instrument }} />
          <Section title={t('submit.readiness')}>
            <ReadinessNotice
              {...{ round, instrument }}
              readiness={readinessOf(instrument, round.answers)}
              consequence={t('submit.notReadyText')}
            />
          </Section>
          <RoundSigns {...{ store, round, instrument }} />
          <Visibility />
          {readOnlyReason(person, round) === null ? (
            <SubmitStep {...{ store, round, instrument }} />
          ) : (
            <Notice tone="note">{t('readOnly.role')}</Notice>
          )}
        </Stack>
      )}
    </Measure>
  )
}

const Visibility = () => {
  const { t } = useRoundWords()
  return (
    <Section title={t('submit.visible')}>
      <DefinitionList
        items={(['visibleBefore', 'visibleAfter', 'visibleSeal'] as const).map((part) => ({
          term: t(`submit.${part}`),
          value: t(`submit.${part}Text`),
        }))}
      />
    </Section>
  )
}

/** The button is offered only when it will work; before that, the list above leads to what is open. */
const SubmitStep = ({ store, round, instrument }: LoadedRound & Pick<ScreenProps, 'store'>) =>
  unansweredQuestions(instrument, round.answers).length === 0 &&
  disputedQuestions(instrument, round.answers).length === 0 && <SubmitButton store={store} id={round.id} />
