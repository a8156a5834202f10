// Begins an audit: a title, a day, what is looked at. Two of the three are filled in already, so that an auditor on
// site is at the first item after one choice.
import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import { useLocation } from 'wouter'
import { formatLocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { INTERNAL_AUDIT_SHORT, instrumentList } from '#domain/questionnaire/instrument-registry.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useDraftInForm } from '#features/use-draft-in-form.ts'
import { type FormDraft, useFormDraft } from '#features/use-form-draft.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { Dock } from '#ui/dock.tsx'
import { FrameDock } from '#ui/frame-slots.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { mayAudit } from './audit-access.ts'
import { AuditFields, FormErrors } from './new-audit-fields.tsx'
import { departmentOf, type NewAuditForm, newAuditSchema } from './new-audit-form.ts'
import { auditPath, AUDITS_PATH } from './paths.ts'
import { useAuditWords } from './use-audit-words.ts'

/** The button stands in the dock: it must not move away under the thumb when leaving a field shows an error above it. */
const FORM_ID = 'new-audit'

export const NewAuditScreen = (screen: ScreenProps) => {
  const { t } = useAuditWords()
  const { store, person, today } = screen
  const unit = person.place.id
  const audits = useLive(() => store.audits.list(unit), [store, unit])
  const year = today.slice(0, 4)
  const number = (audits ?? []).filter(({ on }) => (on.date ?? '').startsWith(year)).length + 1
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader
          title={t('new.title')}
          subtitle={person.place.name}
          back={{ href: AUDITS_PATH, label: t('title') }}
        />
        {!mayAudit(person, unit) && <Notice tone="note">{t('readOnly.role')}</Notice>}
        {mayAudit(person, unit) && audits === undefined && <Skeleton label={t('loading')} shape="text" count={6} />}
        {mayAudit(person, unit) && audits !== undefined && (
          <NewAudit
            {...screen}
            initial={{
              title: t('new.defaultTitle', { number, year }),
              on: formatLocalDate(today),
              field: '',
              other: '',
            }}
          />
        )}
      </Stack>
    </Measure>
  )
}

const NewAudit = ({ initial, ...screen }: ScreenProps & { readonly initial: NewAuditForm }) => {
  const { t } = useAuditWords()
  const { store, person, clock } = screen
  const draftKey = `audit:new:${person.place.id}`
  const draft = useFormDraft<NewAuditForm>({ drafts: store.drafts, draftKey, initial, clock })
  const form = useForm<NewAuditForm>({
    defaultValues: initial,
    resolver: zodResolver(newAuditSchema),
    shouldFocusError: false,
  })
  useDraftInForm(form, draft)
  const { submit, problem } = useStartAudit(screen, form, draft)
  const checklist = instrumentList.find(({ key }) => key === INTERNAL_AUDIT_SHORT)
  return (
    <form id={FORM_ID} noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap={5}>
        <FormErrors key={form.formState.submitCount} form={form} />
        <AuditFields form={form} draft={draft} />
        <p>{t('new.checklist', { count: checklist?.questionCount ?? 0 })}</p>
      </Stack>
      <FrameDock>
        <ProblemNotice problem={problem} title={t('new.notStarted')} />
        <Dock
          middle={<DraftNote draft={draft} />}
          end={
            <Button kind="main" type="submit" form={FORM_ID} busy={form.formState.isSubmitting}>
              {t('new.start')}
            </Button>
          }
        />
      </FrameDock>
    </form>
  )
}

function useStartAudit(
  { store, person }: ScreenProps,
  form: UseFormReturn<NewAuditForm>,
  draft: FormDraft<NewAuditForm>,
) {
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<Problem | null>(null)
  const submit = form.handleSubmit(async (values) => {
    const started = await store.audits.start({
      unitId: person.place.id,
      instrument: INTERNAL_AUDIT_SHORT,
      title: values.title.trim(),
      on: writtenDate(values.on),
      department: departmentOf(values),
    })
    setProblem(started.ok ? null : started.error)
    if (!started.ok) return
    await draft.drop()
    navigate(auditPath(started.value), { replace: true })
  })
  return { submit, problem }
}
