// The province at a glance: the target against what is reached, what runs late, and one line per area. Every figure
// leads to the communes it was counted from.
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { unitsNeeded } from '#domain/pilot/plan.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FigureCard, FigureGrid } from '#ui/figure-card.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { AppLink } from '#ui/link.tsx'
import { Rows } from '#ui/rows.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { COMMUNES_PATH } from './paths.ts'
import { type AreaLine, type ProvinceFigures, provinceFigures } from './province-figures.ts'
import { TaskRow } from './task-row.tsx'
import { attentionTasks } from './today-tasks.ts'
import type { TodayProps } from './today-props.ts'

const readProvince = async (store: PersonStore) => {
  const [rows, plans] = await Promise.all([store.communes.list(), store.pilot.plans()])
  return { rows, plan: plans.find(({ state }) => state === 'live') ?? null }
}

export const ProvinceToday = ({ store, today, rollout }: TodayProps) => {
  const { t } = useText('today')
  const province = useLive(() => readProvince(store), [store])
  const attention = useLive(() => store.syncCentre.status(), [store])
  if (!province || !attention) return <Skeleton label={t('common:loading')} shape="figures" count={4} />
  if (province.rows.length === 0)
    return <EmptyState icon="list" title={t('empty.noCommunes')} text={t('empty.noCommunesText')} />
  const figures = provinceFigures(province.rows, today)
  const own = attentionTasks(attention)
  return (
    <Stack gap={5}>
      {own.length > 0 && (
        <Rows label={t('title.commune')}>
          {own.map((task) => (
            <TaskRow key={task.kind} isMain={false} {...{ task, today }} />
          ))}
        </Rows>
      )}
      <Figures figures={figures} plan={province.plan} />
      <Cluster>
        <ButtonLink kind="main" icon="chart" href="/reports">
          {t('province.reports')}
        </ButtonLink>
        <ButtonLink icon="list" href={COMMUNES_PATH}>
          {t('allCommunes', { count: figures.communes })}
        </ButtonLink>
      </Cluster>
      {rollout}
      <AreaTable figures={figures} />
    </Stack>
  )
}

type FiguresProps = { readonly figures: ProvinceFigures; readonly plan: Plan | null }

const Figures = ({ figures, plan }: FiguresProps) => {
  const { t } = useText('today')
  const formats = useFormats()
  const { declared, communes, late, meanDaysLate, submitted, openMajor } = figures
  const target = plan?.targets[0]
  const list = (state: string): string => `${COMMUNES_PATH}?state=${state}`
  return (
    <FigureGrid>
      <FigureCard
        label={t('figures.declared')}
        value={t('figures.of', { count: declared, total: communes })}
        note={
          target &&
          t('province.target', {
            needed: unitsNeeded(target),
            total: target.denominator.count,
            day: formats.day(target.by),
          })
        }
        href={list('declared')}
      />
      <FigureCard
        label={t('figures.late')}
        value={formats.number(late)}
        note={
          meanDaysLate === null
            ? t('province.noneLate')
            : t('province.meanLate', { days: formats.number(meanDaysLate, 1) })
        }
        {...(late > 0 && { tone: 'bad' })}
        href={list('late')}
      />
      <FigureCard
        label={t('figures.submitted')}
        value={t('figures.of', { count: submitted, total: communes })}
        href="/reports"
      />
      <FigureCard
        label={t('figures.openMajor')}
        value={formats.number(openMajor)}
        {...(openMajor > 0 && { tone: 'bad' })}
        href={list('open-major')}
      />
    </FigureGrid>
  )
}

const lateCell = ({ late }: AreaLine) => (late > 0 ? <Tag tone="bad">{late}</Tag> : late)

const AreaTable = ({ figures }: { readonly figures: ProvinceFigures }) => {
  const { t } = useText('today')
  const formats = useFormats()
  const nameOf = ({ id, name }: AreaLine) =>
    name === null ? t('province.noArea') : <AppLink href={`${COMMUNES_PATH}?area=${id}`}>{name}</AppLink>
  const columns: readonly Column<AreaLine>[] = [
    { key: 'area', head: t('province.area'), isRowHead: true, cell: nameOf },
    { key: 'communes', head: t('province.communes'), align: 'end', cell: ({ communes }) => formats.number(communes) },
    {
      key: 'percent',
      head: t('province.percent'),
      align: 'end',
      cell: ({ percentDeclared }) =>
        percentDeclared === null ? t('province.unknown') : formats.percent(percentDeclared / 100),
    },
    {
      key: 'late',
      head: t('province.late'),
      align: 'end',
      cell: lateCell,
    },
    { key: 'declared', head: t('province.declared'), align: 'end', cell: ({ declared }) => formats.number(declared) },
  ]
  return <DataTable caption={t('province.areas')} columns={columns} rows={figures.areas} rowKey={({ id }) => id} />
}
