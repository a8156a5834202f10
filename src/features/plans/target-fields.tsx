// Targets: a share, more than it or at least it, by a day, of a number of units that was counted on a day. Further
// numbers stand below the first, as units merge and the same share means fewer of them (PLN-9).
import { WrittenDateField } from '#features/written-date-field.tsx'
import { CheckRow } from '#ui/check-row.tsx'
import { Field } from '#ui/field.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { LineFields } from './line-fields.tsx'
import type { FormPart } from './plan-editor.tsx'
import { type DenominatorForm, emptyTarget, type TargetForm } from './plan-form.ts'
import { usePlanWords } from './use-plan-words.ts'

export const TargetFields = ({ form, change, errorOf, screen }: FormPart) => {
  const { t } = usePlanWords()
  const units = screen.store.identity.places.filter(({ kind, until }) => kind === 'commune' && until === undefined)
  return (
    <Section title={t('targets')} detail={t('form.targetsText')}>
      <Measure>
        <LineFields<TargetForm>
          lines={form.targets}
          change={(targets) => change({ targets })}
          add={{ text: t('form.addTarget'), line: () => emptyTarget(screen.today, units.length) }}
          removeText={(at) => t('form.removeTarget', { number: at + 1 })}
          renderLine={(target, at, patch) => <OneTarget {...{ target, at, patch, errorOf }} />}
        />
      </Measure>
    </Section>
  )
}

type OneTargetProps = Pick<FormPart, 'errorOf'> & {
  readonly target: TargetForm
  readonly at: number
  readonly patch: (part: Partial<TargetForm>) => void
}

const OneTarget = ({ target, at, patch, errorOf }: OneTargetProps) => {
  const { t } = usePlanWords()
  const number = at + 1
  return (
    <Stack gap={4}>
      <Field label={t('form.targetText', { number })} error={errorOf(`targets.${at}.text`)}>
        <TextArea
          name={`targets.${at}.text`}
          value={target.text}
          onChange={(event) => patch({ text: event.target.value })}
        />
      </Field>
      <Segmented
        legend={t('form.strict', { number })}
        name={`targets.${at}.isStrict`}
        value={target.isStrict ? 'more' : 'least'}
        onChange={(value) => patch({ isStrict: value === 'more' })}
        options={[
          { value: 'more', label: t('form.moreThan') },
          { value: 'least', label: t('form.atLeast') },
        ]}
      />
      <Field label={t('form.share', { number })} error={errorOf(`targets.${at}.share`)}>
        <TextInput
          name={`targets.${at}.share`}
          inputMode="numeric"
          value={target.share}
          onChange={(event) => patch({ share: event.target.value })}
        />
      </Field>
      <WrittenDateField
        label={t('form.by', { number })}
        name={`targets.${at}.by`}
        value={target.by}
        onChange={(by) => patch({ by })}
        isAsked={errorOf(`targets.${at}.by`) !== undefined}
      />
      <Denominators {...{ target, at, patch, errorOf }} />
    </Stack>
  )
}

const Denominators = ({ target, at, patch, errorOf }: OneTargetProps) => {
  const { t } = usePlanWords()
  return (
    <LineFields<DenominatorForm>
      lines={target.counts}
      change={(counts) => patch({ counts })}
      least={1}
      add={{ text: t('form.addCount'), line: () => ({ count: '', on: '', needsChecking: true }) }}
      removeText={(index) => t('form.removeCount', { number: index + 1 })}
      renderLine={(line, index, change) => (
        <>
          <Field
            label={t('form.count', { number: index + 1 })}
            error={index === 0 ? errorOf(`targets.${at}.count`) : undefined}
          >
            <TextInput
              name={index === 0 ? `targets.${at}.count` : `targets.${at}.counts.${index}.count`}
              inputMode="numeric"
              value={line.count}
              onChange={(event) => change({ count: event.target.value })}
            />
          </Field>
          <WrittenDateField
            label={t('form.countOn', { number: index + 1 })}
            name={`targets.${at}.counts.${index}`}
            value={line.on}
            onChange={(on) => change({ on })}
            isAsked={errorOf(`targets.${at}.counts.${index}`) !== undefined}
          />
          <CheckRow
            label={t('form.needsChecking')}
            checked={line.needsChecking}
            onChange={(event) => change({ needsChecking: event.target.checked })}
          />
        </>
      )}
    />
  )
}
