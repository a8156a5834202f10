// Begins an audit: a title, a day, what is looked at. Two of the three are filled in already, so that an auditor on
// site is at the first item after one choice.
import { zodResolver } from '@hookform/resolvers/zod'
import { Suspense } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { INTERNAL_AUDIT_SHORT } from '#domain/questionnaire/instrument-registry.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { type OfferedChecklist, useOfferedChecklists } from '#features/offered-checklists.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useDraftInForm } from '#features/use-draft-in-form.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { useInstrument } from '#features/use-instrument.ts'
import { useLive } from '#features/use-live.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Dock } from '#ui/dock.tsx'
import { FrameDock } from '#ui/frame-slots.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { mayAudit } from './audit-access.ts'
import { ChecklistChoice } from './checklist-choice.tsx'
import { plainStart, startOfPlan } from './new-audit-start.ts'
import { AuditFields, FormErrors } from './new-audit-fields.tsx'
import { type NewAuditForm, newAuditSchema } from './new-audit-form.ts'
import { auditPath, AUDITS_PATH } from './paths.ts'
import { ProvinceChoice } from './province-choice.tsx'
import { useAuditWords } from './use-audit-words.ts'
import { useStartAudit } from './use-start-audit.ts'

/** The button stands in the dock: it must not move away under the thumb when leaving a field shows an error above it. */
const FORM_ID = 'new-audit'

/** What the province offers is known before the form is drawn: one that came later would push its fields away. */
type BeginProps = ScreenProps & { readonly offered: readonly OfferedChecklist[] }

type NewAuditScreenProps = ScreenProps & { readonly query?: Readonly<Record<string, string>> }

export const NewAuditScreen = ({ query, ...screen }: NewAuditScreenProps) => {
  const { t } = useAuditWords()
  const { person } = screen
  const unit = person.place.id
  const mayWrite = mayAudit(person, unit)
  const plan = query?.['plan']
  const offered = useOfferedChecklists(screen.store, 'audit')
  const skeleton = <Skeleton label={t('loading')} shape="text" count={6} />
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader
          title={t('new.title')}
          subtitle={person.place.name}
          back={{ href: AUDITS_PATH, label: t('title') }}
        />
        {!mayWrite && <Notice tone="note">{t('readOnly.role')}</Notice>}
        {mayWrite && offered === undefined && skeleton}
        {mayWrite && offered !== undefined && (
          <Suspense fallback={skeleton}>
            {plan === undefined ? (
              <OfItsOwn {...{ ...screen, offered }} />
            ) : (
              <OfPlan {...{ ...screen, offered }} planId={plan} />
            )}
          </Suspense>
        )}
      </Stack>
    </Measure>
  )
}

const OfItsOwn = (screen: BeginProps) => {
  const { t } = useAuditWords()
  const { store, person, today } = screen
  const unit = person.place.id
  const audits = useLive(() => store.audits.list(unit), [store, unit])
  if (audits === undefined) return <Skeleton label={t('loading')} shape="text" count={6} />
  const year = today.slice(0, 4)
  const number = audits.filter(({ on }) => (on.date ?? '').startsWith(year)).length + 1
  const title = t('new.defaultTitle', { number, year })
  return (
    <NewAudit {...screen} plan={null} initial={{ ...plainStart(today), title, instrument: INTERNAL_AUDIT_SHORT }} />
  )
}

const OfPlan = ({ planId, ...screen }: BeginProps & { readonly planId: string }) => {
  const { t } = useAuditWords()
  const { store, person, today } = screen
  const unit = person.place.id
  const board = useLive(() => store.auditPlanning.plan(unit, planId), [store, unit, planId])
  const instrument = useInstrument(INTERNAL_AUDIT_SHORT)
  if (board === undefined || !instrument) return <Skeleton label={t('loading')} shape="text" count={6} />
  if (board === null) return <Notice tone="warn">{t('new.noPlan')}</Notice>
  const { round, from, decisionNumber, audit } = board.plan
  const title = t('new.defaultTitle', { number: round, year: (from || today).slice(0, 4) })
  const initial = { ...startOfPlan(board, instrument, today), title, instrument: INTERNAL_AUDIT_SHORT }
  return (
    <>
      <Notice tone="note">{t('new.fromPlan', { number: decisionNumber })}</Notice>
      {audit !== null && (
        <Notice tone="warn" actions={<ButtonLink href={auditPath(audit)}>{t('new.openPlanned')}</ButtonLink>}>
          {t('new.alreadyStarted')}
        </Notice>
      )}
      <NewAudit {...screen} plan={planId} initial={initial} />
    </>
  )
}

type NewAuditProps = BeginProps & { readonly initial: NewAuditForm; readonly plan: string | null }

const NewAudit = ({ initial, plan, offered, ...screen }: NewAuditProps) => {
  const { t } = useAuditWords()
  const { store, person, clock } = screen
  const draftKey = `audit:new:${person.place.id}${plan === null ? '' : `:${plan}`}`
  const draft = useFormDraft<NewAuditForm>({ drafts: store.drafts, draftKey, initial, clock })
  const form = useForm<NewAuditForm>({
    defaultValues: initial,
    resolver: zodResolver(newAuditSchema),
    shouldFocusError: false,
  })
  useDraftInForm(form, draft)
  const { submit, problem } = useStartAudit({ ...screen, plan, offered }, form, draft)
  return (
    <form id={FORM_ID} noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap={5}>
        <FormErrors key={form.formState.submitCount} form={form} />
        <AuditFields form={form} draft={draft} />
        <ChecklistChoice form={form} instrument={draft.value.instrument ?? INTERNAL_AUDIT_SHORT} />
        <Controller
          name="forms"
          control={form.control}
          render={({ field }) => (
            <ProvinceChoice offered={offered} chosen={field.value ?? []} change={field.onChange} />
          )}
        />
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
