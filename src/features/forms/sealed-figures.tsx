// What the form itself makes of its answers, as handed in and as verified: the totals of a scorecard.
import { verifiedFigures } from '#domain/questionnaire/filling/verified-figures.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Section } from '#ui/section.tsx'
import type { SealedAnswersProps } from './sealed-answers.tsx'
import { useVerifyWords } from './verify-words.ts'

type SealedFiguresProps = SealedAnswersProps & { readonly column: string }

/** Draws nothing for a form that shows no figures, or that this device does not have. */
export const SealedFigures = ({ screen, review, compiled, column }: SealedFiguresProps) => {
  const { t } = useVerifyWords()
  if (compiled === null) return null
  const { submission, verifications } = review
  const figures = verifiedFigures(compiled, submission.content, verifications, {
    clock: { now: () => Date.parse(submission.content.submittedAt) || screen.clock.now() },
    language: column,
  })
  if (figures.length === 0) return null
  return (
    <Section title={t('figures')}>
      <DataTable
        caption={`${t('figuresOwn')}, ${t('figuresVerified')}`}
        captionHidden
        rows={figures}
        rowKey={({ ref }) => ref}
        columns={[
          { key: 'own', head: t('figuresOwn'), isRowHead: true, cell: ({ own }) => own },
          { key: 'verified', head: t('figuresVerified'), cell: ({ verified }) => verified },
        ]}
      />
    </Section>
  )
}
