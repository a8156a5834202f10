// Who inherits what units that merged or were divided left behind: unit by unit, what waits first. What asks for nothing
// more is taken over at once; everything else is decided on a screen of its own.
import { useMemo } from 'react'
import { useSearchParams } from 'wouter'
import type { InheritableView } from '#data/contract/inheritance-contract.ts'
import type { Place } from '#data/contract/store-contract.ts'
import { formerUnits } from '#domain/place/successor-places.ts'
import { useBackToMore } from '#features/back-to-more.ts'
import { MERGERS_PATH, UNIT_MAP_PATH, useMergerWords, waits } from '#features/merger-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { FormerUnit } from './former-unit.tsx'

const filters = ['waiting', 'all'] as const
type Filter = (typeof filters)[number]

export const MergersScreen = (screen: ScreenProps) => {
  const { store, person } = screen
  const { t } = useMergerWords()
  const back = useBackToMore(person)
  const units = useMemo(() => person.communes.map(({ id }) => id), [person])
  const formers = useMemo(() => formerUnits(units, store.identity.places), [units, store])
  const views = useLive(() => store.inheritances.list(units), [store, units])
  return (
    <Stack gap={4}>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        back={back}
        actions={
          <ButtonLink icon="building" href={UNIT_MAP_PATH}>
            {t('toMap')}
          </ButtonLink>
        }
      />
      {formers.length === 0 ? (
        <EmptyState
          icon="building"
          title={t('empty.title')}
          text={t('empty.text')}
          action={<ButtonLink href="/more/units">{t('empty.units')}</ButtonLink>}
        />
      ) : views === undefined ? (
        <Skeleton label={t('common:loading')} shape="rows" count={5} />
      ) : (
        <Formers screen={screen} formers={formers} views={views} />
      )}
    </Stack>
  )
}

type FormersProps = {
  readonly screen: ScreenProps
  readonly formers: readonly Place[]
  readonly views: readonly InheritableView[]
}

const Formers = ({ screen, formers, views }: FormersProps) => {
  const { t } = useMergerWords()
  const [params, setParams] = useSearchParams()
  const filter: Filter = params.get('show') === 'all' ? 'all' : 'waiting'
  const shown = filter === 'all' ? views : views.filter(waits)
  const withRecords = formers.filter(({ id }) => filter === 'all' || shown.some(({ from }) => from.id === id))
  return (
    <Stack gap={5}>
      <Segmented
        legend={t('filter')}
        hideLegend
        name="show"
        value={filter}
        onChange={(next) => setParams(next === 'all' ? { show: next } : {}, { replace: true })}
        options={[
          { value: 'waiting', label: t('filters.waiting', { count: views.filter(waits).length }) },
          { value: 'all', label: t('filters.all', { count: views.length }) },
        ]}
      />
      {withRecords.length === 0 && (
        <EmptyState
          icon="check"
          title={t('nothing.title')}
          text={t('nothing.text')}
          {...(views.length > 0 && {
            action: <ButtonLink href={`${MERGERS_PATH}?show=all`}>{t('nothing.all')}</ButtonLink>,
          })}
        />
      )}
      {withRecords.map((former) => (
        <FormerUnit
          key={former.id}
          screen={screen}
          former={former}
          views={shown.filter(({ from }) => from.id === former.id)}
        />
      ))}
    </Stack>
  )
}
