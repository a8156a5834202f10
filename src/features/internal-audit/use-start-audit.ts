// Begins the audit that was written down, in one gesture with the province's questions that were chosen, and goes to it. The
// draft is dropped only once the audit is there.
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useLocation } from 'wouter'
import { clauseChoices } from '#domain/internal-audit/checklist.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import type { OfferedChecklist } from '#features/offered-checklists.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import type { FormDraft } from '#features/use-form-draft.ts'
import { departmentOf, type NewAuditForm } from './new-audit-form.ts'
import { auditPath } from './paths.ts'
import { stillOffered } from './province-choice.tsx'

type StartProps = Pick<ScreenProps, 'store' | 'person'> & {
  readonly plan: string | null
  readonly offered: readonly OfferedChecklist[]
}

const clausesWithout = (instrument: Instrument, without: readonly string[]): readonly string[] =>
  clauseChoices(instrument)
    .map(({ clause }) => clause)
    .filter((clause) => !without.includes(clause))

export function useStartAudit(
  { store, person, plan, offered }: StartProps,
  form: UseFormReturn<NewAuditForm>,
  draft: FormDraft<NewAuditForm>,
) {
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<Problem | null>(null)
  const submit = form.handleSubmit(async (values) => {
    const instrument = await loadInstrument(values.instrument)
    const clauses = instrument && values.without.length > 0 ? clausesWithout(instrument, values.without) : null
    const started = await store.audits.start({
      unitId: person.place.id,
      instrument: values.instrument,
      clauses,
      plan,
      title: values.title.trim(),
      on: writtenDate(values.on),
      department: departmentOf(values),
      forms: stillOffered(offered, values.forms ?? []),
    })
    setProblem(started.ok ? null : started.error)
    if (!started.ok) return
    await draft.drop()
    navigate(auditPath(started.value), { replace: true })
  })
  return { submit, problem }
}
