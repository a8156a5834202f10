// Four figures over the whole scope, each a link to the communes it was counted from.
import { useMemo } from 'react'
import type { CockpitView } from '#data/contract/cockpit-contract.ts'
import type { CommuneRow } from '#data/contract/commune-contract.ts'
import { VISIT_INTERVAL_DAYS } from '#domain/field-visit/visit.ts'
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import { areaFigures } from '#domain/reporting/area-figures.ts'
import { FigureCard, FigureGrid } from '#ui/figure-card.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { listPath } from './commune-list-query.ts'

type CommuneFiguresProps = {
  readonly rows: readonly CommuneRow[]
  readonly view: CockpitView | null
  readonly today: LocalDate
  readonly isProvince: boolean
}

export const CommuneFigures = ({ rows, view, today, isProvince }: CommuneFiguresProps) => {
  const { t } = useText('communes')
  const formats = useFormats()
  const figures = useMemo(
    () =>
      areaFigures(
        rows.flatMap(({ summary }) => summary ?? []),
        today,
      ),
    [rows, today],
  )
  const target = view?.plan.targets[0]
  const targetNote = target && t('figures.target', { percent: target.morePercentThan, day: formats.day(target.by) })
  const meanLate = figures.meanDaysLate
  return (
    <FigureGrid>
      <FigureCard
        label={t('figures.declared')}
        value={t('figures.of', { count: figures.declared, total: rows.length })}
        note={targetNote ?? t(isProvince ? 'figures.inProvince' : 'figures.inArea')}
        href={listPath('declared')}
      />
      <FigureCard
        label={t('figures.late')}
        value={formats.number(figures.late)}
        note={
          meanLate === null
            ? t('figures.noneLate')
            : t('figures.meanLate', { days: formats.number(Math.round(meanLate)) })
        }
        {...(figures.late > 0 && { tone: 'bad' })}
        href={listPath('late')}
      />
      <FigureCard
        label={t('figures.notVisited', { days: view?.visitEveryDays ?? VISIT_INTERVAL_DAYS })}
        value={formats.number(figures.notVisited)}
        note={longestNote(rows, today, t)}
        {...(figures.notVisited > 0 && { tone: 'warn' })}
        href={listPath('not-visited')}
      />
      <FigureCard
        label={t('figures.openMajor')}
        value={formats.number(figures.openMajor)}
        note={t('figures.openMajorNote')}
        {...(figures.openMajor > 0 && { tone: 'bad' })}
        href={listPath('open-major')}
      />
    </FigureGrid>
  )
}

/** Who waits longest; communes never visited come before all others. */
function longestNote(rows: readonly CommuneRow[], today: LocalDate, t: ReturnType<typeof useText>['t']): string {
  const never = rows.filter(({ summary }) => (summary?.lastVisitOn ?? null) === null)
  if (never.length > 0) return t('figures.neverVisited', { count: never.length })
  const days = rows.flatMap(({ place, summary }) =>
    summary?.lastVisitOn ? [{ name: place.name, count: daysBetween(summary.lastVisitOn, today) }] : [],
  )
  const longest = days.reduce<(typeof days)[number] | null>(
    (most, one) => (most && most.count >= one.count ? most : one),
    null,
  )
  return longest === null ? '' : t('figures.longest', longest)
}
