// The communes chosen, a hundred at a time: 3,321 rows at once would keep a phone busy for seconds.
import { useState } from 'react'
import { daysBehind } from '#domain/reporting/province-summary.ts'
import { rightsOf } from '#domain/access/access-table.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useStageWords } from '#features/stage-overview.tsx'
import { Button } from '#ui/button.tsx'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { AppLink } from '#ui/link.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { CountryNames } from './country-names.ts'
import type { ProvinceLine } from './country-query.ts'

const AT_ONCE = 100

type CommuneLinesProps = {
  readonly lines: readonly ProvinceLine[]
  readonly names: CountryNames
  readonly screen: Pick<ScreenProps, 'person' | 'today'>
  readonly showsProvince: boolean
}

export const CommuneLines = ({ lines, names, screen, showsProvince }: CommuneLinesProps) => {
  const { t } = useText('country')
  const { number } = useFormats()
  const [shown, setShown] = useState(AT_ONCE)
  const columns = useColumns(names, screen, showsProvince)
  if (lines.length === 0) return <EmptyState icon="search" title={t('nothing')} />
  const rest = lines.length - shown
  return (
    <Stack gap={3}>
      <output>{t('found', { count: lines.length, total: number(lines.length) })}</output>
      <DataTable
        caption={t('communes')}
        columns={columns}
        rows={lines.slice(0, shown)}
        rowKey={({ line }) => line.unit}
      />
      {rest > 0 && (
        <Button icon="chevron-down" wide onClick={() => setShown(shown + AT_ONCE)}>
          {t('more', { count: Math.min(rest, AT_ONCE) })}
        </Button>
      )}
    </Stack>
  )
}

function useColumns(
  names: CountryNames,
  { person, today }: CommuneLinesProps['screen'],
  showsProvince: boolean,
): readonly Column<ProvinceLine>[] {
  const { t } = useText('country')
  const formats = useFormats()
  const { stageName } = useStageWords()
  const readsCommunes = person.roles.some((role) => rightsOf(role).reads.includes('pub'))
  const ids = new Set(readsCommunes ? person.communes.map(({ id }) => id) : [])
  const name = ({ line: { unit } }: ProvinceLine) =>
    ids.has(unit) ? <AppLink href={`/communes/${unit}`}>{names.nameOf(unit)}</AppLink> : names.nameOf(unit)
  const stage = ({ line }: ProvinceLine): string => {
    if (!line.takesPart) return t('dash')
    return line.stage === null ? t('stageNone') : `${line.stage} ${stageName(line.stage)}`
  }
  const day = (value: ProvinceLine['line']['visitedOn']): string => (value === null ? t('never') : formats.day(value))
  return [
    { key: 'name', head: t('column.name'), isRowHead: true, cell: name },
    ...(showsProvince
      ? [{ key: 'province', head: t('column.province'), cell: (one: ProvinceLine) => names.nameOf(one.province) }]
      : []),
    { key: 'stage', head: t('column.stage'), cell: stage },
    { key: 'state', head: t('column.state'), cell: ({ line }) => <LineState line={line} today={today} /> },
    {
      key: 'percent',
      head: t('column.percent'),
      align: 'end',
      cell: ({ line }) => (line.takesPart ? t('percent', { value: line.percentDeclared }) : t('dash')),
    },
    {
      key: 'obstacles',
      head: t('column.obstacles'),
      align: 'end',
      cell: ({ line }) => (line.takesPart ? formats.number(line.openObstacles) : t('dash')),
    },
    {
      key: 'visited',
      head: t('column.visited'),
      align: 'end',
      cell: ({ line }) => (line.takesPart ? day(line.visitedOn) : t('dash')),
    },
  ]
}

const LineState = ({ line, today }: Pick<ProvinceLine, 'line'> & Pick<ScreenProps, 'today'>) => {
  const { t } = useText('country')
  const formats = useFormats()
  if (!line.takesPart) return <Tag tone="idle">{t('notTaking')}</Tag>
  if (line.declaredOn !== null) return <Tag tone="good">{t('declaredOn', { day: formats.day(line.declaredOn) })}</Tag>
  const late = daysBehind(line, today)
  return late > 0 ? <Tag tone="bad">{t('lateBy', { count: late })}</Tag> : <Tag tone="good">{t('onTime')}</Tag>
}
