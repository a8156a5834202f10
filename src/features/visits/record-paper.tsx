// The record of a visit as it is printed: who, when, what was known and found, what is asked of whom, and where both sign.
import type { VisitRecordContent } from '#domain/field-visit/visit-record.ts'
import { lineState } from '#domain/field-visit/checked-line.ts'
import { OfficialPaper, PaperFacts, PaperHands, PaperTable } from '#features/official-paper.tsx'
import { insideSentence } from '#features/place-words.ts'
import { Stack } from '#ui/layout.tsx'
import { PaperForms } from './paper-forms.tsx'
import { useVisitWords } from './use-visit-words.ts'
import { factsOf } from './visit-summary.tsx'

type RecordPaperProps = { readonly content: VisitRecordContent; readonly commune: string }

export const RecordPaper = ({ content, commune }: RecordPaperProps) => {
  const words = useVisitWords()
  const { t } = words
  const { number, on, checked, tasks, evidence, forms = [] } = content
  const about = t('paper.about', { commune: insideSentence(commune) })
  return (
    <OfficialPaper
      commune={commune}
      agency={{ name: t('paper.agency') }}
      on={on.date}
      title={t('paper.heading')}
      subtitle={number > 1 ? `${about} ${t('paper.further', { number })}` : about}
    >
      <Stack gap={4}>
        <PaperFacts facts={factsOf(words, content)} />
        {checked.length > 0 && (
          <PaperTable
            label={t('known.title')}
            heads={[t('paper.known'), t('paper.result')]}
            rows={checked.map((line) => ({
              key: line.about,
              cells: [line.known, t(`known.state.${lineState(line)}`, { found: line.found })],
            }))}
          />
        )}
        {tasks.length > 0 && (
          <PaperTable
            label={t('tasks.title')}
            heads={[t('tasks.what'), t('tasks.whoLabel'), t('tasks.until')]}
            rows={tasks.map(({ id, what, who, until }) => ({ key: id, cells: [what, who, until.text] }))}
          />
        )}
        <PaperForms forms={forms} />
        {evidence.length > 0 && <p>{t('paper.evidence', { count: evidence.length })}</p>}
      </Stack>
      <PaperHands
        hands={[
          { title: t('paper.signUnit'), post: content.received },
          { title: t('paper.signVisitor'), name: content.visitors },
        ]}
      />
    </OfficialPaper>
  )
}
