// The forms that were sealed in a record of a visit, as they are printed: every question in its own words with its answer.
// Only what was sealed is read, so that both sides print the same, whether they have the form or not.
import type { VisitForm, VisitFormAnswer } from '#domain/field-visit/visit-form.ts'
import { PaperTable } from '#features/official-paper.tsx'
import { sealedForm } from '#features/sealed-sections.ts'
import { Stack } from '#ui/layout.tsx'
import { useVisitWords } from './use-visit-words.ts'

export const PaperForms = ({ forms }: { readonly forms: readonly VisitForm[] }) =>
  forms.map((form) => <PaperForm key={form.filling} form={form} />)

const PaperForm = ({ form }: { readonly form: VisitForm }) => {
  const { t } = useVisitWords()
  const wordsOf = useAnswerWords(form)
  const rows = sealedForm(form, null, '').sections.flatMap(({ number, answers }) =>
    answers.map((answer) => ({
      key: answer.path,
      cells: [
        number === 0 ? answer.label : `${answer.label} (${t('forms.item', { number })})`,
        <Lines key="answer" lines={wordsOf(answer)} />,
      ],
    })),
  )
  return (
    <Stack gap={2}>
      <h3>{form.title}</h3>
      <PaperTable label={form.title} heads={[t('forms.question'), t('forms.answer')]} rows={rows} />
    </Stack>
  )
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <div key={line}>{line}</div>
    ))}
  </>
)

/** The answer, and what stands beside it, a line each. */
function useAnswerWords({ evidence }: VisitForm): (answer: VisitFormAnswer) => readonly string[] {
  const { t } = useVisitWords()
  return ({ path, value, shown, unit, photos, reason, note }) => {
    const count = evidence.filter((photo) => photo.path === path).length
    return [
      photos === true ? '' : [shown ?? value, unit].filter(Boolean).join(' '),
      count === 0 ? '' : t('forms.photos', { count }),
      reason === undefined ? '' : t('forms.reason', { reason }),
      note === undefined ? '' : t('forms.note', { note }),
    ].filter((line) => line !== '')
  }
}
