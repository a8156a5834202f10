// What is to be done, which post does it and until when. What is typed is kept as a draft from the first letter and
// becomes part of the record when the person says so.
import { useState } from 'react'
import type { ActionView } from '#data/contract/review-contract.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { useReviewWords } from '#features/review-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useToast } from '#ui/toast-provider.tsx'

/** A type, not an interface: a draft is JSON. */
type ActionDraft = { readonly what: string; readonly who: string; readonly until: string }

type ActionFormProps = { readonly action: ActionView; readonly screen: ScreenProps }

export const ActionForm = ({ action, screen: { store, clock } }: ActionFormProps) => {
  const { t, formats } = useReviewWords()
  const textOf = useProblemText()
  const showToast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  const initial: ActionDraft = { what: action.what, who: action.who, until: action.until.text }
  const draft = useFormDraft({ drafts: store.drafts, draftKey: `action:${action.id}`, initial, clock })
  const { what, who, until } = draft.value
  const save = async (): Promise<void> => {
    const patch = { what, who, until: writtenDate(until) }
    const saved = await store.reviews.changeAction(action.unit, action.id, patch)
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    showToast({ text: t('action.saved', { time: formats.time(saved.value.savedAt) }), tone: 'good' })
    await draft.drop()
  }
  const errorOf = (prefix: string) => (problem?.code.startsWith(prefix) ? { error: textOf(problem) } : {})
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap={4}>
        <Field label={t('action.what')} {...errorOf('action.what')}>
          <TextArea
            name="what"
            required
            value={what}
            onChange={(event) => draft.change({ ...draft.value, what: event.target.value })}
            onBlur={() => void draft.flush()}
          />
        </Field>
        <Field label={t('action.who')} hint={t('action.whoHint')} {...errorOf('action.who')}>
          <TextInput
            name="who"
            required
            value={who}
            onChange={(event) => draft.change({ ...draft.value, who: event.target.value })}
            onBlur={() => void draft.flush()}
          />
        </Field>
        <DateField
          label={t('action.until')}
          name="until"
          value={until}
          onChange={(text) => draft.change({ ...draft.value, until: text })}
          {...errorOf('date.')}
        />
        <ProblemNotice problem={/^(?:action\.wh|date\.)/.test(problem?.code ?? '') ? null : problem} />
        <Button type="submit" icon="check">
          {t('action.save')}
        </Button>
        <DraftNote draft={draft} />
      </Stack>
    </form>
  )
}
