// The communes and their stages in words, for whoever cannot see the drawing or wants to copy it.
import type { CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import { useCockpitWords } from '#features/cockpit-words.ts'
import { type Column, DataTable } from '#ui/data-table.tsx'
import type { ChosenView } from './cockpit-query.ts'
import { communeLink } from './commune-link.tsx'

export const HeatTable = ({ view }: { readonly view: ChosenView }) => {
  const words = useCockpitWords(view.template)
  const { t } = words
  const columns: readonly Column<CommuneCockpit>[] = [
    {
      key: 'commune',
      head: t('column.commune'),
      isRowHead: true,
      cell: communeLink,
    },
    { key: 'area', head: t('column.area'), cell: ({ area }) => area?.name ?? t('noArea') },
    {
      key: 'state',
      head: t('column.state'),
      cell: ({ progress }) => words.stateText(progress),
    },
    { key: 'stages', head: t('column.stages'), cell: ({ stages }) => words.runsText(stages) },
    {
      key: 'share',
      head: t('column.shares'),
      align: 'end',
      cell: ({ progress }) =>
        t('sharesShort', { declared: progress.percentDeclared, confirmed: progress.percentConfirmed }),
    },
  ]
  return (
    <DataTable caption={t('side.heat.title')} columns={columns} rows={view.communes} rowKey={({ place }) => place.id} />
  )
}
