// A decision is complete at once: what, which post, until when. What is typed is kept until it is.
import { useState } from 'react'
import { outsideBounds } from '#domain/kernel/day-bounds.ts'
import { addDays, formatLocalDate, type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { decisionBounds } from '#domain/management-review/days.ts'
import { type DecisionCategory, decisionCategories } from '#domain/management-review/review-input.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { useFormDraft } from '#features/use-form-draft.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import type { ReviewPartProps } from './review-part.ts'
import { useReviewOfLeadersWords } from './review-words.ts'

/** Days a decision has, until somebody says otherwise. */
const USUAL_DAYS = 30

/** A type, not an interface: a draft is JSON. */
type DecisionDraft = {
  readonly question: DecisionCategory
  readonly what: string
  readonly who: string
  readonly until: string
}

export const NewDecision = ({ review, screen: { store, clock, today } }: ReviewPartProps) => {
  const { t } = useReviewOfLeadersWords()
  const showToast = useToast()
  const problemText = useProblemText()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [empty] = useState<DecisionDraft>(() => ({
    question: 'improvement',
    what: '',
    who: '',
    // A meeting still to come takes no decision that is due before it (MR-11).
    until: formatLocalDate(addDays(review.on > today ? review.on : today, USUAL_DAYS)),
  }))
  const draftKey = `management-review:${review.id}:decision`
  const draft = useFormDraft<DecisionDraft>({ drafts: store.drafts, draftKey, initial: empty, clock })
  const { question, what, who, until } = draft.value
  const change = (patch: Partial<DecisionDraft>): void => draft.change({ ...draft.value, ...patch })
  const objectionOf = (day: LocalDate | null): Problem | null => outsideBounds(day, decisionBounds(review.on))
  const objectionTo = (day: LocalDate): string | undefined => {
    const outside = objectionOf(day)
    return outside ? problemText(outside) : undefined
  }
  const add = async (): Promise<void> => {
    const { unit, id: of } = review
    const outside = objectionOf(writtenDate(until).date)
    if (outside) return setProblem(outside)
    const made = await store.reviews.addAction({ unit, of, question, what, who, until: writtenDate(until) })
    setProblem(made.ok ? null : made.error)
    if (!made.ok) return
    showToast({ text: t('decisionAdded'), tone: 'good' })
    draft.change(empty)
    await draft.drop()
  }
  return (
    <Stack gap={3}>
      <SelectField
        label={t('category')}
        name="category"
        value={question}
        onChange={({ target }) => change({ question: target.value as DecisionCategory })}
        options={decisionCategories.map((one) => ({ value: one, label: t(`categories.${one}`) }))}
      />
      <Field label={t('what')}>
        <TextArea name="what" value={what} onChange={({ target }) => change({ what: target.value })} />
      </Field>
      <Field label={t('who')} hint={t('postHint')}>
        <TextInput name="who" value={who} onChange={({ target }) => change({ who: target.value })} />
      </Field>
      <WrittenDateField
        label={t('until')}
        name="until"
        value={until}
        onChange={(text) => change({ until: text })}
        isAsked={problem !== null}
        objectionTo={objectionTo}
      />
      <ProblemNotice problem={problem?.code.startsWith('date.') ? null : problem} />
      <Cluster>
        <Button icon="plus" onClick={() => void add()}>
          {t('addDecision')}
        </Button>
      </Cluster>
    </Stack>
  )
}
