// One step after a finding: an answer of the auditee, or a new grade. It is written once; what is missing is told and
// what was typed stays.
import { useState } from 'react'
import type { FindingView } from '#data/contract/internal-audit-contract.ts'
import { type FindingGrade, findingGrades } from '#domain/internal-audit/finding.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Button } from '#ui/button.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useFindingWords } from './finding-content.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import type { ScreenProps } from './screen-props.ts'
import { useFormDraft } from './use-form-draft.ts'

type FindingResponseFormProps = {
  readonly screen: Pick<ScreenProps, 'store' | 'clock' | 'today'>
  readonly finding: FindingView
  readonly way: 'answer' | 'grade'
  readonly onClose: () => void
}

/** A type, not an interface: it is kept as a draft, and a draft is JSON. */
type ResponseForm = {
  readonly agrees: boolean
  readonly grade: FindingGrade | null
  readonly words: string
  readonly name: string
  readonly post: string
}

const blank: ResponseForm = { agrees: true, grade: null, words: '', name: '', post: '' }

export const FindingResponseForm = ({ screen, finding, way, onClose }: FindingResponseFormProps) => {
  const { t } = useText('finding-response')
  useText('problems-online')
  const { store, clock, today } = screen
  const draftKey = `response:${finding.id}:${way}`
  const draft = useFormDraft<ResponseForm>({ drafts: store.drafts, draftKey, initial: blank, clock })
  const [problem, setProblem] = useState<Problem | null>(null)
  const form = draft.value
  const change = (patch: Partial<ResponseForm>) => draft.change({ ...form, ...patch })
  const typed = (name: 'words' | 'name' | 'post') => ({
    value: form[name],
    onChange: ({ target }: { readonly target: { readonly value: string } }) => change({ [name]: target.value }),
    onBlur: () => void draft.flush(),
  })
  const save = async (): Promise<void> => {
    const grade = way === 'grade' ? (form.grade ?? finding.grade) : null
    const saved = await store.onSite.respond(finding.feed, finding.id, { ...form, grade, on: today })
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    await draft.drop()
    onClose()
  }
  return (
    <Stack gap={4}>
      {way === 'answer' ? (
        <Agreement agrees={form.agrees} onChange={(agrees) => change({ agrees })} />
      ) : (
        <NewGrade grade={form.grade ?? finding.grade} onChange={(grade) => change({ grade })} />
      )}
      <Field label={t(way === 'grade' ? 'form.reason' : 'form.words')} hint={t(`form.hint.${way}`)}>
        <TextArea {...typed('words')} />
      </Field>
      <Field label={t(`form.name.${way}`)}>
        <TextInput {...typed('name')} autoComplete="off" />
      </Field>
      <Field label={t('form.post')}>
        <TextInput {...typed('post')} />
      </Field>
      <p>{t('form.once')}</p>
      <ProblemNotice problem={problem} />
      <Cluster>
        <Button kind="main" onClick={() => void save()}>
          {t('form.save')}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {t('common:cancel')}
        </Button>
      </Cluster>
    </Stack>
  )
}

type AgreementProps = { readonly agrees: boolean; readonly onChange: (agrees: boolean) => void }

const Agreement = ({ agrees, onChange }: AgreementProps) => {
  const { t } = useText('finding-response')
  return (
    <ChoiceGroup
      legend={t('form.agreement')}
      name="agreement"
      value={agrees ? 'yes' : 'no'}
      onChange={(value) => onChange(value === 'yes')}
      columns={2}
      options={[
        { value: 'yes', label: t('agrees') },
        { value: 'no', label: t('disagrees') },
      ]}
    />
  )
}

type NewGradeProps = { readonly grade: FindingGrade | null; readonly onChange: (grade: FindingGrade) => void }

const NewGrade = ({ grade, onChange }: NewGradeProps) => {
  const { t } = useText('finding-response')
  const { gradeText } = useFindingWords()
  return (
    <ChoiceGroup
      legend={t('form.grade')}
      name="new-grade"
      value={grade ?? ''}
      onChange={(value) => onChange(value as FindingGrade)}
      options={findingGrades.map((option) => ({ value: option, label: gradeText(option) }))}
    />
  )
}
