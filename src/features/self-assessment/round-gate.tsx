// What a screen of one round shows while the round or its questions are on their way, or when they are not there.
import { type ReactNode, Suspense } from 'react'
import type { AssessmentView } from '#data/contract/self-assessment-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { useInstrument } from '#features/use-instrument.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { ROUNDS_PATH } from './paths.ts'
import { useRoundWords } from './round-words.ts'
import { withWaitingChoices } from './waiting-choices.ts'

export type LoadedRound = { readonly round: AssessmentView; readonly instrument: Instrument }

type RoundGateProps = {
  readonly store: Pick<PersonStore, 'assessments' | 'drafts'>
  readonly id: string
  /** The whole round is looked at, and no answer is given here (SA-34). */
  readonly isOverview?: boolean
  readonly children: (loaded: LoadedRound) => ReactNode
  /** Drawn where the draft of the round is not on this device; a sentence that it was not found without it. */
  readonly withoutDraft?: ReactNode
}

export const RoundGate = ({ store, id, isOverview = false, children, withoutDraft }: RoundGateProps) => {
  const { t } = useRoundWords()
  const round = useLive(async () => {
    const stored = await store.assessments.get(id)
    return isOverview ? withWaitingChoices(store.drafts, stored) : stored
  }, [store, id, isOverview])
  if (round === undefined) return <RoundSkeleton />
  if (round === null)
    return withoutDraft ?? <MissingRound title={t('missing.title')} text={t('problems:assessment.not-found')} />
  return <InstrumentGate name={round.instrument}>{(instrument) => children({ round, instrument })}</InstrumentGate>
}

type InstrumentGateProps = { readonly name: string; readonly children: (instrument: Instrument) => ReactNode }

export const InstrumentGate = (props: InstrumentGateProps) => (
  <Suspense fallback={<RoundSkeleton />}>
    <WithInstrument {...props} />
  </Suspense>
)

const WithInstrument = ({ name, children }: InstrumentGateProps) => {
  const { t } = useRoundWords()
  const instrument = useInstrument(name)
  if (instrument === undefined)
    return <MissingRound title={t('unknownInstrument.title')} text={t('unknownInstrument.text')} />
  return children(instrument)
}

export const RoundSkeleton = () => {
  const { t } = useRoundWords()
  return <Skeleton label={t('loading')} shape="rows" count={5} />
}

type MissingRoundProps = { readonly title: string; readonly text: string; readonly href?: string }

export const MissingRound = ({ title, text, href = ROUNDS_PATH }: MissingRoundProps) => {
  const { t } = useRoundWords()
  return (
    <Stack>
      <PageHeader title={t('title')} />
      <EmptyState
        icon="document"
        title={title}
        text={text}
        action={<ButtonLink href={href}>{t('missing.back')}</ButtonLink>}
      />
    </Stack>
  )
}
