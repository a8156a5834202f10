// Two texts and one button. What is typed is kept as a draft from the first letter; it becomes part of the record only
// when the person says so, because afterwards nobody can take it back.
import { useState } from 'react'
import type { Problem, ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import type { AmendedRecord } from './amendments-section.tsx'
import { DraftNote } from './draft-note.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import type { ScreenProps } from './screen-props.ts'
import { useFormDraft } from './use-form-draft.ts'
import { useProblemText } from './use-problem-text.ts'

/** A type, not an interface: a draft is JSON. */
type AmendmentDraft = { readonly text: string; readonly reason: string }

type AmendmentFormProps = {
  readonly record: AmendedRecord
  readonly screen: Pick<ScreenProps, 'store' | 'clock'>
  readonly onClose: () => void
}

const fields = [
  ['text', 'amendment.text-missing'],
  ['reason', 'amendment.reason-missing'],
] as const satisfies readonly (readonly [keyof AmendmentDraft, ProblemCode])[]

export const AmendmentForm = ({ record, screen: { store, clock }, onClose }: AmendmentFormProps) => {
  const { t } = useText('amendments')
  const textOf = useProblemText()
  const initial: AmendmentDraft = { text: '', reason: '' }
  const draft = useFormDraft({ drafts: store.drafts, draftKey: `amendment:${record.of}`, initial, clock })
  const { save, problem, isBusy } = useSave({ store, record, onSaved: () => draft.drop().then(onClose) })
  const isOfField = fields.some(([, code]) => code === problem?.code)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save(draft.value)
      }}
    >
      <Stack gap={4}>
        {fields.map(([name, code]) => (
          <Field
            key={name}
            label={t(`form.${name}`)}
            hint={t(`form.${name}Hint`)}
            error={problem?.code === code ? textOf(problem) : undefined}
          >
            <TextArea
              name={name}
              required
              value={draft.value[name]}
              onChange={(event) => draft.change({ ...draft.value, [name]: event.target.value })}
              onBlur={() => void draft.flush()}
            />
          </Field>
        ))}
        <p>{t('form.forEver')}</p>
        <ProblemNotice problem={isOfField ? null : problem} />
        <Cluster>
          <Button kind="main" type="submit" icon="check" busy={isBusy}>
            {t('form.save')}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {t('form.later')}
          </Button>
        </Cluster>
        <DraftNote draft={draft} />
      </Stack>
    </form>
  )
}

type SaveParts = Pick<ScreenProps, 'store'> & {
  readonly record: AmendedRecord
  readonly onSaved: () => Promise<void>
}

function useSave({ store, record, onSaved }: SaveParts) {
  const { t } = useText('common')
  const formats = useFormats()
  const showToast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const save = async (texts: AmendmentDraft): Promise<void> => {
    setBusy(true)
    const saved = await store.amendments.add({ ...record, ...texts })
    setBusy(false)
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    showToast({ text: t('savedAt', { time: formats.time(saved.value.savedAt) }), tone: 'good' })
    await onSaved()
  }
  return { save, problem, isBusy }
}
