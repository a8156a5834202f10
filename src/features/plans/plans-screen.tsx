// The plans of the province: the live one and the archived ones, with everything that is illustrative labelled so, and
// with the arithmetic that a plan tends to hide (a trial longer than the plan, a share of a moving number).
import { useState } from 'react'
import type { Plan, PlanTarget } from '#domain/pilot/plan.ts'
import { trialShortfall, unitsNeeded } from '#domain/pilot/plan.ts'
import { editionById } from '#domain/standard/edition.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { PlanCohort } from './plan-cohort.tsx'

export const PlansScreen = ({ store }: ScreenProps) => {
  const { t } = useText('plans')
  const plans = useLive(() => store.pilot.plans(), [store])
  return (
    <Stack gap={5}>
      <PageHeader title={t('title')} subtitle={t('subtitle')} back={{ href: '/more', label: t('back') }} />
      {plans === undefined && <Skeleton label={t('common:loading')} shape="cards" count={2} />}
      {plans?.length === 0 && <EmptyState icon="document" title={t('none')} text={t('noneText')} />}
      {plans && plans.length > 0 && (
        <PlanGroup title={t('live')} plans={plans.filter(({ state }) => state === 'live')} />
      )}
      {plans && plans.length > 0 && (
        <PlanGroup title={t('archived')} plans={plans.filter(({ state }) => state === 'archived')} />
      )}
    </Stack>
  )
}

const PlanGroup = ({ title, plans }: { readonly title: string; readonly plans: readonly Plan[] }) =>
  plans.length === 0 ? null : (
    <Section title={title}>
      <Stack gap={4}>
        {plans.map((plan) => (
          <PlanCard key={plan.id} plan={plan} />
        ))}
      </Stack>
    </Section>
  )

const PlanCard = ({ plan }: { readonly plan: Plan }) => {
  const { t, language } = useText('plans')
  const formats = useFormats()
  const [isOpen, setOpen] = useState(false)
  const shortfall = trialShortfall(plan)
  const inWords = (text: { readonly vi: string; readonly en: string }) => (language === 'en' ? text.en : text.vi)
  const edition = editionById(plan.edition)
  return (
    <Card title={t('number', { number: plan.number })} level={3}>
      <Cluster gap={2}>
        {plan.illustrative && <Tag tone="note">{t('common:illustrative')}</Tag>}
        <Tag tone="idle">{t(`mode.${plan.mode}`)}</Tag>
      </Cluster>
      <DefinitionList
        items={[
          { term: t('date'), value: plan.date.text },
          { term: t('issuer'), value: inWords(plan.issuer) },
          { term: t('edition'), value: edition ? inWords(edition.label) : plan.edition },
          { term: t('period'), value: t('fromTo', { from: formats.day(plan.start), to: plan.end.text }) },
          { term: t('cohort'), value: t('communes', { count: plan.cohort.length }) },
          ...(plan.legalBasis.length > 0 ? [{ term: t('basis'), value: plan.legalBasis.join('; ') }] : []),
        ]}
      />
      {plan.targets.map((target) => (
        <TargetLine key={`${target.by} ${target.denominator.count}`} target={target} words={inWords(target.text)} />
      ))}
      {shortfall !== null && shortfall > 0 && (
        <Notice tone="warn" title={t('trialTitle', { count: shortfall })}>
          {t('trialText')}
        </Notice>
      )}
      <Button kind="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t('hideCohort') : t('showCohort', { count: plan.cohort.length })}
      </Button>
      {isOpen && <PlanCohort unitIds={plan.cohort} />}
    </Card>
  )
}

const TargetLine = ({ target, words }: { readonly target: PlanTarget; readonly words: string }) => {
  const { t } = useText('plans')
  const { day } = useFormats()
  const { count, needsChecking } = target.denominator
  return (
    <p>
      {t('target', { words, needed: unitsNeeded(target), total: count, by: day(target.by) })}{' '}
      {needsChecking && <Tag tone="warn">{t('common:toCheck')}</Tag>}
    </p>
  )
}
