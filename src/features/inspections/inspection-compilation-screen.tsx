// What came of all inspections in view, as the department lays it before the province: counts, one line per inspection,
// and every shortcoming that is not remedied yet. From sealed records only; it prints.
import { useMemo } from 'react'
import {
  type Compilation,
  compileInspections,
  type FollowedInspection,
  toBePutRight,
} from '#domain/inspection/compilation.ts'
import { notedPrint } from '#features/note-activity.ts'
import { ScreenOnly } from '#features/official-paper.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FigureCard, FigureGrid } from '#ui/figure-card.tsx'
import { Stack } from '#ui/layout.tsx'
import { AppLink } from '#ui/link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Tone } from '#ui/tone.ts'
import { CompilationPaper } from './compilation-paper.tsx'
import { placeName } from './inspection-gate.tsx'
import { inspectionPath, INSPECTIONS_PATH } from './paths.ts'
import { toneByReport, toneByStanding, useInspectionWords } from './use-inspection-words.ts'

export const InspectionCompilationScreen = (screen: ScreenProps) => {
  const { store, person, today } = screen
  const { t, formats } = useInspectionWords()
  const units = useMemo(() => person.communes.map(({ id }) => id), [person])
  const records = useLive(() => store.inspections.records(units), [store, units])
  const compiled = records && compileInspections(records, today)
  const hasRows = (compiled?.rows.length ?? 0) > 0
  const print = () => void notedPrint(screen, { what: 'inspections' })
  return (
    <>
      <ScreenOnly isPrinted={!hasRows}>
        <Stack gap={5}>
          <PageHeader
            title={t('compiled.title')}
            subtitle={person.place.name}
            back={{ href: INSPECTIONS_PATH, label: t('title') }}
            actions={
              <Button icon="print" onClick={print}>
                {t('common:print')}
              </Button>
            }
          />
          {compiled === undefined && <Skeleton label={t('common:loading')} shape="figures" count={6} />}
          {compiled?.rows.length === 0 && (
            <EmptyState icon="chart" title={t('compiled.empty')} text={t('empty.textTeam')} />
          )}
          {compiled && hasRows && (
            <>
              <p>{t('compiled.about', { day: formats.day(today) })}</p>
              <Totals totals={compiled.totals} />
              <PerInspection {...{ screen }} rows={compiled.rows} />
              <OpenShortcomings {...{ screen }} rows={compiled.rows} />
            </>
          )}
        </Stack>
      </ScreenOnly>
      {compiled && hasRows && <CompilationPaper screen={screen} compiled={compiled} />}
    </>
  )
}

const Totals = ({ totals }: Pick<Compilation, 'totals'>) => {
  const { t, formats, countsText } = useInspectionWords()
  const { inspections, communes, counts, asked, remedied, overdue, reportsMissing } = totals
  return (
    <FigureGrid>
      <FigureCard label={t('compiled.inspections')} value={formats.number(inspections)} />
      <FigureCard label={t('compiled.communes')} value={formats.number(communes)} />
      <FigureCard label={t('compiled.asked')} value={formats.number(asked)} note={countsText(counts)} />
      <FigureCard label={t('compiled.remedied')} value={formats.number(remedied)} />
      <FigureCard
        label={t('compiled.overdue')}
        value={formats.number(overdue)}
        {...(overdue > 0 && { tone: 'bad' as const })}
      />
      <FigureCard
        label={t('compiled.reportsMissing')}
        value={formats.number(reportsMissing)}
        {...(reportsMissing > 0 && { tone: 'bad' as const })}
      />
    </FigureGrid>
  )
}

type RowsProps = { readonly screen: ScreenProps; readonly rows: readonly FollowedInspection[] }

const linkTo = (screen: ScreenProps, { unit, inspection }: FollowedInspection) => (
  <AppLink href={inspectionPath(unit, inspection)}>{placeName(screen, unit)}</AppLink>
)

const tagOf = (tone: Tone, text: string) => <Tag tone={tone}>{text}</Tag>

const PerInspection = ({ screen, rows }: RowsProps) => {
  const { t, formats, dueText } = useInspectionWords()
  return (
    <DataTable
      caption={t('compiled.title')}
      captionHidden
      rows={rows}
      rowKey={({ inspection }) => inspection}
      columns={[
        {
          key: 'commune',
          head: t('compiled.commune'),
          isRowHead: true,
          cell: (row) => linkTo(screen, row),
        },
        { key: 'on', head: t('compiled.on'), cell: ({ on }) => formats.day(on) },
        {
          key: 'counts',
          head: t('compiled.shortcomings'),
          align: 'center',
          cell: ({ counts }) => `${counts.major}/${counts.minor}/${counts.observation}`,
        },
        {
          key: 'remedied',
          head: t('compiled.remediedOf'),
          align: 'center',
          cell: ({ remedied, asked }) => t('compiled.of', { count: remedied, total: asked }),
        },
        { key: 'overdue', head: t('compiled.overdue'), align: 'center', cell: ({ overdue }) => overdue },
        { key: 'due', head: t('compiled.reportDue'), cell: ({ reportDueOn }) => dueText(reportDueOn) },
        {
          key: 'report',
          head: t('compiled.report'),
          cell: ({ report }) => tagOf(toneByReport[report], t(`report.${report}`)),
        },
      ]}
    />
  )
}

const OpenShortcomings = ({ screen, rows }: RowsProps) => {
  const { t, dueText } = useInspectionWords()
  const open = toBePutRight(rows)
  return (
    <DataTable
      caption={t('compiled.eachTitle')}
      rows={open}
      rowKey={({ id }) => id}
      empty={<p>{t('sheet.noShortcomings')}</p>}
      columns={[
        { key: 'commune', head: t('compiled.commune'), cell: ({ unit }) => placeName(screen, unit) },
        { key: 'facts', head: t('sheet.facts'), isRowHead: true, cell: ({ facts }) => facts },
        { key: 'grade', head: t('shortcoming.grade'), cell: ({ grade }) => t(`grade.${grade}`) },
        { key: 'due', head: t('compiled.due'), cell: ({ dueOn }) => dueText(dueOn) },
        {
          key: 'standing',
          head: t('compiled.standing'),
          cell: ({ standing }) => tagOf(toneByStanding[standing], t(`standing.${standing}`)),
        },
      ]}
    />
  )
}
