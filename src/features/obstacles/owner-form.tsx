// Which post at the department takes it on, and by when it is answered.
import { useState } from 'react'
import type { ObstacleView } from '#data/contract/obstacle-contract.ts'
import { formatLocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { useObstacleWords } from '#features/obstacle-words.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useToast } from '#ui/toast-provider.tsx'

type OwnerDraft = { readonly owner: string; readonly dueOn: string }

type OwnerFormProps = { readonly obstacle: ObstacleView; readonly screen: Pick<ScreenProps, 'store' | 'clock'> }

export const OwnerForm = ({ obstacle, screen: { store, clock } }: OwnerFormProps) => {
  const { t, formats } = useObstacleWords()
  const textOf = useProblemText()
  const showToast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  const initial: OwnerDraft = {
    owner: obstacle.owner,
    dueOn: obstacle.dueOn === null ? '' : formatLocalDate(obstacle.dueOn),
  }
  const draftKey = `obstacle-owner:${obstacle.id}`
  const draft = useFormDraft<OwnerDraft>({ drafts: store.drafts, draftKey, initial, clock })
  const { owner, dueOn } = draft.value
  const save = async (): Promise<void> => {
    const saved = await store.obstacles.step(obstacle.unit, obstacle.id, { type: 'assign', owner, dueOn })
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    showToast({ text: t('saved', { time: formats.time(saved.value.savedAt) }), tone: 'good' })
    await draft.drop()
  }
  const errorOf = (codes: RegExp) => (problem && codes.test(problem.code) ? { error: textOf(problem) } : {})
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap={4}>
        <Field label={t('assign.owner')} hint={t('assign.ownerHint')} {...errorOf(/owner-missing$/)}>
          <TextInput
            name="owner"
            required
            autoComplete="off"
            value={owner}
            onChange={(event) => draft.change({ ...draft.value, owner: event.target.value })}
            onBlur={() => void draft.flush()}
          />
        </Field>
        <DateField
          label={t('assign.dueOn')}
          note={t('common:optional')}
          name="dueOn"
          value={dueOn}
          onChange={(text) => draft.change({ ...draft.value, dueOn: text })}
          {...errorOf(/^date\.|due-past$/)}
        />
        <ProblemNotice problem={problem && /^date\.|due-past$|owner-missing$/.test(problem.code) ? null : problem} />
        <Button type="submit" icon="check">
          {t('assign.save')}
        </Button>
        <DraftNote draft={draft} />
      </Stack>
    </form>
  )
}
