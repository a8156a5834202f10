// Before handing in: what whoever verifies will find conspicuous, so that it can be looked at again first.
import { Suspense } from 'react'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { assessmentSigns } from '#domain/self-assessment/signs.ts'
import { HonestyNotice } from '#features/honesty-notice.tsx'
import { useLive } from '#features/use-live.ts'
import type { LoadedRound } from './round-gate.tsx'

type RoundSignsProps = LoadedRound & { readonly store: Pick<PersonStore, 'assessments'> }

export const RoundSigns = (props: RoundSignsProps) => (
  <Suspense fallback={null}>
    <Signs {...props} />
  </Suspense>
)

const Signs = ({ store, round, instrument }: RoundSignsProps) => {
  const submissions = useLive(() => store.assessments.submissions(round.unitId), [store, round.unitId])
  if (submissions === undefined) return null
  const evidence = Object.values(round.answers).flatMap((answer) =>
    answer.evidence.map(({ sha256, takenAt, on }) => ({
      questionId: answer.questionId,
      sha256,
      takenAt,
      on: on.date,
    })),
  )
  const earlierPhotos = submissions
    .filter(({ content }) => content.assessmentId !== round.id)
    .flatMap(({ content }) => content.evidence.map(({ sha256 }) => sha256))
  const { answers, startedOn } = round
  return <HonestyNotice signs={assessmentSigns(instrument, { answers, evidence, earlierPhotos, startedOn })} />
}
