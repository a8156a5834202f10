// Dossiers that were looked at: their number, on time or late. The name of a citizen is refused; five of every field are
// asked for, and what is missing is told.
import { useState } from 'react'
import { itemLabel } from '#domain/internal-audit/checklist.ts'
import { fieldsOfWork } from '#domain/audit-planning/fields-of-work.ts'
import { type SampleInput, SAMPLES_PER_FIELD, samplesByField, sampleStates } from '#domain/internal-audit/sample.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { Button } from '#ui/button.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextInput } from '#ui/text-input.tsx'
import type { LoadedAudit } from './audit-gate.tsx'
import { AuditSubPage } from './audit-sub-page.tsx'
import { SampleRows } from './sample-rows.tsx'
import { useAuditWords } from './use-audit-words.ts'

export const AuditSamplesScreen = ({ id, ...screen }: ScreenProps & { readonly id: string }) => {
  const { t } = useAuditWords()
  return (
    <AuditSubPage screen={screen} id={id} title={t('onSite.samples')}>
      {({ canEdit, ...loaded }) => (
        <>
          {canEdit && <NewSample {...loaded} screen={screen} />}
          <ByField audit={loaded.audit} />
          <SampleRows {...loaded} canEdit={canEdit} store={screen.store} />
        </>
      )}
    </AuditSubPage>
  )
}

/** A type, not an interface: it is kept as a draft, and a draft is JSON. */
type SampleForm = {
  readonly field: string
  readonly item: string | null
  readonly dossier: string
  readonly state: SampleInput['state']
  readonly note: string
}

type NewSampleProps = LoadedAudit & { readonly screen: ScreenProps }

const NewSample = ({ audit, checklist, screen: { store, clock } }: NewSampleProps) => {
  const { t, textOf } = useAuditWords()
  const known = fieldsOfWork.some(({ vi }) => vi === audit.department)
  const initial: SampleForm = {
    field: known ? audit.department : '',
    item: null,
    dossier: '',
    state: 'on-time',
    note: '',
  }
  const draft = useFormDraft<SampleForm>({ drafts: store.drafts, draftKey: `sample:${audit.id}`, initial, clock })
  const [problem, setProblem] = useState<Problem | null>(null)
  const form = draft.value
  const change = (patch: Partial<SampleForm>) => draft.change({ ...form, ...patch })
  const add = async (): Promise<void> => {
    const added = await store.onSite.addSample(audit.id, form)
    setProblem(added.ok ? null : added.error)
    // Field and item stay: the next dossier is mostly from the same shelf.
    if (added.ok) change({ dossier: '', note: '', state: 'on-time' })
  }
  return (
    <Section title={t('sample.new')} detail={t('sample.text', { count: SAMPLES_PER_FIELD })}>
      <Stack gap={4}>
        <SelectField
          label={t('sample.field')}
          value={form.field}
          placeholder={t('new.chooseField')}
          options={fieldsOfWork.map((field) => ({ value: field.vi, label: textOf(field) }))}
          onChange={(event) => change({ field: event.target.value })}
        />
        <Field label={t('sample.dossier')} hint={t('sample.dossierHint')}>
          <TextInput
            value={form.dossier}
            autoComplete="off"
            onChange={(event) => change({ dossier: event.target.value })}
            onBlur={() => void draft.flush()}
          />
        </Field>
        <ChoiceGroup
          legend={t('sample.state')}
          name="sample-state"
          value={form.state}
          onChange={(state) => change({ state: state as SampleForm['state'] })}
          options={sampleStates.map((value) => ({ value, label: t(`sample.states.${value}`) }))}
        />
        <SelectField
          label={t('sample.item')}
          note={t('common:optional')}
          value={form.item ?? ''}
          placeholder={t('sample.noItem')}
          options={checklist.questions.map(({ id, text }) => ({
            value: id,
            label: t('itemTitle', { item: itemLabel(checklist, id), text: textOf(text) }),
          }))}
          onChange={(event) => change({ item: event.target.value === '' ? null : event.target.value })}
        />
        <Field label={t('sample.note')} note={t('common:optional')} hint={t('sample.noteHint')}>
          <TextInput
            value={form.note}
            onChange={(event) => change({ note: event.target.value })}
            onBlur={() => void draft.flush()}
          />
        </Field>
        <ProblemNotice problem={problem} />
        <Cluster>
          <Button kind="main" icon="plus" onClick={() => void add()}>
            {t('sample.add')}
          </Button>
        </Cluster>
      </Stack>
    </Section>
  )
}

const ByField = ({ audit }: Pick<LoadedAudit, 'audit'>) => {
  const { t } = useAuditWords()
  const fields = samplesByField(audit.samples)
  if (fields.length === 0) return <p>{t('sample.none')}</p>
  return (
    <DataTable
      caption={t('sample.byField')}
      rows={fields}
      rowKey={({ field }) => field}
      columns={[
        { key: 'field', head: t('sample.field'), isRowHead: true, cell: ({ field }) => field },
        { key: 'count', head: t('sample.count'), align: 'end', cell: ({ count }) => count },
        { key: 'onTime', head: t('sample.states.on-time'), align: 'end', cell: ({ onTime }) => onTime },
        { key: 'late', head: t('sample.states.late'), align: 'end', cell: ({ late }) => late },
        {
          key: 'missing',
          head: t('sample.asked', { count: SAMPLES_PER_FIELD }),
          cell: ({ missing }) => t(missing === 0 ? 'sample.enough' : 'sample.missing', { count: missing }),
        },
      ]}
    />
  )
}
