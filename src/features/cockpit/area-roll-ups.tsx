// One line an area and one for all of them: how many communes are how far. The areas add up to the last line wherever a
// figure is a sum (CKP-5).
import type { RollUp } from '#domain/reporting/roll-up.ts'
import { type CockpitWords, useCockpitWords } from '#features/cockpit-words.ts'
import { type StackLine, StackChart, StackLegend, type StackPart } from '#ui/chart-stacks.tsx'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { Stack } from '#ui/layout.tsx'
import { AppLink } from '#ui/link.tsx'
import { Section } from '#ui/section.tsx'
import type { ChosenView } from './cockpit-query.ts'
import { sidePath } from './paths.ts'

type Line = { readonly id: string; readonly name: string; readonly href: string; readonly figures: RollUp }

const looks = {
  done: { tone: 'good', fill: 'full' },
  onTime: { tone: 'good', fill: 'plain' },
  atRisk: { tone: 'warn', fill: 'half' },
  late: { tone: 'bad', fill: 'hatched' },
} as const
const states = ['done', 'onTime', 'atRisk', 'late'] as const

export const AreaRollUps = ({ view, isTable }: { readonly view: ChosenView; readonly isTable: boolean }) => {
  const words = useCockpitWords(view.template)
  const lines = linesOf(view, words)
  if (isTable) return <AreaTable lines={lines} words={words} />
  return lines.length > 1 ? <AreaChart lines={lines} words={words} /> : null
}

/** The sum of one line says nothing, and neither does a drawing of it. */
function linesOf({ areas, total, chosenArea, plan }: ChosenView, { t }: CockpitWords): readonly Line[] {
  const kept = (area: string | null): string => sidePath('heat', { plan: plan.state === 'live' ? null : plan.id, area })
  const shown = chosenArea === null ? areas : areas.filter(({ area }) => area?.id === chosenArea.id)
  const lines = shown.map(({ area, figures }) => ({
    id: area?.id ?? '',
    name: area?.name ?? t('noArea'),
    href: kept(area?.id ?? null),
    figures,
  }))
  return lines.length > 1
    ? [...lines, { id: 'total', name: t('rollUp.total'), href: kept(null), figures: total }]
    : lines
}

type LinesProps = { readonly lines: readonly Line[]; readonly words: CockpitWords }

const AreaChart = ({ lines, words }: LinesProps) => {
  const { t } = words
  const partsOf = (figures: RollUp): readonly StackPart[] =>
    states.map((key) => ({ key, value: figures[key], ...looks[key] }))
  const stacks = lines.map(
    ({ id, name, href, figures }): StackLine => ({
      key: id,
      name,
      href,
      label: sentenceOf(figures, words),
      trailing: (
        <>
          <span>{t('percentDone', { percent: figures.percentDeclared ?? 0 })}</span>
          {figures.lastDeclaration !== null && (
            <span>{t('rollUp.last', { range: words.rangeShort(figures.lastDeclaration) })}</span>
          )}
        </>
      ),
      parts: partsOf(figures),
    }),
  )
  return (
    <Stack gap={3}>
      <StackChart
        label={t('rollUp.title')}
        group={{ key: 'areas', title: t('rollUp.title'), detail: t('rollUp.detail'), lines: stacks }}
        heads={{ name: t('column.area'), plot: t('rollUp.plot'), trailing: t('rollUp.trailing') }}
      />
      <StackLegend items={states.map((key) => ({ key, ...looks[key], label: t(`rollUp.${key}`) }))} />
    </Stack>
  )
}

function sentenceOf({ communes, done, onTime, atRisk, late, percentDeclared }: RollUp, { t }: CockpitWords): string {
  return t('rollUp.sentence', { communes, done, onTime, atRisk, late, percent: percentDeclared ?? 0 })
}

const areaLink = ({ name, href }: Line) => <AppLink href={href}>{name}</AppLink>

const AreaTable = ({ lines, words }: LinesProps) => {
  const { t, formats, rangeShort } = words
  const figure = (
    key: keyof RollUp & ('communes' | (typeof states)[number] | 'declared' | 'openObstacles' | 'openMajor'),
  ) =>
    ({
      key,
      head: t(`rollUp.${key}`),
      align: 'end',
      cell: ({ figures }) => formats.number(figures[key]),
    }) satisfies Column<Line>
  const columns: readonly Column<Line>[] = [
    {
      key: 'area',
      head: t('column.area'),
      isRowHead: true,
      cell: areaLink,
    },
    figure('communes'),
    figure('declared'),
    ...states.map(figure),
    {
      key: 'percent',
      head: t('rollUp.percent'),
      align: 'end',
      cell: ({ figures }) => t('figures.percent', { percent: figures.percentDeclared ?? 0 }),
    },
    figure('openMajor'),
    figure('openObstacles'),
    {
      key: 'last',
      head: t('rollUp.lastHead'),
      cell: ({ figures }) => (figures.lastDeclaration === null ? '' : rangeShort(figures.lastDeclaration)),
    },
  ]
  return (
    <Section title={t('rollUp.title')}>
      <DataTable caption={t('rollUp.title')} captionHidden columns={columns} rows={lines} rowKey={({ id }) => id} />
    </Section>
  )
}
