// The items of the checklist with their results and notes, as they were sealed; to who reads English a question of the
// province's form as that form says it.
import { auditChecklist, itemLabel, type OwnItem } from '#domain/internal-audit/checklist.ts'
import { useOwnItemWords } from '#features/own-item-words.ts'
import { PaperTable } from '#features/official-paper.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useInstrument } from '#features/use-instrument.ts'
import { Section } from '#ui/section.tsx'
import type { ReportPartProps } from './report-body.tsx'
import { useReportWords } from './use-report-words.ts'

const none: readonly OwnItem[] = []

export const ReportAnswers = ({ content, screen }: ReportPartProps & { readonly screen: ScreenProps }) => {
  const { t, language, resultText } = useReportWords()
  const own = content.ownItems ?? none
  const wordsOf = useOwnItemWords(screen.store, own)
  const instrument = useInstrument(content.checklist)
  if (wordsOf === undefined) return null
  const checklist = instrument && auditChecklist(instrument, content.clauses ?? null, own, wordsOf)
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
