// What the answers of a round say: the main figures, the web and table by chapter beside the round before, clause by
// clause, beside all communes, and the gap to each edition of the standard.
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import type { Answers } from '#domain/self-assessment/answer.ts'
import { changesSince, type Means, meansOf, OVERALL } from '#domain/self-assessment/comparison.ts'
import { assessmentCompleteness } from '#domain/self-assessment/completeness.ts'
import { maturity } from '#domain/self-assessment/maturity.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { DataTable } from '#ui/data-table.tsx'
import { FigureCard, FigureGrid } from '#ui/figure-card.tsx'
import { Columns, Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { ClauseTable } from './clause-table.tsx'
import { DistributionSection } from './distribution-section.tsx'
import { EarlierRounds } from './earlier-rounds.tsx'
import { EditionGapSection } from './edition-gap-section.tsx'
import { Radar } from './radar.tsx'
import { useReviewWords } from './review-words.ts'

const TOP = 3

export type AnalysedRound = {
  readonly instrument: Instrument
  readonly answers: Answers
  /** With the levels that were found; null where nothing was verified. */
  readonly verified: Answers | null
  /** The rounds before, the latest first. */
  readonly earlier: readonly { readonly round: string; readonly means: Means }[]
}

type AssessmentAnalysisProps = AnalysedRound & { readonly screen: ScreenProps }

export const AssessmentAnalysis = ({ screen, ...round }: AssessmentAnalysisProps) => {
  const { instrument, answers } = round
  return (
    <Stack gap={6}>
      <MainFigures {...round} />
      <Chapters {...round} />
      <EarlierRounds {...round} />
      <DistributionSection {...round} screen={screen} />
      <EditionGapSection instrument={instrument} answers={round.verified ?? answers} />
      <ClauseTable {...round} />
    </Stack>
  )
}

const MainFigures = ({ instrument, answers, verified }: AnalysedRound) => {
  const { t, formats } = useReviewWords()
  const means = meansOf(instrument, answers)[OVERALL] ?? null
  const found = verified === null ? null : (meansOf(instrument, verified)[OVERALL] ?? null)
  const { overall } = maturity(instrument, verified ?? answers)
  const { answered, total } = assessmentCompleteness(instrument, answers)
  const figure = (mean: number | null) => (mean === null ? '–' : formats.number(mean, 2))
  return (
    <Section title={t('analysis.figures')}>
      <FigureGrid>
        <FigureCard label={t('analysis.overall')} value={figure(means)} note={t('analysis.outOf')} />
        {verified !== null && (
          <FigureCard label={t('analysis.verified')} value={figure(found)} note={t('analysis.outOf')} />
        )}
        <FigureCard
          label={t('analysis.maturity')}
          value={overall === null ? '–' : t('analysis.maturityOf', { level: overall })}
          note={
            overall === null ? t('analysis.noMean') : `${t(`analysis.level.${overall}`)}; ${t('analysis.maturityNote')}`
          }
        />
        <FigureCard label={t('analysis.completeness')} value={t('analysis.completenessOf', { answered, total })} />
      </FigureGrid>
    </Section>
  )
}

/** A spoke has room for one or two words: those before the first comma, or the chapter's id. */
const shortOf = (title: string, id: string): string => {
  const [first = ''] = title.split(',')
  return first.length <= 12 ? first : id
}

const Chapters = ({ instrument, answers, verified, earlier }: AnalysedRound) => {
  const { t, formats, textOf, sectionText } = useReviewWords()
  const now = meansOf(instrument, answers)
  const found = verified === null ? null : meansOf(instrument, verified)
  const before = earlier[0]?.means
  const changes = before ? changesSince(before, now) : {}
  const levels = maturity(instrument, verified ?? answers).bySection
  const figure = (mean: number | null | undefined) =>
    typeof mean === 'number' ? formats.number(mean, 2) : t('analysis.noMean')
  const signed = (change: number | null | undefined) =>
    typeof change === 'number' ? `${change > 0 ? '+' : ''}${formats.number(change, 2)}` : '–'
  return (
    <Section title={t('analysis.byChapter')}>
      <Columns
        main={
          <DataTable
            caption={t('analysis.byChapterTable')}
            captionHidden
            rows={instrument.sections}
            rowKey={({ id }) => id}
            columns={[
              { key: 'chapter', head: t('analysis.chapter'), isRowHead: true, cell: (chapter) => sectionText(chapter) },
              { key: 'mean', head: t('analysis.mean'), align: 'end', cell: ({ id }) => figure(now[id]) },
              ...(found === null
                ? []
                : [
                    {
                      key: 'verified',
                      head: t('analysis.meanVerified'),
                      align: 'end' as const,
                      cell: ({ id }: { readonly id: string }) => figure(found[id]),
                    },
                  ]),
              { key: 'change', head: t('analysis.change'), align: 'end', cell: ({ id }) => signed(changes[id]) },
              { key: 'maturity', head: t('analysis.maturity'), align: 'end', cell: ({ id }) => levels[id] ?? '–' },
            ]}
          />
        }
        aside={
          <Radar
            label={t('analysis.radarAlt')}
            top={TOP}
            spokes={instrument.sections.map(({ id, clause, title }) => ({
              key: id,
              label: clause ?? shortOf(textOf(title), id),
              value: (found ?? now)[id] ?? null,
              ...(before && { before: before[id] ?? null }),
            }))}
          />
        }
      />
    </Section>
  )
}
