// Province by province: how many take part, have declared, are late.
import { useMemo } from 'react'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { type CountryFigures, countryFigures, type ProvinceSummary } from '#domain/reporting/province-summary.ts'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { AppLink } from '#ui/link.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { CountryNames } from './country-names.ts'
import { countryPath } from './country-totals.tsx'

type ProvinceLinesProps = {
  readonly summaries: readonly ProvinceSummary[]
  readonly names: CountryNames
  readonly today: LocalDate
}

type Line = CountryFigures & Pick<ProvinceSummary, 'province' | 'on'>

export const ProvinceLines = ({ summaries, names, today }: ProvinceLinesProps) => {
  const { t } = useText('country')
  const formats = useFormats()
  const lines = useMemo(
    () => summaries.map(({ province, on, communes }): Line => ({ province, on, ...countryFigures(communes, today) })),
    [summaries, today],
  )
  const provinceLink = ({ province }: Line) => <AppLink href={countryPath(province)}>{names.nameOf(province)}</AppLink>
  // One day for all is said above the table already.
  const isOfDifferentDays = new Set(lines.map(({ on }) => on)).size > 1
  const count = (key: 'declared' | 'late'): Column<Line> => ({
    key,
    head: t(`column.${key}`),
    align: 'end',
    cell: (line) => formats.number(line[key]),
  })
  const columns: readonly Column<Line>[] = [
    {
      key: 'name',
      head: t('column.province'),
      isRowHead: true,
      cell: provinceLink,
    },
    {
      key: 'takingPart',
      head: t('column.takingPart'),
      align: 'end',
      cell: ({ takingPart, communes }) =>
        t('takingPartOf', { part: formats.number(takingPart), total: formats.number(communes) }),
    },
    count('declared'),
    count('late'),
    {
      key: 'percent',
      head: t('column.percent'),
      align: 'end',
      cell: ({ percentDeclared }) => (percentDeclared === null ? t('dash') : t('percent', { value: percentDeclared })),
    },
    ...(isOfDifferentDays
      ? [{ key: 'made', head: t('column.made'), align: 'end' as const, cell: ({ on }: Line) => formats.day(on) }]
      : []),
  ]
  return <DataTable caption={t('provinces')} columns={columns} rows={lines} rowKey={({ province }) => province} />
}
