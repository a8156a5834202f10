// One question of a round. It reads only its own answer, so that a choice is painted and stored within a frame or two
// on a cheap phone; the round's counts come with it from the row that is kept in the same transaction.
import type { Instrument, Question } from '#domain/questionnaire/instrument.ts'
import type { QuestionView } from '#data/contract/self-assessment-contract.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { choiceDraft, roundPath } from './paths.ts'
import { QuestionForm } from './question-form.tsx'
import { InstrumentGate, MissingRound, RoundSkeleton } from './round-gate.tsx'
import { questionById, useRoundWords } from './round-words.ts'

type QuestionScreenProps = ScreenProps & { readonly id: string; readonly question: string }

export type LoadedQuestion = {
  readonly view: QuestionView
  readonly instrument: Instrument
  readonly question: Question
  readonly hasWaitingChoice: boolean
}

export const QuestionScreen = ({ id, question, ...screen }: QuestionScreenProps) => {
  const { t } = useRoundWords()
  const { store } = screen
  const loaded = useLive(async () => {
    const [view, choice] = await Promise.all([
      store.assessments.question(id, question),
      store.drafts.get(choiceDraft(id, question)),
    ])
    return { view, hasWaitingChoice: choice === 'na' }
  }, [store, id, question])
  if (loaded === undefined) return <RoundSkeleton />
  const { view, hasWaitingChoice } = loaded
  if (view === null) return <MissingRound title={t('missing.title')} text={t('problems:assessment.not-found')} />
  return (
    <InstrumentGate name={view.assessment.instrument}>
      {(instrument) => {
        const asked = questionById(instrument, question)
        if (asked === undefined)
          return <MissingRound title={t('missing.question')} text={t('missing.questionText')} href={roundPath(id)} />
        return (
          <QuestionForm
            key={`${id} ${question}`}
            {...screen}
            {...{ view, instrument, hasWaitingChoice }}
            question={asked}
          />
        )
      }}
    </InstrumentGate>
  )
}
