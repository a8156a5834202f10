// Where the commune stands in the pilot model: the stage it is in, by whom and until when, what comes next, how much is
// declared and how much confirmed, and when it will probably declare conformity.
import type { PilotView } from '#data/contract/pilot-contract.ts'
import { DeclarationNote } from '#features/declaration-note.tsx'
import { ObstaclesSection } from '#features/obstacles-section.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { StageOverview } from '#features/stage-overview.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Columns, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { CurrentStage } from './current-stage.tsx'
import { Forecast } from './forecast.tsx'
import { stagePath } from './paths.ts'
import { TrialClockNote } from './trial-clock-note.tsx'
import { TrialNote } from './trial-note.tsx'
import { usePilot } from './use-pilot.ts'

export const ProgressScreen = (screen: ScreenProps) => {
  const { t } = useText('pilot')
  const view = usePilot(screen)
  return (
    <Stack gap={5}>
      <PageHeader
        title={t('title')}
        {...(view && {
          subtitle: t('plan', { number: view.plan.number }),
          ...(view.plan.illustrative && { aside: <Tag tone="idle">{t('common:illustrative')}</Tag> }),
        })}
      />
      {view === undefined && <Skeleton label={t('loading')} shape="rows" count={5} />}
      {view === null && (
        <EmptyState
          icon="chart"
          title={t('empty.title')}
          text={t('empty.text')}
          action={<ButtonLink href="/more/plans">{t('empty.plans')}</ButtonLink>}
        />
      )}
      {view && <Progress {...screen} view={view} />}
    </Stack>
  )
}

const Progress = ({ view, ...screen }: ScreenProps & { readonly view: PilotView }) => {
  const { t } = useText('pilot')
  const { today, person, store } = screen
  return (
    <Columns
      main={
        <>
          <CurrentStage {...{ view, today, person }} />
          <ObstaclesSection screen={screen} unit={view.unitId} />
          <Section title={t('stages')}>
            <StageOverview view={view} hrefOf={stagePath} />
          </Section>
        </>
      }
      aside={
        <>
          <Shares view={view} />
          <Forecast {...{ view, store, today }} />
          <TrialClockNote {...{ view, today }} />
          <TrialNote plan={view.plan} />
          <DeclarationNote screen={{ store }} unit={view.unitId} />
        </>
      }
    />
  )
}

const Shares = ({ view }: { readonly view: PilotView }) => {
  const { t } = useText('pilot')
  const formats = useFormats()
  const { percentDeclared, percentConfirmed } = view.progress
  return (
    <Card title={t('overall')}>
      <Stack gap={3}>
        <ProgressBar
          label={t('shareDeclared')}
          value={percentDeclared}
          max={100}
          valueText={formats.percent(percentDeclared / 100)}
        />
        <ProgressBar
          label={t('shareConfirmed')}
          value={percentConfirmed}
          max={100}
          valueText={formats.percent(percentConfirmed / 100)}
        />
      </Stack>
    </Card>
  )
}
