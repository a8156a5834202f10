// When and where a meeting was. What is typed is a draft until it is saved; a saved one can be changed until the audit is
// concluded, and every change shows a signature of before as broken.
import { useState } from 'react'
import type { MeetingView } from '#data/contract/audit-on-site-contract.ts'
import { readTime } from '#domain/audit-planning/audit-session.ts'
import { meetingBounds } from '#domain/internal-audit/days.ts'
import type { MeetingType } from '#domain/internal-audit/meeting.ts'
import { outsideBounds } from '#domain/kernel/day-bounds.ts'
import { formatLocalDate, type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { hasText } from '#domain/kernel/text.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { useProblemText } from '#features/use-problem-text.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import type { MeetingProps } from './audit-meetings-screen.tsx'
import { useAuditWords } from './use-audit-words.ts'

type MeetingFormProps = MeetingProps & { readonly type: MeetingType; readonly meeting?: MeetingView }

/** A type, not an interface: it is kept as a draft, and a draft is JSON. */
type Typed = {
  readonly on: string
  readonly from: string
  readonly to: string
  readonly place: string
  readonly notes: string
}

const typedOf = ({ on, from, to, place, notes }: MeetingView): Typed => ({
  on: formatLocalDate(on),
  from,
  to,
  place,
  notes,
})

const timeOf = (text: string): string => readTime(text) ?? text

export const MeetingForm = ({ audit, screen, canEdit, type, meeting }: MeetingFormProps) => {
  const { t } = useAuditWords()
  const showToast = useToast()
  const problemText = useProblemText()
  const { store, clock, today } = screen
  const day = audit.on.date ?? today
  const fresh: Typed = { on: formatLocalDate(day), from: '', to: '', place: '', notes: '' }
  const draftKey = `meeting:${audit.id}:${meeting?.id ?? type}`
  const initial = meeting ? typedOf(meeting) : fresh
  const draft = useFormDraft<Typed>({ drafts: store.drafts, draftKey, initial, clock })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isAsked, setAsked] = useState(false)
  const form = draft.value
  const change = (patch: Partial<Typed>) => draft.change({ ...form, ...patch })
  const save = async (): Promise<void> => {
    setAsked(true)
    const on = writtenDate(form.on).date
    if (on === null) return setProblem({ code: 'date.nonexistent', params: { text: form.on } })
    const { place, notes } = form
    const words = { type, on, from: timeOf(form.from), to: timeOf(form.to), place, notes }
    const saved = await store.onSite.saveMeeting(audit.id, { ...words, ...(meeting && { id: meeting.id }) })
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    await draft.drop()
    showToast({ text: t('meeting.saved') })
  }
  const objection = (on: LocalDate): string | undefined => {
    const outside = outsideBounds(on, meetingBounds(audit.on.date))
    return outside ? problemText(outside) : undefined
  }
  const isTimeMissing = (name: 'from' | 'to'): boolean => isAsked && readTime(form[name]) === null
  const timeError = (name: 'from' | 'to') => isTimeMissing(name) && problemText({ code: 'meeting.time-unreadable' })
  const typed = (name: 'from' | 'to' | 'place') => ({
    value: form[name],
    readOnly: !canEdit,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => change({ [name]: target.value }),
    onBlur: () => void draft.flush(),
  })
  return (
    <Stack gap={4}>
      <WrittenDateField
        label={t('meeting.on')}
        name={`meeting-on-${type}`}
        value={form.on}
        onChange={(on) => change({ on })}
        isAsked={isAsked}
        objectionTo={objection}
      />
      <Cluster align="start">
        <Field label={t('meeting.from')} hint={t('meeting.timeHint')} error={timeError('from')}>
          <TextInput {...typed('from')} inputMode="numeric" />
        </Field>
        <Field label={t('meeting.to')} error={timeError('to')}>
          <TextInput {...typed('to')} inputMode="numeric" />
        </Field>
      </Cluster>
      <Field
        label={t('meeting.place')}
        error={isAsked && !hasText(form.place) && problemText({ code: 'meeting.place-missing' })}
      >
        <TextInput {...typed('place')} />
      </Field>
      <Field label={t('meeting.notes')} note={t('common:optional')} hint={t(`meeting.notesHint.${type}`)}>
        <TextArea
          value={form.notes}
          readOnly={!canEdit}
          onChange={(event) => change({ notes: event.target.value })}
          onBlur={() => void draft.flush()}
        />
      </Field>
      <ProblemNotice problem={problem} />
      {canEdit && (
        <Cluster>
          <Button kind={meeting ? 'outline' : 'main'} onClick={() => void save()}>
            {t(meeting ? 'meeting.change' : 'meeting.save')}
          </Button>
        </Cluster>
      )}
    </Stack>
  )
}
