// The fields of a shortcoming with their draft: what is typed survives a killed browser, and becomes a record by the
// button only, with every problem named.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { OutlineItem } from '#domain/inspection/outline.ts'
import {
  type Shortcoming,
  type ShortcomingGrade,
  shortcomingGrades,
  shortcomingProblems,
} from '#domain/inspection/shortcoming.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { useFormDraft } from '#features/use-form-draft.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { Button } from '#ui/button.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import type { Loaded } from './inspection-gate.tsx'
import { inspectionPath } from './paths.ts'
import { useInspectionWords } from './use-inspection-words.ts'

/** A type, not an interface: it is kept as a draft, and a draft is JSON. */
type ShortcomingText = { item: string; facts: string; basis: string; grade: string; dueOn: string }

type ShortcomingFormProps = Loaded & {
  readonly known: Shortcoming | null
  readonly initial: Omit<Shortcoming, 'id'>
}

const textOfShortcoming = ({ item, facts, basis, grade, dueOn }: Omit<Shortcoming, 'id'>): ShortcomingText => ({
  item: item ?? '',
  facts,
  basis,
  grade: grade ?? '',
  dueOn: dueOn?.text ?? '',
})

const gradeOf = (text: string): ShortcomingGrade | null => shortcomingGrades.find((grade) => grade === text) ?? null

const shortcomingOfText = ({ item, facts, basis, grade, dueOn }: ShortcomingText): Omit<Shortcoming, 'id'> => ({
  item: item === '' ? null : item,
  facts: facts.trim(),
  basis: basis.trim(),
  grade: gradeOf(grade),
  dueOn: dueOn.trim() === '' ? null : writtenDate(dueOn),
})

export const ShortcomingForm = ({ screen, inspection, known, initial }: ShortcomingFormProps) => {
  const { t } = useInspectionWords()
  const { store, clock } = screen
  const { id, minutesOn } = inspection
  const draftKey = `shortcoming:${known?.id ?? `new:${initial.item ?? ''}`}:${id}`
  const draft = useFormDraft<ShortcomingText>({
    drafts: store.drafts,
    draftKey,
    initial: textOfShortcoming(initial),
    clock,
  })
  const { submit, remove, problem, isAsked, isBusy } = useShortcomingActs({ screen, inspection, known, initial }, draft)
  const problems = shortcomingProblems(shortcomingOfText(draft.value), minutesOn.date)
  return (
    <Stack gap={5} as="form" onSubmit={submit}>
      <Fields
        items={inspection.outline?.items ?? []}
        value={draft.value}
        change={draft.change}
        problems={isAsked ? problems : []}
        isAsked={isAsked}
      />
      <ProblemNotice problem={problem} />
      <Cluster>
        <Button kind="main" type="submit" icon="check" busy={isBusy}>
          {t('shortcoming.save')}
        </Button>
        {known && (
          <Button kind="danger" icon="trash" onClick={remove}>
            {t('shortcoming.remove')}
          </Button>
        )}
      </Cluster>
      <DraftNote draft={draft} />
    </Stack>
  )
}

type Draft = { readonly value: ShortcomingText; readonly drop: () => Promise<void> }

function useShortcomingActs({ screen, inspection, known }: ShortcomingFormProps, draft: Draft) {
  const { t, formats } = useInspectionWords()
  const showToast = useToast()
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const { inspections } = screen.store
  const { unit, id, minutesOn } = inspection
  const save = async () => {
    setAsked(true)
    const input = shortcomingOfText(draft.value)
    if (shortcomingProblems(input, minutesOn.date).length > 0) return
    setBusy(true)
    const saved = await inspections.saveShortcoming(unit, id, { ...input, ...(known && { id: known.id }) })
    setBusy(false)
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    await draft.drop()
    showToast({ text: t('shortcoming.saved', { time: formats.time(screen.clock.now()) }), tone: 'good' })
    if (known === null) navigate(inspectionPath(unit, id, 'shortcoming', saved.value), { replace: true })
  }
  const removeIt = async () => {
    if (known === null) return
    const removed = await inspections.removeShortcoming(unit, id, known.id)
    setProblem(removed.ok ? null : removed.error)
    if (!removed.ok) return
    await draft.drop()
    showToast({ text: t('shortcoming.removed') })
    navigate(inspectionPath(unit, id))
  }
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault()
    void save()
  }
  return { submit, remove: () => void removeIt(), problem, isAsked, isBusy }
}

type FieldsProps = {
  readonly items: readonly OutlineItem[]
  readonly value: ShortcomingText
  readonly change: (value: ShortcomingText) => void
  readonly problems: readonly Problem[]
  readonly isAsked: boolean
}

const Fields = ({ items, value, change, problems, isAsked }: FieldsProps) => {
  const { t, textOf } = useInspectionWords()
  const problemText = useProblemText()
  const set = (patch: Partial<ShortcomingText>) => change({ ...value, ...patch })
  const errorOf = (...codes: readonly Problem['code'][]) => {
    const found = problems.find(({ code }) => codes.includes(code))
    return found && problemText(found)
  }
  const dueError = errorOf('shortcoming.due-missing', 'shortcoming.due-before-minutes')
  return (
    <>
      <ChoiceGroup
        legend={t('shortcoming.grade')}
        name="grade"
        value={value.grade}
        onChange={(grade) => set({ grade })}
        error={errorOf('shortcoming.grade-missing')}
        options={shortcomingGrades.map((grade) => ({
          value: grade,
          label: t(`grade.${grade}`),
          detail: t(`gradeDetail.${grade}`),
        }))}
      />
      <Field
        label={t('shortcoming.facts')}
        hint={t('shortcoming.factsHint')}
        error={errorOf('shortcoming.facts-missing')}
      >
        <TextArea name="facts" value={value.facts} onChange={(event) => set({ facts: event.target.value })} />
      </Field>
      <Field
        label={t('shortcoming.basis')}
        hint={t('shortcoming.basisHint')}
        error={errorOf('shortcoming.basis-missing')}
      >
        <TextArea name="basis" value={value.basis} onChange={(event) => set({ basis: event.target.value })} />
      </Field>
      <WrittenDateField
        label={t('shortcoming.dueOn')}
        hint={dueError ?? t('shortcoming.dueHint')}
        name="dueOn"
        isOptional={value.grade === 'observation'}
        value={value.dueOn}
        onChange={(dueOn) => set({ dueOn })}
        isAsked={isAsked}
        objectionTo={() => errorOf('shortcoming.due-before-minutes')}
      />
      <SelectField
        label={t('shortcoming.item')}
        note={t('common:optional')}
        name="item"
        value={value.item}
        placeholder={t('common:optional')}
        onChange={(event) => set({ item: event.target.value })}
        options={items.map(({ id, title }, at) => ({ value: id, label: `${at + 1}. ${textOf(title)}` }))}
      />
    </>
  )
}
