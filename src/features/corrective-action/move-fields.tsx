// The questions of one move. The correction at once and the action on the cause are two fields, with the way to the cause
// between them: five times "why?", of which the last answer is the cause to act on.
import type { ReactNode } from 'react'
import type { CorrectiveView } from '#data/contract/corrective-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import type { MoveName } from '#domain/corrective-action/move.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { DoubleField } from './double-field.tsx'
import { fieldsOf, type MoveField, type MoveForm } from './move-form.ts'
import { useObjection } from './use-objection.ts'

export type MoveFieldsProps = {
  readonly name: MoveName
  readonly form: MoveForm
  readonly change: (form: MoveForm) => void
  readonly view: CorrectiveView
  readonly screen: ScreenProps
  /** Id the move will have: its photos name it. */
  readonly id: string
  readonly isAsked: boolean
}

type Part = (props: MoveFieldsProps) => ReactNode

export const MoveFields = (props: MoveFieldsProps) => (
  <>
    {fieldsOf(props.name, props.form, props.view).map((field) => {
      const Asked = parts[field]
      return <Asked key={field} {...props} />
    })}
  </>
)

const Analysis: Part = ({ form, change }) => {
  const { t } = useCorrectiveWords()
  const why = (index: number, text: string): void =>
    change({ ...form, whys: form.whys.map((one, at) => (at === index ? text : one)) })
  return (
    <>
      <Field label={t('field.correction')} hint={t('hint.correction')} note={t('common:optional')}>
        <TextArea
          name="correction"
          value={form.correction}
          onChange={(event) => change({ ...form, correction: event.target.value })}
        />
      </Field>
      <Section title={t('whys.title')} detail={t('whys.detail')}>
        <Stack gap={3}>
          {form.whys.map((text, index) => (
            <Field
              // oxlint-disable-next-line react/no-array-index-key -- five places that never move
              key={index}
              label={t('field.why', { number: index + 1 })}
              {...(index > 0 && { note: t('common:optional') })}
            >
              <TextArea name={`why${index + 1}`} value={text} onChange={(event) => why(index, event.target.value)} />
            </Field>
          ))}
        </Stack>
      </Section>
      <Field label={t('field.action')} hint={t('hint.action')}>
        <TextArea
          name="action"
          value={form.action}
          onChange={(event) => change({ ...form, action: event.target.value })}
        />
      </Field>
      <Field label={t('field.responsible')} hint={t('hint.responsible')}>
        <TextInput
          name="responsible"
          value={form.responsible}
          onChange={(event) => change({ ...form, responsible: event.target.value })}
        />
      </Field>
    </>
  )
}

const Words: Part = ({ name, form, change }) => {
  const { t } = useCorrectiveWords()
  const isOptional = name === 'approve' || name === 'accept'
  return (
    <Field
      label={t(`words.${name}.label`)}
      hint={t(`words.${name}.hint`)}
      {...(isOptional && { note: t('common:optional') })}
    >
      <TextArea name="words" value={form.words} onChange={(event) => change({ ...form, words: event.target.value })} />
    </Field>
  )
}

const Day: Part = ({ name, form, change, view, screen: { today }, isAsked }) => {
  const { t, dueText } = useCorrectiveWords()
  const objectionTo = useObjection(today, name === 'extend' ? view.course.dueOn : null)
  return (
    <WrittenDateField
      label={t(name === 'extend' ? 'field.newDay' : 'field.dueOn')}
      name="dueOn"
      hint={t('hint.formerDay', { due: dueText(view, today) })}
      value={form.dueOn}
      onChange={(dueOn) => change({ ...form, dueOn })}
      {...{ isAsked, objectionTo }}
    />
  )
}

const Effect: Part = ({ form, change }) => {
  const { t } = useCorrectiveWords()
  return (
    <ChoiceGroup
      legend={t('field.effect')}
      name="isEffective"
      value={form.isEffective}
      onChange={(isEffective) => change({ ...form, isEffective })}
      options={[
        { value: 'yes', label: t('effect.yes'), detail: t('effect.yesDetail') },
        { value: 'no', label: t('effect.no'), detail: t('effect.noDetail') },
      ]}
    />
  )
}

const OfficialNumber: Part = ({ form, change, view }) => {
  const { t } = useCorrectiveWords()
  return (
    <Field label={t('field.officialNumber')} hint={t('hint.officialNumber', { number: view.number })}>
      <TextInput
        name="officialNumber"
        value={form.officialNumber}
        onChange={(event) => change({ ...form, officialNumber: event.target.value })}
      />
    </Field>
  )
}

/** Somebody without the right to photos of the commune makes the move with words alone. */
const Evidence: Part = ({ view, screen: { store, platform, person }, id }) => {
  const { t } = useCorrectiveWords()
  const feed = feedId(view.unit, 'pub')
  if (!person.may('evidence', feed)) return <Notice tone="note">{t('noPhotoRight')}</Notice>
  return (
    <Section title={t('field.proof')}>
      <EvidenceStrip {...{ feed, store, platform }} of={id} canEdit takesFiles label={t('field.proof')} />
    </Section>
  )
}

const Successor: Part = ({ form, change, screen: { today }, isAsked }) => {
  const { t } = useCorrectiveWords()
  const objectionTo = useObjection(today)
  return (
    <Section title={t('successor.title')} detail={t('successor.detail')}>
      <Stack gap={3}>
        <Field label={t('field.description')}>
          <TextArea
            name="description"
            value={form.description}
            onChange={(event) => change({ ...form, description: event.target.value })}
          />
        </Field>
        <WrittenDateField
          label={t('field.dueOn')}
          name="dueOn"
          value={form.nextDueOn}
          onChange={(nextDueOn) => change({ ...form, nextDueOn })}
          {...{ isAsked, objectionTo }}
        />
      </Stack>
    </Section>
  )
}

const parts: Readonly<Record<MoveField, Part>> = {
  analysis: Analysis,
  words: Words,
  dueOn: Day,
  isEffective: Effect,
  officialNumber: OfficialNumber,
  evidence: Evidence,
  successor: Successor,
  double: DoubleField,
}
