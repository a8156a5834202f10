// One plan as everybody reads it: what the paper says, the targets with the numbers they are reckoned from, deadlines,
// the days of every stage with the holidays that were counted, and the trial apart from the end of the plan.
import type { PlanView } from '#data/contract/plan-contract.ts'
import { LocationTag } from '#features/location-tag.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { ArchivePlan } from './archive-plan.tsx'
import { editPlanPath, mayKeepPlans, PLANS_PATH } from './paths.ts'
import { PlanCohort } from './plan-cohort.tsx'
import { PlanDeadlines } from './plan-deadlines.tsx'
import { PlanFacts } from './plan-facts.tsx'
import { CountedDays, ScheduleTable } from './plan-schedule.tsx'
import { PlanTargets } from './plan-targets.tsx'
import { CommuneTrials } from './commune-trials.tsx'
import { TrialNotice } from './trial-notice.tsx'
import { usePlanWords } from './use-plan-words.ts'

type PlanScreenProps = ScreenProps & { readonly id: string }

export const PlanScreen = ({ id, ...screen }: PlanScreenProps) => {
  const { store } = screen
  const { t } = usePlanWords()
  const view = useLive(() => store.plans.get(id), [store, id])
  const mayChange = view?.plan.state === 'live' && mayKeepPlans(screen)
  const actions = view && (
    <Cluster>
      {mayChange && (
        <ButtonLink icon="edit" href={editPlanPath(id)}>
          {t('edit')}
        </ButtonLink>
      )}
      <Button icon="print" onClick={() => screen.platform.print()}>
        {t('common:print')}
      </Button>
    </Cluster>
  )
  return (
    <Stack gap={5}>
      <PageHeader
        title={view ? t('number', { number: view.plan.number }) : t('one')}
        back={{ href: PLANS_PATH, label: t('title') }}
        {...(actions && { actions })}
      />
      {view === undefined && <Skeleton label={t('common:loading')} count={8} />}
      {view === null && (
        <EmptyState
          icon="document"
          title={t('unknown')}
          text={t('unknownText')}
          action={<ButtonLink href={PLANS_PATH}>{t('title')}</ButtonLink>}
        />
      )}
      {view && <PlanParts view={view} screen={screen} />}
      {view && mayChange && <ArchivePlan plan={view.plan} store={store} />}
    </Stack>
  )
}

const PlanParts = ({ view, screen }: { readonly view: PlanView; readonly screen: ScreenProps }) => {
  const { plan, location } = view
  const { t } = usePlanWords()
  return (
    <>
      <Cluster gap={2}>
        <Tag tone={plan.state === 'live' ? 'act' : 'idle'}>{t(`state.${plan.state}`)}</Tag>
        {plan.illustrative && <Tag tone="note">{t('common:illustrative')}</Tag>}
        <LocationTag location={location} />
      </Cluster>
      <TrialNotice plan={plan} />
      <Section title={t('facts')}>
        <PlanFacts plan={plan} />
      </Section>
      <Section title={t('targets')}>
        <PlanTargets plan={plan} />
      </Section>
      <Section title={t('deadlines')} detail={t('deadlinesDetail')}>
        <PlanDeadlines plan={plan} screen={screen} />
      </Section>
      <Section title={t('schedule')} detail={t('scheduleDetail')}>
        <Stack>
          <ScheduleTable plan={plan} />
          <CountedDays plan={plan} />
        </Stack>
      </Section>
      {plan.state === 'live' && <CommuneTrials plan={plan} screen={screen} />}
      <Section title={t('cohort')} detail={t('communes', { count: plan.cohort.length })}>
        <PlanCohort unitIds={plan.cohort} />
      </Section>
    </>
  )
}
