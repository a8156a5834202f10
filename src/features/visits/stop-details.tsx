// When one is expected and what for; both may stay empty.
import { useState } from 'react'
import type { PlannedVisitView } from '#data/contract/visit-contract.ts'
import { readTime } from '#domain/audit-planning/audit-session.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { SavedNote } from '#features/saved-note.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useAutosave } from '#features/use-autosave.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useVisitWords } from './use-visit-words.ts'

type StopDetailsProps = { readonly screen: ScreenProps; readonly stop: PlannedVisitView }

/** A type, not an interface: it is kept as a draft, and a draft is JSON. */
type Details = { readonly from: string; readonly purpose: string }

export const StopDetails = ({ screen: { store }, stop: { unit, id, from, purpose } }: StopDetailsProps) => {
  const { t } = useVisitWords()
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async (details: Details): Promise<Result<{ readonly savedAt: number }, Problem>> => {
    const time = readTime(details.from)
    const isUnread = details.from.trim() !== '' && time === null
    const saved = isUnread
      ? err({ code: 'visit.time-unreadable' } as const)
      : await store.visits.changePlanned({ unit, id }, { from: time, purpose: details.purpose.trim() })
    setProblem(saved.ok ? null : saved.error)
    return saved.ok ? ok({ savedAt: saved.value.savedAt }) : saved
  }
  const kept = useAutosave<Details>({
    drafts: store.drafts,
    draftKey: `planned-visit:${id}`,
    saved: { from: from ?? '', purpose },
    save,
  })
  const typed = (name: keyof Details) => ({
    name: `${name}.${id}`,
    value: kept.value[name],
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      kept.change({ ...kept.value, [name]: target.value }),
    onBlur: () => void kept.flush(),
    autoComplete: 'off',
  })
  return (
    <Disclosure summary={t('day.details')}>
      <Stack gap={3}>
        <Field label={t('from')} hint={t('timeHint')} note={t('common:optional')}>
          <TextInput {...typed('from')} />
        </Field>
        <Field label={t('day.purpose')} note={t('common:optional')}>
          <TextInput {...typed('purpose')} />
        </Field>
        <ProblemNotice problem={problem} />
        <SavedNote state={kept} onRetry={() => void kept.flush()} />
      </Stack>
    </Disclosure>
  )
}
