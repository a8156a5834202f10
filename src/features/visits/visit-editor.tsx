// The form of a visit with its draft, and what becomes of it when it is saved.
import { zodResolver } from '@hookform/resolvers/zod'
import { useMemo, useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import { useLocation } from 'wouter'
import type { VisitView } from '#data/contract/visit-contract.ts'
import { linesToCheck } from '#domain/field-visit/checked-line.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useDraftInForm } from '#features/use-draft-in-form.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { visitPath } from '#features/visit-path.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { VISITS_PATH } from './paths.ts'
import { useVisitWords } from './use-visit-words.ts'
import { VisitErrors } from './visit-errors.tsx'
import { VisitFields } from './visit-fields.tsx'
import { emptyVisit, formToVisit, type LineForm, type VisitForm, visitSchema, visitToForm } from './visit-form.ts'

type VisitEditorProps = {
  readonly screen: ScreenProps
  readonly unit: string
  readonly visit: VisitView | null
  /** Where the commune stands now: the first guess for a new visit. */
  readonly stage: string
  /** The planned visit that this one closes. */
  readonly planned: string | null
  readonly known: readonly Omit<LineForm, 'found'>[]
}

export const VisitEditor = ({ screen, unit, visit, stage, planned, known }: VisitEditorProps) => {
  const { store, clock, today } = screen
  const { t } = useVisitWords()
  const [initial] = useState(() => (visit === null ? { ...emptyVisit(unit, today), stage } : visitToForm(visit)))
  const form = useForm<VisitForm>({
    defaultValues: initial,
    resolver: zodResolver(visitSchema),
    shouldFocusError: false,
  })
  const draftKey = `visit:${visit?.id ?? 'new'}:${unit}`
  const draft = useFormDraft<VisitForm>({ drafts: store.drafts, draftKey, initial, clock })
  // A draft of an earlier version of the app lacks some fields.
  const value = useMemo(() => ({ ...initial, ...draft.value }), [initial, draft.value])
  useDraftInForm(form, { value, change: draft.change })
  const lines = linesToCheck(known, form.watch('checked'))
  const plan = visit === null ? planned : visit.planned
  const { submit, problem } = useSaveVisit(screen, form, { lines, plan, id: visit?.id, dropDraft: draft.drop })
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap={5}>
        <VisitErrors key={form.formState.submitCount} form={form} />
        <VisitFields form={form} lines={lines} />
        <ProblemNotice problem={problem} />
        <p>{t('afterSaving')}</p>
        <Cluster>
          <Button kind="main" type="submit" icon="check" busy={form.formState.isSubmitting}>
            {t('save')}
          </Button>
          <ButtonLink kind="plain" href={visit === null ? VISITS_PATH : visitPath(unit, visit.id)}>
            {t('later')}
          </ButtonLink>
        </Cluster>
        <DraftNote draft={draft} />
      </Stack>
    </form>
  )
}

interface Saving {
  readonly lines: readonly LineForm[]
  readonly plan: string | null
  readonly id: string | undefined
  readonly dropDraft: () => Promise<void>
}

function useSaveVisit({ store, clock }: ScreenProps, form: UseFormReturn<VisitForm>, saving: Saving) {
  const { t, formats } = useVisitWords()
  const showToast = useToast()
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<Problem | null>(null)
  const submit = form.handleSubmit(async (values) => {
    const { lines, plan, id } = saving
    const saved = await store.visits.save({ ...formToVisit(values, lines, plan), ...(id !== undefined && { id }) })
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    await saving.dropDraft()
    showToast({ text: t('saved', { time: formats.time(clock.now()) }), tone: 'good' })
    navigate(visitPath(values.unit, saved.value))
  })
  return { submit, problem }
}
