// The reasons from the list, the words and the expected day. What is chosen and typed is kept as a draft until it is said.
import { useState } from 'react'
import type { StageDelayView, StageOfPlan } from '#data/contract/obstacle-contract.ts'
import { type LateReason, lateReasons } from '#domain/field-visit/late-reason.ts'
import { formatLocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { delayProblems } from '#domain/obstacle/stage-delay.ts'
import { Button } from '#ui/button.tsx'
import { CheckRow } from '#ui/check-row.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { DraftNote } from './draft-note.tsx'
import { useObstacleWords } from './obstacle-words.ts'
import { ProblemNotice } from './problem-notice.tsx'
import type { ScreenProps } from './screen-props.ts'
import { useFormDraft } from './use-form-draft.ts'
import { useProblemText } from './use-problem-text.ts'

/** A type, not an interface: a draft is JSON. */
type DelayForm = { readonly reasons: readonly LateReason[]; readonly text: string; readonly expectedOn: string }

type StageDelayFormProps = {
  readonly screen: Pick<ScreenProps, 'store' | 'today' | 'clock'>
  readonly of: StageOfPlan
  readonly stated: StageDelayView | undefined
  readonly onSaved: () => void
}

const initialOf = (stated: StageDelayView | undefined): DelayForm => ({
  reasons: stated?.reasons ?? [],
  text: stated?.text ?? '',
  expectedOn: stated?.expectedOn ? formatLocalDate(stated.expectedOn) : '',
})

export const StageDelayForm = ({ screen: { store, today, clock }, of, stated, onSaved }: StageDelayFormProps) => {
  const { t, formats } = useObstacleWords()
  const textOf = useProblemText()
  const showToast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const draftKey = `stage-delay:${of.unit}:${of.plan}:${of.stage}`
  const draft = useFormDraft<DelayForm>({ drafts: store.drafts, draftKey, initial: initialOf(stated), clock })
  const { reasons, text, expectedOn } = draft.value
  const save = async (): Promise<void> => {
    const found = delayProblems(draft.value, today)
    setProblems(found)
    setProblem(null)
    if (found.length > 0) return
    const saved = await store.obstacles.explain(of, draft.value)
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    showToast({ text: t('saved', { time: formats.time(saved.value.savedAt) }), tone: 'good' })
    await draft.drop()
    onSaved()
  }
  const errorOf = (prefix: string) => {
    const own = problems.find(({ code }) => code.startsWith(prefix))
    return own ? { error: textOf(own) } : {}
  }
  const choose = (reason: LateReason, isChosen: boolean) =>
    draft.change({
      ...draft.value,
      reasons: isChosen ? [...reasons, reason] : reasons.filter((one) => one !== reason),
    })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap={4}>
        <ReasonRows reasons={reasons} onChoose={choose} />
        <ProblemNotice problem={problems.find(({ code }) => code === 'stage-delay.reason-missing')} />
        <Field label={t('delay.text')} note={t('common:optional')} {...errorOf('stage-delay.text')}>
          <TextArea
            name="text"
            value={text}
            onChange={(event) => draft.change({ ...draft.value, text: event.target.value })}
            onBlur={() => void draft.flush()}
          />
        </Field>
        <DateField
          label={t('delay.expectedOn')}
          note={t('common:optional')}
          name="expectedOn"
          value={expectedOn}
          onChange={(typed) => draft.change({ ...draft.value, expectedOn: typed })}
          {...errorOf('stage-delay.expected')}
          {...errorOf('date.')}
        />
        <ProblemNotice problem={problem} />
        <Button type="submit" kind="main" icon="check">
          {t('delay.save')}
        </Button>
        <DraftNote draft={draft} />
      </Stack>
    </form>
  )
}

type ReasonRowsProps = {
  readonly reasons: readonly LateReason[]
  readonly onChoose: (reason: LateReason, isChosen: boolean) => void
}

const ReasonRows = ({ reasons, onChoose }: ReasonRowsProps) => {
  const { t, reasonText } = useObstacleWords()
  return (
    <Section title={t('delay.reasons')} level={3} detail={t('delay.reasonsHint')}>
      {lateReasons.map(({ id }) => (
        <CheckRow
          key={id}
          name={id}
          label={reasonText(id)}
          checked={reasons.includes(id)}
          onChange={(event) => onChoose(id, event.target.checked)}
        />
      ))}
    </Section>
  )
}
