// Communes against time: what was planned, what was done, where today runs through it, and when the declaration may come.
import { useMemo } from 'react'
import type { CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { type CockpitWords, toneOfState, useCockpitWords } from '#features/cockpit-words.ts'
import { ForecastMethod } from '#features/forecast-method.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import type { ChartGroup } from '#ui/chart-frame.tsx'
import {
  type TimelineAxis,
  TimelineChart,
  TimelineLegend,
  type TimelineLine,
  type TimelineSample,
} from '#ui/chart-timeline.tsx'
import { Stack } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { CockpitPage, type SideProps } from './cockpit-page.tsx'
import type { ChosenView } from './cockpit-query.ts'
import { groupTitle } from './group-words.ts'
import { communePath } from './paths.ts'
import { lineSpans, monthTicks, type TimeScale, timeScale } from './timeline-scale.ts'
import { TimelineTable } from './timeline-table.tsx'

const samples: readonly TimelineSample[] = ['done', 'declared', 'now', 'over', 'planned', 'range']

export const TimelineScreen = (screen: ScreenProps) => (
  <CockpitPage screen={screen} side="timeline" Side={TimelineSide} />
)

const TimelineSide = ({ view, isTable }: SideProps) =>
  isTable ? <TimelineTable view={view} /> : <Timeline view={view} />

function lineOf(commune: CommuneCockpit, scale: TimeScale, today: LocalDate, words: CockpitWords): TimelineLine {
  const { place, stages, range, progress, slippage, baseline } = commune
  const { t, formats } = words
  return {
    key: place.id,
    name: place.name,
    href: communePath(place.id),
    label: t('timeline.sentence', {
      stages: words.runsText(stages),
      planned: formats.day(baseline.declaration),
      forecast: words.forecastText(range),
      slippage: words.slippageText(slippage),
    }),
    trailing: (
      <>
        <Tag tone={toneOfState[progress.state]}>{words.stateText(progress)}</Tag>
        <span>{range.basis === 'reached' ? formats.day(range.likely) : words.rangeShort(range)}</span>
      </>
    ),
    ...lineSpans(stages, today, scale),
    range: {
      from: scale.at(range.earliest),
      to: scale.at(range.latest),
      likely: scale.at(range.likely),
      isReached: range.basis === 'reached',
      tone: toneOfState[progress.state],
    },
  }
}

function axisOf(scale: TimeScale, today: LocalDate, planEnd: LocalDate | null, words: CockpitWords): TimelineAxis {
  const { t, formats } = words
  return {
    ticks: monthTicks(scale).map(({ at, month, isMinor }) => ({
      at,
      isMinor,
      label: t('timeline.month', { month: month.slice(5, 7), year: month.slice(2, 4) }),
    })),
    today: { at: scale.at(today), label: t('timeline.today', { day: formats.day(today).slice(0, 5) }) },
    limit: planEnd !== null && planEnd <= scale.to ? scale.at(planEnd) : null,
  }
}

const Timeline = ({ view }: { readonly view: ChosenView }) => {
  const words = useCockpitWords(view.template)
  const { t, formats } = words
  const { asOf, plan, communes } = view
  const planEnd = plan.end.date
  const scale = useMemo(() => timeScale(communes, asOf, planEnd), [communes, asOf, planEnd])
  const axis = useMemo(() => axisOf(scale, asOf, planEnd, words), [scale, asOf, planEnd, words])
  const groups = useMemo<readonly ChartGroup<TimelineLine>[]>(
    () =>
      view.groups.map((group) => ({
        key: group.area?.id ?? '',
        ...groupTitle(group, t),
        lines: group.communes.map((commune) => lineOf(commune, scale, asOf, words)),
      })),
    [view, scale, asOf, words, t],
  )
  return (
    <Stack gap={5}>
      <TimelineChart
        label={t('side.timeline.title')}
        axis={axis}
        groups={groups}
        heads={{ name: t('column.commune'), trailing: t('column.forecast') }}
      />
      <Stack gap={3}>
        <TimelineLegend items={samples.map((is) => ({ is, label: t(`timeline.key.${is}`) }))} />
        {planEnd !== null && <p>{t('timeline.limit', { day: formats.day(planEnd) })}</p>}
        <ForecastMethod view={view} />
      </Stack>
    </Stack>
  )
}
