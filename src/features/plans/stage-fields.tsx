// The template of stages, as far as a plan may say otherwise: weight, duration in its own unit, and what proves a stage.
// Names and gates stay, so that communes of different plans can be compared.
import { useState } from 'react'
import type { DeliverableKind, DurationUnit } from '#domain/pilot/stage-template.ts'
import { Button } from '#ui/button.tsx'
import { Field, FieldError } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { LineFields } from './line-fields.tsx'
import type { FormPart } from './plan-editor.tsx'
import { type DeliverableForm, emptyPlan, newDeliverable, type StageForm } from './plan-form.ts'
import { usePlanWords } from './use-plan-words.ts'

const units: readonly DurationUnit[] = ['working-days', 'calendar-days', 'calendar-months']
const kinds: readonly DeliverableKind[] = ['document', 'decision', 'attendance', 'record-in-app']

export const StageFields = ({ form, change, errorOf, screen }: FormPart) => {
  const { t } = usePlanWords()
  const sum = form.stages.reduce((total, { weight }) => total + (Number(weight) || 0), 0)
  const error = errorOf('weights')
  const replace = (code: StageForm['code'], patch: Partial<StageForm>) =>
    change({ stages: form.stages.map((stage) => (stage.code === code ? { ...stage, ...patch } : stage)) })
  return (
    <Section title={t('form.stages')} detail={t('form.stagesText')}>
      <Stack gap={4}>
        <Cluster spread>
          <span>{t('form.weightSum', { sum })}</span>
          {/* Named, so that the line about the sum in the summary of faults leads here. */}
          <Button
            kind="plain"
            icon="refresh"
            name="weights"
            onClick={() => change({ stages: emptyPlan(screen.today).stages })}
          >
            {t('form.asTemplate')}
          </Button>
        </Cluster>
        {error !== undefined && <FieldError id="weights-error">{error}</FieldError>}
        {form.stages.map((stage) => (
          <OneStage key={stage.code} stage={stage} replace={(patch) => replace(stage.code, patch)} errorOf={errorOf} />
        ))}
      </Stack>
    </Section>
  )
}

type OneStageProps = Pick<FormPart, 'errorOf'> & {
  readonly stage: StageForm
  readonly replace: (patch: Partial<StageForm>) => void
}

const OneStage = ({ stage, replace, errorOf }: OneStageProps) => {
  const { t, stageText } = usePlanWords()
  const { code, weight, amount, unit, deliverables } = stage
  const errors = {
    weight: errorOf(`stages.${code}.weight`),
    amount: errorOf(`stages.${code}.amount`),
    deliverables: errorOf(`stages.${code}.deliverables`),
  }
  const hasError = Object.values(errors).some((error) => error !== undefined)
  // A fault opens a stage once, and mending it does not close it.
  const [isOpen, setOpen] = useState(false)
  const [hadError, setHadError] = useState(false)
  if (hasError !== hadError) {
    setHadError(hasError)
    if (hasError) setOpen(true)
  }
  const line = { weight, duration: t(`duration.${unit}`, { count: Number(amount) || 0 }), count: deliverables.length }
  return (
    <Stack gap={3}>
      <Cluster spread>
        <span>
          <b>{stageText(code)}</b>
          <br />
          {t('form.stageLine', line)}
        </span>
        <Button icon={isOpen ? 'check' : 'edit'} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'form.closeStage' : 'form.editStage', { code })}
        </Button>
      </Cluster>
      {isOpen && (
        <>
          <Field label={t('form.weightOf', { code })} error={errors.weight}>
            <TextInput
              name={`stages.${code}.weight`}
              inputMode="numeric"
              value={weight}
              onChange={(event) => replace({ weight: event.target.value })}
            />
          </Field>
          <Field label={t('form.amountOf', { code })} error={errors.amount}>
            <TextInput
              name={`stages.${code}.amount`}
              inputMode="numeric"
              value={amount}
              onChange={(event) => replace({ amount: event.target.value })}
            />
          </Field>
          <SelectField
            label={t('form.unitOf', { code })}
            name={`stages.${code}.unit`}
            value={unit}
            onChange={({ target }) => replace({ unit: units.find((one) => one === target.value) ?? unit })}
            options={units.map((one) => ({ value: one, label: t(`form.unit.${one}`) }))}
          />
          <Deliverables stage={stage} replace={replace} error={errors.deliverables} />
        </>
      )}
    </Stack>
  )
}

type DeliverablesProps = Omit<OneStageProps, 'errorOf'> & { readonly error: string | undefined }

const Deliverables = ({ stage, replace, error }: DeliverablesProps) => {
  const { t } = usePlanWords()
  const { code, deliverables } = stage
  return (
    <>
      {error !== undefined && <FieldError id={`stages-${code}-deliverables-error`}>{error}</FieldError>}
      <LineFields<DeliverableForm>
        lines={deliverables}
        change={(lines) => replace({ deliverables: lines })}
        add={{ text: t('form.addDeliverable', { code }), line: () => newDeliverable(stage) }}
        removeText={(at) => t('form.removeDeliverable', { number: at + 1, code })}
        renderLine={(line, at, patch) => (
          <>
            <Field label={t('form.deliverable', { number: at + 1, code })}>
              <TextInput
                name={at === 0 ? `stages.${code}.deliverables` : `stages.${code}.deliverables.${at}`}
                value={line.name}
                onChange={(event) => patch({ name: event.target.value })}
              />
            </Field>
            <SelectField
              label={t('form.deliverableKind', { number: at + 1, code })}
              name={`stages.${code}.deliverables.${at}.kind`}
              value={line.kind}
              onChange={({ target }) => patch({ kind: kinds.find((kind) => kind === target.value) ?? line.kind })}
              options={kinds.map((kind) => ({ value: kind, label: t(`form.kind.${kind}`) }))}
            />
          </>
        )}
      />
    </>
  )
}
