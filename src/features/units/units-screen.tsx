// Every commune-level unit the product knows, found with or without tone marks and never shown without its district or
// province, because names repeat inside one province.
import { Suspense, use, useDeferredValue, useState } from 'react'
import { type AdminUnit, unitLabel } from '#domain/place/admin-unit.ts'
import { searchUnits } from '#domain/place/unit-search.ts'
import { UNIT_MAP_PATH, unitPath } from '#features/merger-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { UnitHistory } from './unit-history.tsx'
import { standingLabel } from './unit-words.ts'
import { isUnitListId, readUnitList, type UnitListId, unitListIds } from './unit-lists.ts'

const SHOWN = 40

type UnitsScreenProps = ScreenProps & { readonly query: Readonly<Record<string, string>> }

/** The list is part of the address (`?list=2017`), so that Back works. */
export const UnitsScreen = ({ query: { list } }: UnitsScreenProps) => {
  const { t } = useText('units')
  const chosen: UnitListId = isUnitListId(list) ? list : '2026'
  const [query, setQuery] = useState('')
  const wanted = useDeferredValue(query)
  return (
    <Stack gap={4}>
      <PageHeader
        title={t('title')}
        subtitle={t(`about.${chosen}`)}
        back={{ href: '/more', label: t('back') }}
        actions={
          <ButtonLink icon="chart" href={UNIT_MAP_PATH}>
            {t('toMap')}
          </ButtonLink>
        }
      />
      <Tabs
        label={t('lists')}
        items={unitListIds.map((id) => ({
          href: `/more/units?list=${id}`,
          label: t(`list.${id}`),
          isCurrent: id === chosen,
        }))}
      />
      <SearchField
        label={t('search')}
        placeholder={t('example')}
        value={query}
        onChange={setQuery}
        clearLabel={t('common:clear')}
      />
      <Suspense key={chosen} fallback={<Skeleton label={t('common:loading')} shape="rows" count={6} />}>
        <FoundUnits list={chosen} query={wanted} />
      </Suspense>
    </Stack>
  )
}

type FoundProps = { readonly list: UnitListId; readonly query: string }

const FoundUnits = ({ list, query }: FoundProps) => {
  const { t } = useText('units')
  const { number } = useFormats()
  const { index, units, parentsById } = use(readUnitList(list))
  const found =
    query.trim() === ''
      ? units.slice(0, SHOWN).map((unit) => ({ unit, parentLabel: parentLabelOf(unit, parentsById) }))
      : searchUnits(index, query, SHOWN + 1)
  if (found.length === 0) return <EmptyState icon="search" title={t('none', { query })} text={t('noneText')} />
  const isCut = query.trim() === '' ? units.length > SHOWN : found.length > SHOWN
  return (
    <Stack gap={3}>
      <p aria-live="polite">
        {isCut ? t('first', { shown: SHOWN, total: number(units.length) }) : t('found', { count: found.length })}
      </p>
      <Rows label={t('title')}>
        {found.slice(0, SHOWN).map(({ unit, parentLabel }) => (
          <UnitRow key={unit.id} unit={unit} parentLabel={parentLabel} />
        ))}
      </Rows>
    </Stack>
  )
}

function parentLabelOf(unit: AdminUnit, parentsById: ReadonlyMap<string, AdminUnit>): string | null {
  const parent = parentsById.get(unit.parentId ?? '')
  return parent ? unitLabel(parent) : null
}

const UnitRow = ({ unit, parentLabel }: { readonly unit: AdminUnit; readonly parentLabel: string | null }) => {
  const { t } = useText('units')
  const where =
    parentLabel === null ? t('code', { code: unit.code }) : t('where', { parent: parentLabel, code: unit.code })
  return (
    <Row
      title={standingLabel(unit)}
      href={unitPath(unit.id)}
      cue={t('common:open')}
      detail={
        <Stack gap={1}>
          <span>{where}</span>
          <Suspense fallback={null}>
            <UnitHistory unit={unit} />
          </Suspense>
        </Stack>
      }
    />
  )
}
