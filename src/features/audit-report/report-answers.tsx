// The items of the checklist with their results and notes, as they were sealed.
import { auditChecklist, itemLabel } from '#domain/internal-audit/checklist.ts'
import { PaperTable } from '#features/official-paper.tsx'
import { useInstrument } from '#features/use-instrument.ts'
import { Section } from '#ui/section.tsx'
import type { ReportPartProps } from './report-body.tsx'
import { useReportWords } from './use-report-words.ts'

export const ReportAnswers = ({ content }: ReportPartProps) => {
  const { t, language, resultText } = useReportWords()
  const instrument = useInstrument(content.checklist)
  const checklist = instrument && auditChecklist(instrument, content.clauses ?? null, content.ownItems ?? [])
  const textOf = (item: string): string => {
    const text = checklist?.questions.find(({ id }) => id === item)?.text
    return text === undefined ? item : language === 'en' ? text.en : text.vi
  }
  return (
    <Section title={t('answers.title')} level={3}>
      <PaperTable
        label={t('answers.title')}
        heads={[t('answers.item'), t('answers.question'), t('answers.result'), t('answers.note')]}
        rows={content.answers.map(({ itemId, result, reason, note }) => ({
          key: itemId,
          cells: [
            checklist ? itemLabel(checklist, itemId) : itemId,
            textOf(itemId),
            resultText(result),
            [reason, note].filter((text) => text.trim() !== '').join(' · '),
          ],
        }))}
      />
    </Section>
  )
}
