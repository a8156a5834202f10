// Declares a stage done: a proof for each deliverable, a day, a note. What is missing is told by name (PIL-12), and
// nothing that was written is lost when the declaration is refused.
import { useState } from 'react'
import { formatLocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { checkDeclarable } from '#domain/pilot/declarable.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { type FormDraft, useFormDraft } from '#features/use-form-draft.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { Button } from '#ui/button.tsx'
import { Dock } from '#ui/dock.tsx'
import { Field } from '#ui/field.tsx'
import { FrameDock } from '#ui/frame-slots.tsx'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { DeliverableProof } from './deliverable-proof.tsx'
import { MissingDeliverables } from './missing-deliverables.tsx'
import { proofsOf, readDoneOn, type StageForm } from './stage-form.ts'
import type { StageParts } from './stage-parts.ts'
import { useStageRecords } from './use-pilot.ts'

type StageDeclarationFormProps = StageParts & { readonly entity: string }

export const StageDeclarationForm = (props: StageDeclarationFormProps) => {
  const { store, stage, template, today, clock, entity } = props
  const { t } = useText('pilot')
  const initial: StageForm = { on: formatLocalDate(today), note: '', attestations: {} }
  const draft = useFormDraft<StageForm>({ drafts: store.drafts, draftKey: `stage:${entity}`, initial, clock })
  const { records, attempt, isBusy, problem, declare } = useDeclare(props, draft)
  const isIncomplete = problem?.code === 'stage.deliverable-missing'
  const form = draft.value
  const change = (patch: Partial<StageForm>) => draft.change({ ...form, ...patch })
  const leave = () => void draft.flush()
  return (
    <>
      <Section title={t('proof')} detail={t('proofHint')}>
        <Stack gap={5}>
          {template.deliverables.map((deliverable) => (
            <DeliverableProof
              key={deliverable.id}
              {...props}
              deliverable={deliverable}
              record={records?.byDeliverable[deliverable.id]}
              words={form.attestations[deliverable.id] ?? ''}
              onWords={(text) => change({ attestations: { ...form.attestations, [deliverable.id]: text } })}
              onLeave={leave}
            />
          ))}
        </Stack>
      </Section>
      {template.gateRule === 'no-open-major' && records && <p>{t('openMajor', { count: records.openMajor })}</p>}
      <WrittenDateField
        label={t('doneOn.label')}
        name="on"
        value={form.on}
        isAsked={attempt > 0}
        objectionTo={(day) => (day > today ? t('doneOn.future') : undefined)}
        onChange={(on) => change({ on })}
        onBlur={leave}
      />
      <Field label={t('noteField')} note={t('common:optional')}>
        <TextArea
          name="note"
          value={form.note}
          onChange={(event) => change({ note: event.target.value })}
          onBlur={leave}
        />
      </Field>
      {isIncomplete && <MissingDeliverables key={attempt} problem={problem} stage={template} />}
      <FrameDock>
        {!isIncomplete && <ProblemNotice problem={problem} title={t('declare.notDone')} />}
        <Dock
          middle={<DraftNote draft={draft} />}
          end={
            <Button kind="main" busy={isBusy} onClick={() => void declare()}>
              {t('declare.button', { stage: stage.stage })}
            </Button>
          }
        />
      </FrameDock>
    </>
  )
}

function useDeclare(parts: StageDeclarationFormProps, draft: FormDraft<StageForm>) {
  const { store, view, stage, template, today } = parts
  const { t } = useText('pilot')
  const showToast = useToast()
  const records = useStageRecords(parts)
  const [attempt, setAttempt] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const declare = async (): Promise<void> => {
    const { on: text, note, attestations } = draft.value
    const on = readDoneOn(text, today)
    const deliverables = proofsOf(template, {
      photos: stage.evidence,
      records: records?.byDeliverable ?? {},
      attestations,
    })
    const declarable = checkDeclarable(template, deliverables, records ?? {})
    setAttempt((count) => count + 1)
    setProblem(declarable.ok ? null : declarable.error)
    if (!on.ok && declarable.ok) document.getElementsByName('on')[0]?.focus()
    if (!on.ok || !declarable.ok) return
    setBusy(true)
    await draft.flush()
    const declared = await store.pilot.declare({
      unitId: view.unitId,
      stage: stage.stage,
      on: on.value,
      note: note.trim(),
      deliverables,
    })
    setBusy(false)
    if (!declared.ok) return setProblem(declared.error)
    showToast({ text: t('declare.done') })
    await draft.drop()
  }
  return { records, attempt, isBusy, problem, declare }
}
