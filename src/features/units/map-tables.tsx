// The figures of one map: by huyện or area, unit by unit where somebody looks closer, and apart what lies in no single unit.
import type { UnitMapId } from '#domain/place/map-count.ts'
import { unitPath } from '#features/merger-words.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Stack } from '#ui/layout.tsx'
import { AppLink } from '#ui/link.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { MapFigures, MapLine, UnplacedLine } from './map-groups.ts'

/** More than these are folded away: what was placed is the answer, and they are counted in the heading. */
const FEW = 6

interface Group {
  readonly group: string
  readonly units: number
  readonly count: number
}

/** In the order of the lines, which is that of the groups. */
function groupsOf(lines: readonly MapLine[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const { group, count } of lines) {
    const before = groups.get(group) ?? { group, units: 0, count: 0 }
    groups.set(group, { group, units: before.units + 1, count: before.count + count })
  }
  return [...groups.values()]
}

const sumOf = (lines: readonly MapLine[]): number => lines.reduce((sum, line) => sum + line.count, 0)

type MapTablesProps = { readonly figures: MapFigures; readonly map: UnitMapId }

export const MapTables = ({ figures, map }: MapTablesProps) => {
  const { t } = useText('units')
  const { number } = useFormats()
  const { lines, count, unplaced } = figures
  return (
    <Stack gap={5}>
      <DataTable
        caption={t(`map.table.${map}`)}
        columns={[
          { key: 'group', head: t(`map.group.${map}`), isRowHead: true, cell: ({ group }) => group },
          { key: 'units', head: t('map.units'), align: 'end', cell: ({ units }) => number(units) },
          { key: 'count', head: t('map.count'), align: 'end', cell: (line) => number(line.count) },
        ]}
        rows={groupsOf(lines)}
        rowKey={({ group }) => group}
        empty={<p>{t('map.none')}</p>}
        foot={t('map.foot', { placed: number(sumOf(lines)), total: number(count.total) })}
      />
      {lines.length > 0 && <UnitByUnit figures={figures} map={map} />}
      {unplaced.length > 0 && <Unplaced figures={figures} />}
    </Stack>
  )
}

const unitLink = ({ unit, name }: MapLine) => <AppLink href={unitPath(unit)}>{name}</AppLink>

const UnitByUnit = ({ figures: { lines }, map }: MapTablesProps) => {
  const { t } = useText('units')
  const { number } = useFormats()
  return (
    <Disclosure summary={t('map.unitByUnit', { count: lines.length })}>
      <DataTable
        caption={t('map.unitByUnit', { count: lines.length })}
        captionHidden
        columns={[
          {
            key: 'unit',
            head: t('map.unit'),
            isRowHead: true,
            cell: unitLink,
          },
          { key: 'group', head: t(`map.group.${map}`), cell: (line) => line.group },
          { key: 'count', head: t('map.count'), align: 'end', cell: (line) => number(line.count) },
        ]}
        rows={lines}
        rowKey={(line) => line.unit}
      />
    </Disclosure>
  )
}

const Unplaced = ({ figures: { unplaced, unplacedCount } }: Pick<MapTablesProps, 'figures'>) => {
  const { t } = useText('units')
  const title = t('map.unplaced', { count: unplacedCount })
  const rows = (
    <Rows label={title}>
      {unplaced.map((line) => (
        <UnplacedRow key={line.unit} line={line} />
      ))}
    </Rows>
  )
  return (
    <Section title={title} detail={t('map.unplacedDetail')}>
      {unplaced.length > FEW ? (
        <Disclosure summary={t('map.showUnplaced', { count: unplaced.length })}>{rows}</Disclosure>
      ) : (
        rows
      )}
    </Section>
  )
}

const UnplacedRow = ({ line: { unit, name, among, isKnown, count } }: { readonly line: UnplacedLine }) => {
  const { t } = useText('units')
  const { list } = useFormats()
  const names = list([...among])
  const known = t(isKnown ? 'map.among' : 'map.amongInPart', { names })
  return (
    <Row
      title={count === 1 ? name : t('map.unplacedName', { name, count })}
      detail={among.length === 0 ? t('map.unknown') : known}
      trailing={<Tag tone={isKnown ? 'idle' : 'warn'}>{t(isKnown ? 'map.divided' : 'common:toCheck')}</Tag>}
      href={unitPath(unit)}
      cue={t('common:open')}
    />
  )
}
