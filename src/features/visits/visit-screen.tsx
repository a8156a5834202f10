// Records a visit on the spot, without a network. What is typed is kept as a draft from the first letter; it becomes a
// record of the commune when the person says so, and a saved one can be corrected by whoever wrote it.
import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import { useLocation, useSearchParams } from 'wouter'
import type { VisitView } from '#data/contract/commune-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useDraftInForm } from '#features/use-draft-in-form.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { useLive } from '#features/use-live.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { VISITS_PATH } from './paths.ts'
import { useVisitWords } from './use-visit-words.ts'
import { VisitErrors } from './visit-errors.tsx'
import { VisitFields } from './visit-fields.tsx'
import { emptyVisit, formToVisit, type VisitForm, visitSchema, visitToForm } from './visit-form.ts'

export const VisitScreen = (screen: ScreenProps) => {
  const { store, person } = screen
  const { t } = useVisitWords()
  const [params] = useSearchParams()
  const unit = person.communes.find(({ id }) => id === params.get('unit'))?.id ?? ''
  const visitId = params.get('visit')
  const loaded = useLive(async () => {
    if (unit === '') return { visit: null, stage: '' }
    const [visits, row] = [await store.visits.list([unit]), await store.communes.get(unit)]
    return { visit: visits.find(({ id }) => id === visitId) ?? null, stage: row?.summary?.currentStage ?? '' }
  }, [store, unit, visitId])
  const mayVisit = person.communes.some(({ id }) => person.may('visit', feedId(id, 'pub')))
  return (
    <Measure>
      <PageHeader
        title={t(visitId === null ? 'new' : 'correctTitle')}
        back={{ href: VISITS_PATH, label: t('title') }}
      />
      {!mayVisit && (
        <EmptyState
          icon="lock"
          title={t('role.title')}
          text={t('role.text')}
          action={<ButtonLink href={VISITS_PATH}>{t('toVisits')}</ButtonLink>}
        />
      )}
      {mayVisit && loaded === undefined && <Skeleton label={t('common:loading')} count={6} />}
      {mayVisit && loaded !== undefined && (
        <VisitEditor key={`${unit} ${visitId ?? ''}`} screen={screen} unit={unit} {...loaded} />
      )}
    </Measure>
  )
}

type VisitEditorProps = {
  readonly screen: ScreenProps
  readonly unit: string
  readonly visit: VisitView | null
  /** Where the commune stands now: the first guess for a new visit. */
  readonly stage: string
}

const VisitEditor = ({ screen, unit, visit, stage }: VisitEditorProps) => {
  const { store, person, clock, today } = screen
  const { t } = useVisitWords()
  const [initial] = useState(() => (visit === null ? { ...emptyVisit(unit, today), stage } : visitToForm(visit)))
  const form = useForm<VisitForm>({
    defaultValues: initial,
    resolver: zodResolver(visitSchema),
    shouldFocusError: false,
  })
  const draftKey = `visit:${visit?.id ?? 'new'}:${unit}`
  const draft = useFormDraft<VisitForm>({ drafts: store.drafts, draftKey, initial, clock })
  useDraftInForm(form, draft)
  const { submit, problem } = useSaveVisit(screen, form, visit?.id, draft.drop)
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap={5}>
        <VisitErrors key={form.formState.submitCount} form={form} />
        <VisitFields form={form} person={person} places={store.identity.places} />
        <ProblemNotice problem={problem} />
        <Cluster>
          <Button kind="main" type="submit" icon="check" busy={form.formState.isSubmitting}>
            {t('save')}
          </Button>
          <ButtonLink kind="plain" href={VISITS_PATH}>
            {t('later')}
          </ButtonLink>
        </Cluster>
        <DraftNote draft={draft} />
      </Stack>
    </form>
  )
}

function useSaveVisit(
  { store, clock }: ScreenProps,
  form: UseFormReturn<VisitForm>,
  id: string | undefined,
  dropDraft: () => Promise<void>,
) {
  const { t, formats } = useVisitWords()
  const showToast = useToast()
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<Problem | null>(null)
  const submit = form.handleSubmit(async (values) => {
    const saved = await store.visits.save({ ...formToVisit(values), ...(id !== undefined && { id }) })
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    await dropDraft()
    showToast({ text: t('saved', { time: formats.time(clock.now()) }), tone: 'good' })
    navigate(VISITS_PATH)
  })
  return { submit, problem }
}
