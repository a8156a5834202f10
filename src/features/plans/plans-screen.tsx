// The plans of the province: the live ones and the archived ones, with everything that is illustrative labelled so, and
// with the arithmetic that a plan tends to hide (a trial longer than the plan) before anybody opens it.
import type { Plan } from '#domain/pilot/plan.ts'
import { trialShortfall } from '#domain/pilot/plan.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { mayKeepPlans, NEW_PLAN_PATH, planPath } from './paths.ts'
import { usePlanWords } from './use-plan-words.ts'

export const PlansScreen = (screen: ScreenProps) => {
  const { store } = screen
  const { t } = usePlanWords()
  const plans = useLive(() => store.pilot.plans(), [store])
  const mayKeep = mayKeepPlans(screen)
  const begin = (
    <ButtonLink kind="main" icon="plus" href={NEW_PLAN_PATH}>
      {t('new')}
    </ButtonLink>
  )
  return (
    <Stack gap={5}>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        back={{ href: '/more', label: t('back') }}
        {...(mayKeep && (plans?.length ?? 0) > 0 && { actions: begin })}
      />
      {plans === undefined && <Skeleton label={t('common:loading')} shape="rows" count={2} />}
      {plans?.length === 0 && (
        <EmptyState
          icon="document"
          title={t('none')}
          text={t(mayKeep ? 'noneToKeep' : 'noneText')}
          {...(mayKeep && { action: begin })}
        />
      )}
      <PlanGroup title={t('live')} plans={plans?.filter(({ state }) => state === 'live')} />
      <PlanGroup title={t('archived')} plans={plans?.filter(({ state }) => state === 'archived')} />
    </Stack>
  )
}

type PlanGroupProps = { readonly title: string; readonly plans: readonly Plan[] | undefined }

const PlanGroup = ({ title, plans = [] }: PlanGroupProps) =>
  plans.length === 0 ? null : (
    <Section title={title}>
      <Rows label={title}>
        {plans.map((plan) => (
          <PlanRow key={plan.id} plan={plan} />
        ))}
      </Rows>
    </Section>
  )

const PlanRow = ({ plan }: { readonly plan: Plan }) => {
  const { t, formats, textOf, editionText } = usePlanWords()
  const shortfall = trialShortfall(plan) ?? 0
  const facts = [
    t('fromTo', { from: formats.day(plan.start), to: plan.end.text }),
    t('communes', { count: plan.cohort.length }),
    editionText(plan.edition),
  ]
  return (
    <Row
      title={t('number', { number: plan.number })}
      detail={
        <>
          {textOf(plan.issuer)}
          <br />
          {facts.join(' · ')}
        </>
      }
      trailing={
        <Cluster gap={2}>
          {plan.illustrative && <Tag tone="note">{t('common:illustrative')}</Tag>}
          {shortfall > 0 && <Tag tone="warn">{t('trialShort', { count: shortfall })}</Tag>}
        </Cluster>
      }
      href={planPath(plan.id)}
      cue={t('common:open')}
    />
  )
}
