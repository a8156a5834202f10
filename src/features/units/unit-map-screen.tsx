// One total on two maps: the units of 15/10/2017 and those of today. Both figures stand side by side; below, the chosen map
// unit by unit, and apart what lies in no single unit of it.
import { use, Suspense } from 'react'
import { type UnitMapId, unitMapIds } from '#domain/place/map-count.ts'
import type { UnitRecord } from '#domain/place/map-count.ts'
import type { Place } from '#data/contract/store-contract.ts'
import { UNIT_MAP_PATH } from '#features/merger-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { FigureCard, FigureGrid } from '#ui/figure-card.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { useAddressChoice } from '#features/use-address-choice.ts'
import type * as mapGroups from './map-groups.ts'
import { isMapFigure, type MapFigure, mapFigures, recordsOf } from './map-records.ts'
import { MapTables } from './map-tables.tsx'

type UnitMapScreenProps = ScreenProps & { readonly query: Readonly<Record<string, string>> }

const isMap = (text: string | undefined): text is UnitMapId =>
  (unitMapIds as readonly (string | undefined)[]).includes(text)

/** Map and figure are part of the address, so that a figure can be shown to somebody. */
export const UnitMapScreen = ({ query, ...screen }: UnitMapScreenProps) => {
  const { t } = useText('units')
  const choose = useAddressChoice()
  const map: UnitMapId = isMap(query.map) ? query.map : '2025'
  const figure: MapFigure = isMapFigure(query.figure) ? query.figure : 'plan-174'
  const { store, person } = screen
  const records = useLive(() => recordsOf(figure, { store, person }), [figure, store, person])
  return (
    <Stack gap={4}>
      <PageHeader
        title={t('map.title')}
        subtitle={t('map.subtitle')}
        back={{ href: '/more/units', label: t('title') }}
      />
      <SelectField
        label={t('map.figure')}
        value={figure}
        onChange={(event) => choose('figure', event.target.value)}
        options={mapFigures.map((value) => ({ value, label: t(`map.figures.${value}`) }))}
        hint={t(`map.about.${figure}`)}
      />
      <Tabs
        label={t('map.maps')}
        items={unitMapIds.map((id) => ({
          href: `${UNIT_MAP_PATH}?${new URLSearchParams({ map: id, figure }).toString()}`,
          label: t(`map.name.${id}`),
          isCurrent: id === map,
        }))}
      />
      {records === undefined ? (
        <Skeleton label={t('common:loading')} shape="figures" count={3} />
      ) : (
        <Suspense fallback={<Skeleton label={t('common:loading')} shape="figures" count={3} />}>
          <Figures records={records} map={map} places={store.identity.places} />
        </Suspense>
      )}
    </Stack>
  )
}

let loading: Promise<typeof mapGroups> | undefined
const readGroups = () => {
  loading ??= import('./map-groups.ts')
  return loading
}

type FiguresProps = {
  readonly records: readonly UnitRecord[]
  readonly map: UnitMapId
  readonly places: readonly Place[]
}

const Figures = ({ records, map, places }: FiguresProps) => {
  const { t } = useText('units')
  const { number } = useFormats()
  const { mapFigures: figuresOf } = use(readGroups())
  const [then, now] = unitMapIds.map((id) => figuresOf(records, id, places))
  const shown = map === '2017' ? then : now
  if (!then || !now || !shown) return null
  return (
    <Stack gap={5}>
      <FigureGrid>
        <FigureCard label={t('map.total')} value={number(shown.count.total)} note={t('map.totalNote')} />
        {[then, now].map((one) => (
          <FigureCard
            key={one.count.map}
            label={t(`map.unitsOn.${one.count.map}`)}
            value={number(one.units)}
            note={
              one.unplacedCount === 0
                ? t('map.allPlaced')
                : t('map.apart', { count: one.unplacedCount, total: one.count.total })
            }
            {...(one.unplacedCount > 0 && { tone: 'warn' as const })}
          />
        ))}
      </FigureGrid>
      <MapTables figures={shown} map={map} />
    </Stack>
  )
}
