// Every screen of a round first needs the round and its questions; while they are on the way, or are not there, all show
// the same.
import type { ReactNode } from 'react'
import type { AssessmentView } from '#data/contract/self-assessment-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { ROUNDS_PATH } from './paths.ts'
import { useRoundWords } from './round-words.ts'
import { useInstrument } from './use-instrument.ts'

export type LoadedRound = { readonly round: AssessmentView; readonly instrument: Instrument }

type RoundGateProps = {
  readonly store: Pick<PersonStore, 'assessments'>
  readonly id: string
  readonly children: (loaded: LoadedRound) => ReactNode
}

export const RoundGate = ({ store, id, children }: RoundGateProps) => {
  const { t } = useRoundWords()
  const round = useLive(() => store.assessments.get(id), [store, id])
  if (round === undefined) return <Skeleton label={t('loading')} shape="rows" count={5} />
  if (round === null) return <MissingRound title={t('missing.title')} text={t('common:notFound.text')} />
  return <WithInstrument round={round}>{children}</WithInstrument>
}

const WithInstrument = ({ round, children }: { readonly round: AssessmentView } & Pick<RoundGateProps, 'children'>) => {
  const { t } = useRoundWords()
  const instrument = useInstrument(round.instrument)
  if (instrument === undefined) {
    return <MissingRound title={t('unknownInstrument.title')} text={t('unknownInstrument.text')} />
  }
  return children({ round, instrument })
}

const MissingRound = ({ title, text }: { readonly title: string; readonly text: string }) => {
  const { t } = useRoundWords()
  return (
    <Stack>
      <PageHeader title={t('title')} />
      <EmptyState
        icon="document"
        title={title}
        text={text}
        action={<ButtonLink href={ROUNDS_PATH}>{t('missing.back')}</ButtonLink>}
      />
    </Stack>
  )
}
