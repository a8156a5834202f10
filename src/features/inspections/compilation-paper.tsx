// The compiled inspections as a paper that the department signs.
import { type Compilation, toBePutRight } from '#domain/inspection/compilation.ts'
import { FollowersPaper } from '#features/followers-paper.tsx'
import { PaperFacts, PaperTable } from '#features/official-paper.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Section } from '#ui/section.tsx'
import { placeName } from './inspection-gate.tsx'
import { useInspectionWords } from './use-inspection-words.ts'

type CompilationPaperProps = { readonly screen: ScreenProps; readonly compiled: Compilation }

export const CompilationPaper = ({ screen, compiled }: CompilationPaperProps) => {
  const { person, today } = screen
  const { t, formats } = useInspectionWords()
  return (
    <FollowersPaper
      person={person}
      on={today}
      title={t('compiled.title')}
      subtitle={t('compiled.about', { day: formats.day(today) })}
    >
      <Totals totals={compiled.totals} />
      <PerInspection screen={screen} rows={compiled.rows} />
      <Shortcomings screen={screen} rows={compiled.rows} />
    </FollowersPaper>
  )
}

const Totals = ({ totals }: Pick<Compilation, 'totals'>) => {
  const { t, formats, countsText } = useInspectionWords()
  const figures = ['inspections', 'communes', 'asked', 'remedied', 'overdue', 'reportsMissing'] as const
  return (
    <PaperFacts
      facts={figures.map((name) => ({
        term: t(`compiled.${name}`),
        value: [formats.number(totals[name]), name === 'asked' ? `(${countsText(totals.counts)})` : '']
          .join(' ')
          .trim(),
      }))}
    />
  )
}

type RowsProps = { readonly screen: ScreenProps } & Pick<Compilation, 'rows'>

const PerInspection = ({ screen, rows }: RowsProps) => {
  const { t, formats, dueText } = useInspectionWords()
  const heads = ['commune', 'on', 'shortcomings', 'remediedOf', 'overdue', 'reportDue', 'report'] as const
  return (
    <PaperTable
      label={t('compiled.title')}
      heads={heads.map((name) => t(`compiled.${name}`))}
      rows={rows.map(({ inspection, unit, on, counts, remedied, asked, overdue, reportDueOn, report }) => ({
        key: inspection,
        cells: [
          placeName(screen, unit),
          formats.day(on),
          `${counts.major}/${counts.minor}/${counts.observation}`,
          t('compiled.of', { count: remedied, total: asked }),
          overdue,
          dueText(reportDueOn),
          t(`report.${report}`),
        ],
      }))}
    />
  )
}

const Shortcomings = ({ screen, rows }: RowsProps) => {
  const { t, dueText } = useInspectionWords()
  const open = toBePutRight(rows)
  const heads = [
    t('compiled.commune'),
    t('sheet.facts'),
    t('shortcoming.grade'),
    t('compiled.due'),
    t('compiled.standing'),
  ]
  return (
    <Section title={t('compiled.eachTitle')} level={3}>
      {open.length === 0 && <p>{t('sheet.noShortcomings')}</p>}
      {open.length > 0 && (
        <PaperTable
          label={t('compiled.eachTitle')}
          heads={heads}
          rows={open.map(({ id, unit, facts, grade, dueOn, standing }) => ({
            key: id,
            cells: [placeName(screen, unit), facts, t(`grade.${grade}`), dueText(dueOn), t(`standing.${standing}`)],
          }))}
        />
      )}
    </Section>
  )
}
