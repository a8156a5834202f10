// Plan against forecast in words: the same as the lines, for whoever cannot see them.
import type { CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import { useCockpitWords } from '#features/cockpit-words.ts'
import { ForecastMethod } from '#features/forecast-method.tsx'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { Stack } from '#ui/layout.tsx'
import { communeLink } from './commune-link.tsx'
import type { ChosenView } from './cockpit-query.ts'

export const TimelineTable = ({ view }: { readonly view: ChosenView }) => {
  const words = useCockpitWords(view.template)
  const { t, formats } = words
  const columns: readonly Column<CommuneCockpit>[] = [
    {
      key: 'commune',
      head: t('column.commune'),
      isRowHead: true,
      cell: communeLink,
    },
    { key: 'stages', head: t('column.stages'), cell: ({ stages }) => words.runsText(stages) },
    { key: 'planned', head: t('column.planned'), cell: ({ baseline }) => formats.day(baseline.declaration) },
    { key: 'forecast', head: t('column.forecast'), cell: ({ range }) => words.forecastText(range) },
    { key: 'slippage', head: t('column.slippage'), cell: ({ slippage }) => words.slippageText(slippage) },
    { key: 'basis', head: t('column.basis'), cell: ({ range }) => words.basisText(range) },
  ]
  return (
    <Stack gap={4}>
      <DataTable
        caption={t('side.timeline.title')}
        columns={columns}
        rows={view.communes}
        rowKey={({ place }) => place.id}
      />
      <ForecastMethod view={view} />
    </Stack>
  )
}
