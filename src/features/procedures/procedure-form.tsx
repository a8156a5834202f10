// The form of one procedure. Its draft keeps itself; a procedure that is no longer handled is taken out of use and can be
// taken back, because audits and declarations of before spoke of it.
import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'
import type { ProcedureView } from '#data/contract/procedure-contract.ts'
import { fieldsOfWork } from '#domain/audit-planning/fields-of-work.ts'
import { newProcedure, type Procedure, type ProcedureState } from '#domain/first-day/procedure.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { Button } from '#ui/button.tsx'
import { CheckRow } from '#ui/check-row.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { listPath, mayWrite, NEW } from './paths.ts'
import { useFieldText } from './use-field-text.ts'

type ProcedureDraft = {
  code: string
  name: string
  field: string
  days: string
  document: string
  isInScope: boolean
}

type ProcedureFormProps = {
  readonly screen: ScreenProps
  readonly unit: string
  readonly procedure: ProcedureView | null
}

const draftOf = ({ code, name, field, days, document, isInScope }: Procedure): ProcedureDraft => ({
  code,
  name,
  field,
  document,
  isInScope,
  days: days === null ? '' : String(days),
})

/** What is no number is left for the rule to refuse. */
const daysOf = (text: string): number | null => (text.trim() === '' ? null : Number(text.trim()))

function useProcedureForm({ screen, unit, procedure }: ProcedureFormProps) {
  const { store, person, clock } = screen
  const { t } = useText('procedures')
  const formats = useFormats()
  const toast = useToast()
  const before = procedure ?? newProcedure
  const draftKey = `procedure:${unit}:${procedure?.id ?? NEW}`
  const draft = useFormDraft<ProcedureDraft>({ drafts: store.drafts, draftKey, initial: draftOf(before), clock })
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async (state: ProcedureState): Promise<void> => {
    const { days, ...texts } = draft.value
    const saved = await store.procedures.save(unit, procedure?.id ?? null, { ...texts, days: daysOf(days), state })
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    await draft.drop()
    toast({ text: t('common:savedAt', { time: formats.time(clock.now()) }), tone: 'good' })
    navigate(listPath(person, unit))
  }
  return { draft, problem, save: (state: ProcedureState) => void save(state), state: before.state }
}

export const ProcedureForm = (props: ProcedureFormProps) => {
  const { t } = useText('procedures')
  const { draft, problem, save, state } = useProcedureForm(props)
  const canWrite = mayWrite(props.screen.person, props.unit)
  const isDropped = state === 'dropped'
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save(state)
      }}
    >
      <Stack gap={4}>
        {!canWrite && <Notice tone="note">{t('readOnly')}</Notice>}
        {isDropped && <Notice tone="note">{t('droppedText')}</Notice>}
        <ProcedureFields draft={draft} canWrite={canWrite} />
        <ProblemNotice problem={problem} />
        {canWrite && (
          <Cluster>
            <Button kind="main" type="submit" icon="check">
              {t('common:save')}
            </Button>
            {props.procedure !== null && (
              <Button icon={isDropped ? 'refresh' : 'close'} onClick={() => save(isDropped ? 'in-use' : 'dropped')}>
                {t(isDropped ? 'takeBack' : 'drop')}
              </Button>
            )}
          </Cluster>
        )}
        {canWrite && <DraftNote draft={draft} />}
      </Stack>
    </form>
  )
}

type FieldsProps = {
  readonly draft: ReturnType<typeof useProcedureForm>['draft']
  readonly canWrite: boolean
}

const ProcedureFields = ({ draft, canWrite }: FieldsProps) => {
  const { t } = useText('procedures')
  const fieldText = useFieldText()
  const { value } = draft
  const text = (name: 'code' | 'name' | 'days' | 'document') => ({
    name,
    value: value[name],
    readOnly: !canWrite,
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => draft.change({ ...value, [name]: event.target.value }),
    onBlur: () => void draft.flush(),
  })
  const fields = fieldsOfWork.map(({ vi }) => vi)
  const listed = value.field === '' || fields.includes(value.field) ? fields : [...fields, value.field]
  return (
    <>
      <Field label={t('label.name')}>
        <TextArea required rows={2} {...text('name')} />
      </Field>
      <SelectField
        label={t('label.field')}
        placeholder={t('chooseField')}
        disabled={!canWrite}
        value={value.field}
        onChange={({ target }) => draft.change({ ...value, field: target.value })}
        options={listed.map((field) => ({ value: field, label: fieldText(field) }))}
      />
      <Field label={t('label.code')} hint={t('hint.code')} note={t('common:optional')}>
        <TextInput {...text('code')} />
      </Field>
      <Field label={t('label.days')} hint={t('hint.days')} note={t('common:optional')}>
        <TextInput inputMode="numeric" {...text('days')} />
      </Field>
      <Field label={t('label.document')} hint={t('hint.document')} note={t('common:optional')}>
        <TextInput {...text('document')} />
      </Field>
      <CheckRow
        label={t('label.isInScope')}
        detail={t('hint.isInScope')}
        disabled={!canWrite}
        checked={value.isInScope}
        onChange={({ target }) => draft.change({ ...value, isInScope: target.checked })}
      />
    </>
  )
}
