// One stage of a commune for those who follow it: what the commune put forward for each deliverable, its word beside
// the follower's, what happened so far, and the follower's own decision.
import type { CommuneRow } from '#data/contract/commune-contract.ts'
import type { PilotView, StageView } from '#data/contract/pilot-contract.ts'
import { stageByCode } from '#domain/pilot/pilot-stages.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { StageAmendments } from '#features/stage-amendments.tsx'
import { StageHistory, StageProof, StageTag, useStageWords } from '#features/stage-overview.tsx'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FrameTitle } from '#ui/frame-slots.tsx'
import { Columns } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { UnknownCommune } from './commune-screen.tsx'
import { useCommuneWords } from './commune-words.ts'
import { pubFeed } from './feeds.ts'
import { communePath } from './paths.ts'
import { StageDecision } from './stage-decision.tsx'

type CommuneStageScreenProps = ScreenProps & { readonly unit: string; readonly stage: string }

export const CommuneStageScreen = ({ unit, stage, ...screen }: CommuneStageScreenProps) => {
  const { store, today } = screen
  const { t } = useCommuneWords()
  const row = useLive(() => store.communes.get(unit), [store, unit])
  const pilot = useLive(() => store.pilot.ofCommune(unit, today), [store, unit, today])
  const back = { href: communePath(unit), label: row?.place.name ?? t('commune.back') }
  if (row === undefined || pilot === undefined) {
    return (
      <>
        <PageHeader title={t('stage.loading')} back={back} />
        <Skeleton label={t('common:loading')} shape="cards" count={2} />
      </>
    )
  }
  if (row === null) return <UnknownCommune />
  const view = pilot?.stages.find((one) => one.stage === stage)
  if (pilot === null || view === undefined) {
    return (
      <>
        <PageHeader title={t('stage.unknown')} back={back} />
        <EmptyState
          icon="chart"
          title={t('stage.unknownTitle')}
          text={t('stage.unknownText')}
          action={<ButtonLink href={back.href}>{t('commune.back')}</ButtonLink>}
        />
      </>
    )
  }
  return <StagePage row={row} pilot={pilot} stage={view} screen={screen} />
}

type StagePageProps = {
  readonly row: CommuneRow
  readonly pilot: PilotView
  readonly stage: StageView
  readonly screen: ScreenProps
}

const StagePage = ({ row, pilot, stage, screen }: StagePageProps) => {
  const { store, platform } = screen
  const { t, stageName } = useCommuneWords()
  const unit = row.place.id
  const entity = store.pilot.stageEntity(unit, pilot.plan.id, stage.stage)
  return (
    <>
      <FrameTitle title={row.place.name} subtitle={row.area?.name} />
      <PageHeader
        title={stageName(stage.stage)}
        subtitle={[row.place.name, row.area?.name].filter(Boolean).join(' · ')}
        back={{ href: communePath(unit), label: row.place.name }}
        aside={<StageTag state={stage} />}
      />
      <Columns
        main={
          <>
            <StageFacts stage={stage} />
            <Section title={t('stage.deliverables')}>
              <StageProof stage={stage} feed={pubFeed(unit)} {...{ entity, store, platform }} />
            </Section>
          </>
        }
        aside={
          <>
            <StageDecision key={`${unit} ${stage.stage}`} unit={unit} stage={stage} screen={screen} />
            <Section title={t('stage.history')}>
              <StageHistory events={stage.events} ownAccount={store.identity.account.id} />
            </Section>
            <StageAmendments events={stage.events} feed={pubFeed(unit)} screen={screen} />
          </>
        }
      />
    </>
  )
}

/** The word of the commune and the word of who follows it stand side by side (PIL-5). */
const StageFacts = ({ stage }: { readonly stage: StageView }) => {
  const { t, textOf } = useCommuneWords()
  const words = useStageWords()
  const gate = stageByCode(stage.stage)?.gate
  return (
    <Card>
      <DefinitionList
        items={[
          { term: t('stage.planned'), value: words.plannedText(stage) },
          { term: t('stage.declared'), value: words.declaredText(stage) },
          { term: t('stage.confirmed'), value: words.confirmedText(stage) },
          ...(gate ? [{ term: t('stage.gate'), value: textOf(gate) }] : []),
        ]}
      />
    </Card>
  )
}
