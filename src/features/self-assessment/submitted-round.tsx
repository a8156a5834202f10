// One line for a submitted round: when, with which mean, and whether its key questions allow a declaration. The
// figures are counted from what was sealed, not from the draft.
import type { AssessmentListItem, SubmissionView } from '#data/contract/self-assessment-contract.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { type AssessmentResults, assessmentResults } from '#domain/self-assessment/results.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { useInstrument } from '#features/use-instrument.ts'
import { Mark } from '#ui/mark.tsx'
import { Row } from '#ui/rows.tsx'
import { useFormats } from '#ui/text/text-context.tsx'
import { roundPath } from './paths.ts'
import { useRoundWords } from './round-words.ts'

type SubmittedRoundProps = {
  readonly round: AssessmentListItem
  /** Undefined while only the counts of the round are on this device. */
  readonly submission: SubmissionView | undefined
}

export const SubmittedRound = ({ round, submission }: SubmittedRoundProps) => {
  const { t, roundTitle } = useRoundWords()
  const formats = useFormats()
  const instrument = useInstrument(round.instrument)
  const results = submission && instrument && resultsOf(instrument, submission)
  const mean = results?.overall.mean ?? null
  const blocking = results?.readiness.blocking.length ?? 0
  const words = [
    round.submittedAt !== null && t('rounds.submittedOn', { day: formats.dayOf(round.submittedAt) }),
    mean !== null && t('rounds.mean', { mean: formats.number(mean, 1) }),
    results && (blocking === 0 ? t('rounds.ready') : t('rounds.notReady', { count: blocking })),
  ]
  return (
    <Row
      href={roundPath(round.id)}
      cue={t('round.open')}
      title={roundTitle(round.round)}
      detail={words.filter(Boolean).join(' · ')}
      trailing={<LocationTag location={submission?.location ?? round.location} />}
      {...(results && {
        mark: <Mark tone={blocking === 0 ? 'good' : 'warn'} icon={blocking === 0 ? 'check' : 'star'} />,
      })}
    />
  )
}

function resultsOf(instrument: Instrument, { content }: SubmissionView): AssessmentResults {
  return assessmentResults(instrument, Object.fromEntries(content.answers.map((answer) => [answer.questionId, answer])))
}
