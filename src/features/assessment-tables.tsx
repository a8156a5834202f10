// The tables of a submitted self-assessment on paper: its figures, its clauses, and every question with what the commune
// said and, where somebody verified, what was found.
import type { VerificationView } from '#data/contract/review-contract.ts'
import type { AssessmentSheet, SheetChapter, SheetFigures, SheetRow } from '#domain/self-assessment/assessment-sheet.ts'
import { differs } from '#domain/self-assessment/verification.ts'
import { clauseByNumber } from '#domain/standard/clause.ts'
import { Section } from '#ui/section.tsx'
import { usePaperWords } from './handed-in-paper.tsx'
import { PaperLines, PaperTable } from './official-paper.tsx'
import { numberOf } from './review-words.ts'

type SheetProps = { readonly sheet: AssessmentSheet }

function useMeans() {
  const { t, formats } = usePaperWords()
  const meanOf = (mean: number | null): string => (mean === null ? '–' : formats.number(mean, 2))
  return {
    meanOf,
    outOf: (mean: number | null): string =>
      mean === null ? t('assessment.noMean') : t('assessment.meanOf', { mean: meanOf(mean) }),
  }
}

export const AssessmentFigures = ({ sheet: { own, verified, count } }: SheetProps) => {
  const { t } = usePaperWords()
  const linesOf = useFigureLines()
  const columns = [own, ...(verified === null ? [] : [verified])].map(linesOf)
  const names = ['mean', 'answered', 'notApplicable', 'blocking'] as const
  return (
    <Section title={t('assessment.figures')} level={3}>
      <PaperTable
        label={t('assessment.figures')}
        heads={[
          t('assessment.figure'),
          t('assessment.own'),
          ...(verified === null ? [] : [t('assessment.verifiedOf', count)]),
        ]}
        widths={verified === null ? [40, 60] : [30, 35, 35]}
        rows={names.map((name) => ({
          key: name,
          cells: [t(`assessment.${name}`), ...columns.map((column) => column[name])],
        }))}
      />
    </Section>
  )
}

function useFigureLines() {
  const { t, formats } = usePaperWords()
  const { outOf } = useMeans()
  return ({ mean, answered, total, notApplicable, blocking }: SheetFigures) => ({
    mean: outOf(mean),
    answered: `${answered}/${total}`,
    notApplicable: formats.number(notApplicable),
    blocking:
      blocking.length === 0
        ? t('assessment.noBlocking')
        : blocking
            .map(({ question, cause }) => t(`assessment.cause.${cause}`, { number: question.replace(/^Q/, '') }))
            .join(', '),
  })
}

export const AssessmentClauses = ({ sheet: { clauses, verified } }: SheetProps) => {
  const { t, textOf, numbersOf } = usePaperWords()
  const { meanOf } = useMeans()
  const titleOf = (clause: string): string => {
    const title = clauseByNumber(clause)?.title
    return title ? `${clause} ${textOf(title)}` : clause
  }
  return (
    <Section title={t('assessment.clauses')} level={3}>
      <PaperTable
        label={t('assessment.clauses')}
        heads={[
          t('assessment.clause'),
          t('assessment.own'),
          ...(verified === null ? [] : [t('assessment.verified')]),
          t('assessment.lacking'),
        ]}
        widths={verified === null ? [56, 20, 24] : [46, 15, 19, 20]}
        rows={clauses.map(({ clause, mean, lacking }) => ({
          key: clause,
          cells: [
            titleOf(clause),
            meanOf(mean.own),
            ...(verified === null ? [] : [meanOf(mean.verified)]),
            lacking.length === 0 ? '–' : numbersOf(lacking),
          ],
        }))}
      />
    </Section>
  )
}

type AnswersProps = SheetProps & { readonly verifications: Readonly<Record<string, VerificationView>> }

export const AssessmentAnswers = ({ sheet, verifications }: AnswersProps) =>
  sheet.chapters.map((chapter) => (
    <Chapter key={chapter.section.id} {...{ chapter, verifications }} isVerified={sheet.verified !== null} />
  ))

type ChapterProps = Pick<AnswersProps, 'verifications'> & {
  readonly chapter: SheetChapter
  readonly isVerified: boolean
}

const Chapter = ({ chapter: { section, mean, rows }, verifications, isVerified }: ChapterProps) => {
  const { t, textOf, sectionText } = usePaperWords()
  const { outOf } = useMeans()
  const { levelLines, noteLines, foundLines } = useAnswerLines()
  const means = { chapter: sectionText(section), mean: outOf(mean.own), verified: outOf(mean.verified) }
  const title = t(mean.verified === null ? 'assessment.chapterMean' : 'assessment.chapterMeans', means)
  const heads = ['number', 'question', 'clauseShort', 'answer', 'note', ...(isVerified ? ['found'] : [])]
  return (
    <Section title={title} level={3}>
      <PaperTable
        label={title}
        heads={heads.map((head) => t(`assessment.${head}`))}
        widths={isVerified ? [8, 32, 9, 17, 16, 18] : [8, 35, 9, 20, 28]}
        rows={rows.map((row) => ({
          key: row.question.id,
          cells: [
            numberOf(row.question),
            <PaperLines
              key="question"
              lines={[textOf(row.question.text), row.question.isKey ? `(${t('assessment.key')})` : '']}
            />,
            row.question.clause ?? '–',
            <PaperLines key="level" lines={levelLines(row)} />,
            <PaperLines key="note" lines={noteLines(row)} />,
            ...(isVerified
              ? [
                  <PaperLines
                    key="found"
                    lines={foundLines(row, verifications[row.question.id]?.hasConflict === true)}
                  />,
                ]
              : []),
          ],
        }))}
      />
    </Section>
  )
}

function useAnswerLines() {
  const { t, review, levelText } = usePaperWords()
  const because = (reason: string): string => (reason.trim() === '' ? '' : t('answer.reason', { reason }))
  return {
    levelLines: ({ own: { score, reason } }: SheetRow) => [levelText(score), score === 'na' ? because(reason) : ''],
    noteLines: ({ own: { note }, evidence }: SheetRow) => [
      note,
      evidence === 0 ? '' : t('answer.evidence', { count: evidence }),
    ],
    foundLines: ({ own, found }: SheetRow, hasConflict: boolean) => {
      if (found === null) return [review('waits')]
      const isOther = differs(own, found)
      return [
        isOther ? levelText(found.level) : review('foundSame'),
        isOther ? because(found.reason) : '',
        hasConflict ? t('disputed') : '',
      ]
    },
  }
}
