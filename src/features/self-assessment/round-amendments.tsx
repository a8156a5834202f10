// Corrections of what was handed in, beside the round whose answers no longer change.
import { AmendmentsSection } from '#features/amendments-section.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { feedId } from '#domain/change/feed.ts'
import type { LoadedRound } from './round-gate.tsx'

type RoundAmendmentsProps = Pick<LoadedRound, 'round'> & { readonly screen: ScreenProps }

export const RoundAmendments = ({ round, screen }: RoundAmendmentsProps) => {
  const { store } = screen
  const submissions = useLive(() => store.assessments.submissions(round.unitId), [store, round.unitId])
  const of = submissions?.find(({ content }) => content.assessmentId === round.id)?.id
  if (of === undefined) return null
  return <AmendmentsSection record={{ feed: feedId(round.unitId, 'pub'), of, ofKind: 'submission' }} screen={screen} />
}
