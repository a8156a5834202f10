// Every clause that is asked about, with its own mean and what is lacking.
import { clauseByNumber } from '#domain/standard/clause.ts'
import { clauseScores } from '#domain/self-assessment/clause-scores.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Section } from '#ui/section.tsx'
import type { AnalysedRound } from './assessment-analysis.tsx'
import { useReviewWords } from './review-words.ts'

export const ClauseTable = ({ instrument, answers, verified }: AnalysedRound) => {
  const { t, formats, textOf, numbersOf } = useReviewWords()
  const given = verified ?? answers
  const lacking = (questions: readonly string[]): readonly string[] =>
    questions.filter((id) => given[id]?.score === 0 || given[id]?.score === 1)
  const titleOf = (clause: string): string => {
    const title = clauseByNumber(clause)?.title
    return title ? `${clause} ${textOf(title)}` : clause
  }
  return (
    <Section title={t('analysis.byClause')}>
      <DataTable
        caption={t('analysis.byClauseTable')}
        captionHidden
        rows={clauseScores(instrument, given)}
        rowKey={({ clause }) => clause}
        columns={[
          { key: 'clause', head: t('analysis.clause'), isRowHead: true, cell: ({ clause }) => titleOf(clause) },
          {
            key: 'mean',
            head: t(verified === null ? 'analysis.mean' : 'analysis.meanVerified'),
            align: 'end',
            cell: ({ mean }) => (mean === null ? t('analysis.noMean') : formats.number(mean, 2)),
          },
          {
            key: 'gaps',
            head: t('analysis.gaps'),
            cell: ({ questions }) => (lacking(questions).length === 0 ? '–' : numbersOf(lacking(questions))),
          },
        ]}
      />
    </Section>
  )
}
