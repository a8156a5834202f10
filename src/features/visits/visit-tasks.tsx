// Tasks given on the spot: what, which post and until when. Each is an improvement action of its own, followed as one, and
// asked about at the next visit.
import { useState } from 'react'
import type { VisitPage } from '#data/contract/visit-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { daysOverdue } from '#domain/improvement-action/improvement-action.ts'
import { addDays, formatLocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { actionPath } from '#features/make-action.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useVisitWords } from './use-visit-words.ts'

type VisitTasksProps = { readonly screen: ScreenProps; readonly page: VisitPage }

/** Days a new task has, until somebody says otherwise. */
const USUAL_DAYS = 14

export const VisitTasks = ({ screen, page: { visit, tasks } }: VisitTasksProps) => {
  const { t, formats } = useVisitWords()
  const { person, today } = screen
  const [given, setGiven] = useState(0)
  const mayGive = !visit.isSealed && person.may('action', feedId(visit.unit, 'pub')) && person.workplace !== 'commune'
  const stateText = (state: 'open' | 'done' | 'cancelled', overdue: number): string =>
    overdue > 0 ? t('tasks.overdue', { count: overdue }) : t(`tasks.state.${state}`)
  return (
    <Section title={t('tasks.title')} detail={t('tasks.detail')}>
      <Stack gap={4}>
        {tasks.length === 0 && <p>{t('tasks.none')}</p>}
        {tasks.length > 0 && (
          <Rows label={t('tasks.title')}>
            {tasks.map((task) => {
              const overdue = daysOverdue(task, today)
              const day = task.until.date === null ? task.until.text : formats.day(task.until.date)
              return (
                <Row
                  key={task.id}
                  title={task.what}
                  detail={t('tasks.who', { who: task.who, day })}
                  trailing={
                    <Tag tone={overdue > 0 ? 'bad' : task.state === 'done' ? 'good' : 'idle'}>
                      {stateText(task.state, overdue)}
                    </Tag>
                  }
                  href={actionPath(task.unit, task.id)}
                  cue={t('common:open')}
                />
              )
            })}
          </Rows>
        )}
        {mayGive && (
          <NewTask key={given} screen={screen} unit={visit.unit} visit={visit.id} onGiven={() => setGiven(given + 1)} />
        )}
      </Stack>
    </Section>
  )
}

type NewTaskProps = {
  readonly screen: ScreenProps
  readonly unit: string
  readonly visit: string
  /** The form is empty again. */
  readonly onGiven: () => void
}

/** A type, not an interface: a draft is JSON. */
type TaskDraft = { readonly what: string; readonly who: string; readonly until: string }

const NewTask = ({ screen: { store, clock, today }, unit, visit, onGiven }: NewTaskProps) => {
  const { t } = useVisitWords()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isAsked, setAsked] = useState(false)
  const initial: TaskDraft = { what: '', who: '', until: formatLocalDate(addDays(today, USUAL_DAYS)) }
  const draft = useFormDraft<TaskDraft>({ drafts: store.drafts, draftKey: `visit-task:${visit}`, initial, clock })
  const { what, who, until } = draft.value
  const give = async (): Promise<void> => {
    setAsked(true)
    const task = { unit, of: visit, question: 'visit', what: what.trim(), who: who.trim(), until: writtenDate(until) }
    const saved = await store.reviews.addAction(task)
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    await draft.drop()
    onGiven()
  }
  const typed = (name: 'what' | 'who') => ({
    name: `task.${name}`,
    value: draft.value[name],
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      draft.change({ ...draft.value, [name]: target.value }),
    onBlur: () => void draft.flush(),
    autoComplete: 'off',
  })
  return (
    <Stack gap={3}>
      <Field label={t('tasks.what')}>
        <TextArea {...typed('what')} />
      </Field>
      <Field label={t('tasks.whoLabel')} hint={t('tasks.whoHint')}>
        <TextInput {...typed('who')} />
      </Field>
      <WrittenDateField
        label={t('tasks.until')}
        name="task.until"
        value={until}
        onChange={(text) => draft.change({ ...draft.value, until: text })}
        isAsked={isAsked}
      />
      <ProblemNotice problem={problem} />
      <Cluster>
        <Button icon="plus" onClick={() => void give()}>
          {t('tasks.give')}
        </Button>
      </Cluster>
    </Stack>
  )
}
