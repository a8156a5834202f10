// One stage of the commune: what has to be true before the next, what proves it, its declaration, and its history.
import { isStageDone } from '#domain/pilot/stage-event.ts'
import { ObstaclesSection } from '#features/obstacles-section.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { StageAmendments } from '#features/stage-amendments.tsx'
import { StageDelaySection } from '#features/stage-delay-section.tsx'
import { StageHistory, StageProof, StageTag, useStageWords } from '#features/stage-overview.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { PROGRESS_PATH, sharedFeed } from './paths.ts'
import { readOnlyReason } from './stage-access.ts'
import { StageDeclarationForm } from './stage-declaration-form.tsx'
import type { StageParts } from './stage-parts.ts'
import { StartStage } from './start-stage.tsx'
import { usePilot } from './use-pilot.ts'

export const StageScreen = ({ stage: code, ...screen }: ScreenProps & { readonly stage: string }) => {
  const { t } = useText('pilot')
  const view = usePilot(screen)
  if (view === undefined) return <Skeleton label={t('loading')} shape="cards" count={3} />
  const stage = view?.stages.find((candidate) => candidate.stage === code)
  if (view === null || !stage) {
    return (
      <Stack>
        <PageHeader title={t('title')} />
        <EmptyState
          icon="chart"
          title={t('missing.title')}
          text={t('missing.text')}
          action={<ButtonLink href={PROGRESS_PATH}>{t('backToProgress')}</ButtonLink>}
        />
      </Stack>
    )
  }
  return <OneStage key={code} {...screen} {...{ view, stage }} template={stage.definition} />
}

const OneStage = (parts: StageParts) => {
  const { view, stage, template, person, store, platform } = parts
  const { t } = useText('pilot')
  const { stageName } = useStageWords()
  const readOnly = readOnlyReason(person, view.unitId, template)
  const isDone = isStageDone(stage)
  const entity = store.pilot.stageEntity(view.unitId, view.plan.id, stage.stage)
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader
          title={t('stageNamed', { code: stage.stage, name: stageName(stage.stage) })}
          back={{ href: PROGRESS_PATH, label: t('title') }}
          aside={<StageTag state={stage} />}
        />
        {stage.returned && <Returned note={stage.returned.note} day={stage.returned.on} />}
        {readOnly !== null && <Notice tone="note">{t(`readOnly.${readOnly}`)}</Notice>}
        <StageFacts {...{ stage, template }} />
        <StageDelaySection screen={parts} unit={view.unitId} plan={view.plan.id} stage={stage} />
        {readOnly === null && !isDone && <StartStage {...parts} />}
        {readOnly === null && !isDone ? (
          <StageDeclarationForm {...parts} entity={entity} />
        ) : (
          <Section title={t('proof')}>
            <StageProof {...{ stage, entity, store, platform }} feed={sharedFeed(view.unitId)} />
          </Section>
        )}
        <ObstaclesSection screen={parts} unit={view.unitId} stage={stage.stage} />
        <Section title={t('history')}>
          <StageHistory events={stage.events} ownAccount={store.identity.account.id} />
        </Section>
        <StageAmendments events={stage.events} feed={sharedFeed(view.unitId)} screen={parts} />
      </Stack>
    </Measure>
  )
}

const Returned = ({ note, day }: { readonly note: string; readonly day: string }) => {
  const { t } = useText('pilot')
  const formats = useFormats()
  return (
    <Notice tone="warn" title={t('returned.title', { day: formats.day(day) })}>
      {note.trim() === '' ? t('returned.noNote') : t('returned.note', { text: note })}
    </Notice>
  )
}

const StageFacts = ({ stage, template }: Pick<StageParts, 'stage' | 'template'>) => {
  const { t } = useText('pilot')
  const formats = useFormats()
  const words = useStageWords()
  return (
    <DefinitionList
      items={[
        { term: t('facts.gate'), value: words.textOf(template.gate) },
        {
          term: t('facts.planned'),
          value: t('facts.days', { start: formats.day(stage.plannedStart), end: formats.day(stage.plannedEnd) }),
        },
        { term: t('facts.declared'), value: words.declaredText(stage) },
        { term: t('facts.confirmed'), value: words.confirmedText(stage) },
      ]}
    />
  )
}
