// Planned, forecast and actual days of one commune side by side, never folded into one another (PLN-11).
import type { CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { doneOn } from '#domain/pilot/stage-event.ts'
import { DataTable } from '#ui/data-table.tsx'
import { usePlanWords } from './use-plan-words.ts'

type StageDaysTableProps = { readonly plan: Plan; readonly commune: CommuneCockpit }

export const StageDaysTable = ({ plan, commune }: StageDaysTableProps) => {
  const { t, formats, stageText } = usePlanWords()
  const rows = commune.stages.map((state) => ({
    ...state,
    doneOn: doneOn(state),
    forecast: commune.range.stages.find(({ stage }) => stage === state.stage),
  }))
  return (
    <DataTable
      caption={t('threeDays.title', { place: commune.place.name, number: plan.number })}
      columns={[
        { key: 'stage', head: t('stage'), isRowHead: true, cell: (row) => stageText(row.stage) },
        {
          key: 'planned',
          head: t('threeDays.planned'),
          cell: (row) => t('fromTo', { from: formats.day(row.plannedStart), to: formats.day(row.plannedEnd) }),
        },
        {
          key: 'forecast',
          head: t('threeDays.forecast'),
          cell: ({ forecast }) =>
            forecast
              ? t('fromTo', { from: formats.day(forecast.earliest), to: formats.day(forecast.latest) })
              : t('threeDays.none'),
        },
        {
          key: 'actual',
          head: t('threeDays.actual'),
          cell: (row) =>
            t(row.doneOn ? 'threeDays.fromTo' : row.startedOn ? 'threeDays.since' : 'threeDays.none', {
              from: row.startedOn ? formats.day(row.startedOn) : t('threeDays.unknown'),
              to: row.doneOn ? formats.day(row.doneOn) : '',
            }),
        },
      ]}
      rows={rows}
      rowKey={(row) => row.stage}
    />
  )
}
