// What the four sides of the cockpit share: the plan and the area that are shown, the way from side to side, and from
// when the figures are. Everything is drawn from this device's own data, so it opens without a network.
import { type ComponentType, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import type { CockpitView } from '#data/contract/cockpit-contract.ts'
import { useBackToMore } from '#features/back-to-more.ts'
import { EndedUnits } from '#features/ended-units.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { CockpitChoices, PlanChoice } from './cockpit-choices.tsx'
import { CockpitSource } from './cockpit-source.tsx'
import { type ChosenView, chooseArea, type CockpitQuery, readCockpitQuery } from './cockpit-query.ts'
import { type CockpitSide, cockpitSides, sidePath } from './paths.ts'

export type SideProps = { readonly view: ChosenView; readonly isTable: boolean }

type CockpitPageProps = {
  readonly screen: ScreenProps
  readonly side: CockpitSide
  readonly Side: ComponentType<SideProps>
}

export const CockpitPage = ({ screen, side, Side }: CockpitPageProps) => {
  const { store, today, person } = screen
  const { t } = useText('cockpit')
  const [params] = useSearchParams()
  const back = useBackToMore(person)
  const address = params.toString()
  const query = useMemo(() => readCockpitQuery(new URLSearchParams(address)), [address])
  const view = useLive(() => store.cockpit.view(today, query.plan ?? undefined), [store, today, query.plan])
  const kept = { plan: query.plan, area: query.area }
  return (
    <>
      <PageHeader
        title={t(`side.${side}.title`)}
        subtitle={view?.plan.illustrative ? t('subtitleIllustrative', { place: person.place.name }) : person.place.name}
        back={back}
      />
      <Tabs
        label={t('sides')}
        items={cockpitSides.map((one) => ({
          href: sidePath(one, kept),
          label: t(`side.${one}.tab`),
          isCurrent: one === side,
        }))}
      />
      {view === undefined && <Skeleton label={t('common:loading')} shape="rows" count={8} />}
      {view === null && <NoPlan />}
      {view && <Chosen view={view} query={query} screen={screen} Side={Side} />}
    </>
  )
}

type ChosenProps = Omit<CockpitPageProps, 'side'> & { readonly view: CockpitView; readonly query: CockpitQuery }

const Chosen = ({ view, query, screen, Side }: ChosenProps) => {
  const chosen = useMemo(() => chooseArea(view, query.area), [view, query.area])
  const isEmpty = view.communes.length === 0
  return (
    <Stack gap={5}>
      <Stack gap={3}>
        {!isEmpty && <CockpitChoices view={chosen} query={query} screen={screen} />}
        <CockpitSource view={chosen} />
      </Stack>
      {isEmpty ? <NobodyInView /> : <Side view={chosen} isTable={query.form === 'table'} />}
      <EndedUnits units={view.ended} screen={screen} />
      <PlanChoice view={chosen} />
    </Stack>
  )
}

const NoPlan = () => {
  const { t } = useText('cockpit')
  return (
    <EmptyState
      icon="chart"
      title={t('noPlan.title')}
      text={t('noPlan.text')}
      action={<ButtonLink href="/plans">{t('noPlan.action')}</ButtonLink>}
    />
  )
}

const NobodyInView = () => {
  const { t } = useText('cockpit')
  return (
    <EmptyState
      icon="list"
      title={t('nobody.title')}
      text={t('nobody.text')}
      action={<ButtonLink href="/communes">{t('nobody.action')}</ButtonLink>}
    />
  )
}
