// Makes a plan or changes one. Everything is a draft until it is saved; the schedule is reckoned while one types, so that
// what a change does to the days of the communes is seen before it is kept.
import { useDeferredValue, useState } from 'react'
import { useLocation } from 'wouter'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { useProblemSentences } from '#features/use-problem-sentences.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { CohortFields } from './cohort-fields.tsx'
import { DayFields } from './day-fields.tsx'
import { DeadlineFields } from './deadline-fields.tsx'
import { HeadFields } from './head-fields.tsx'
import type { PlanForm } from './plan-form.ts'
import { PlanPreview } from './plan-preview.tsx'
import { planPath, PLANS_PATH } from './paths.ts'
import { type PlanBase, type ReadPlan, readPlanForm } from './read-plan-form.ts'
import { StageFields } from './stage-fields.tsx'
import { TargetFields } from './target-fields.tsx'
import { usePlanWords } from './use-plan-words.ts'

/** What every part of the form gets. */
export interface FormPart {
  readonly form: PlanForm
  readonly change: (patch: Partial<PlanForm>) => void
  /** What is wrong with a field, once somebody tried to save. */
  readonly errorOf: (field: string) => string | undefined
  readonly screen: ScreenProps
}

type PlanEditorProps = {
  readonly screen: ScreenProps
  readonly base: PlanBase
  readonly initial: PlanForm
  readonly draftKey: string
  readonly plans: readonly Plan[]
  readonly begun: number
}

export const PlanEditor = ({ screen, base, initial, draftKey, plans, begun }: PlanEditorProps) => {
  const { t } = usePlanWords()
  const draft = useFormDraft<PlanForm>({ drafts: screen.store.drafts, draftKey, initial, clock: screen.clock })
  const form = draft.value
  const read = readPlanForm(useDeferredValue(form), base)
  const saving = useSavePlan(screen, draft.drop)
  const faults = saving.tries === 0 ? [] : read.faults
  const textOf = useProblemText()
  const part: FormPart = {
    form,
    screen,
    change: (patch) => draft.change({ ...form, ...patch }),
    errorOf: (field) => {
      const fault = faults.find((one) => one.field === field)
      return fault && textOf(fault.problem)
    },
  }
  const cancel = base.number === undefined ? PLANS_PATH : planPath(base.id)
  return (
    <Stack as="form" gap={6} onSubmit={(event) => saving.submit(event, readPlanForm(form, base))}>
      {faults.length > 0 && (
        <ErrorSummary
          key={saving.tries}
          title={t('form.notYet')}
          items={faults.map(({ field, problem }) => ({ fieldName: field, text: textOf(problem) }))}
        />
      )}
      <HeadFields {...part} />
      <CohortFields {...part} planId={base.id} plans={plans} />
      <StageFields {...part} />
      <DayFields {...part} />
      <TargetFields {...part} />
      <DeadlineFields {...part} />
      <PlanPreview read={read} base={base} begun={begun} />
      <ProblemNotice problem={saving.problem} />
      <Cluster>
        <Button kind="main" type="submit" icon="check" busy={saving.isBusy}>
          {t('form.save')}
        </Button>
        <ButtonLink kind="plain" href={cancel}>
          {t('form.later')}
        </ButtonLink>
      </Cluster>
      <DraftNote draft={draft} />
    </Stack>
  )
}

function useSavePlan({ store, clock }: ScreenProps, dropDraft: () => Promise<void>) {
  useProblemSentences()
  const { t, formats } = usePlanWords()
  const showToast = useToast()
  const [, navigate] = useLocation()
  const [tries, setTries] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async (plan: Plan) => {
    setBusy(true)
    const saved = await store.plans.save(plan)
    setBusy(false)
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    await dropDraft()
    showToast({ text: t('form.saved', { time: formats.time(clock.now()) }), tone: 'good' })
    navigate(planPath(plan.id))
  }
  const submit = (event: { preventDefault: () => void }, { plan, faults }: ReadPlan) => {
    event.preventDefault()
    setTries(tries + 1)
    setProblem(null)
    if (faults.length === 0) void save(plan)
  }
  return { submit, problem, tries, isBusy }
}
