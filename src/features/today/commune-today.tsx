// The first screen of a commune: what has to be done, what goes well, where the pilot model stands.
import { useEffect, useMemo } from 'react'
import { feedId } from '#domain/change/feed.ts'
import type { Person, ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Columns } from '#ui/layout.tsx'
import { Rows } from '#ui/rows.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { dropReadAhead, readFacts, takeReadAhead } from './commune-facts.ts'
import { goodNews } from './good-news.ts'
import { GoodRows } from './good-rows.tsx'
import { PROGRESS_PATH } from './paths.ts'
import { PilotCard } from './pilot-card.tsx'
import { TaskRow } from './task-row.tsx'
import { type CommuneRights, communeTasks, type Task } from './today-tasks.ts'
import { useNextQuestion } from './use-next-question.ts'
import type { TodayProps } from './today-props.ts'

const rightsOf = (person: Person, unit: string): CommuneRights => ({
  mayDeclare: person.may('stage-event', feedId(unit, 'pub'), 'declared-done'),
  mayStart: person.may('assessment', feedId(unit, 'self')),
  mayAnswer: person.may('answer', feedId(unit, 'self')),
  mayAudit: person.may('audit', feedId(unit, 'audit')),
})

export const CommuneToday = ({ store, person, today, rollout }: TodayProps) => {
  const { t } = useText('today')
  const unit = person.place.id
  const ahead = useMemo(() => takeReadAhead(store, unit, today), [store, unit, today])
  const liveFacts = useLive(() => readFacts(store, unit, today), [store, unit, today])
  const liveAttention = useLive(() => store.syncCentre.status(), [store])
  const facts = liveFacts ?? ahead?.facts
  const attention = liveAttention ?? ahead?.attention
  // Shown once: whoever comes back to this screen reads anew.
  useEffect(() => dropReadAhead(store), [store])
  if (!facts || !attention) return <Skeleton label={t('common:loading')} shape="rows" count={4} />
  const all = { ...facts, attention }
  const tasks = communeTasks(all, rightsOf(person, unit), today)
  return (
    <Columns
      main={
        <>
          <TaskList tasks={tasks} {...{ store, today }} />
          {rollout}
          <GoodRows news={goodNews(all)} />
        </>
      }
      aside={<PilotCard pilot={facts.pilot} />}
    />
  )
}

type TaskListProps = Pick<ScreenProps, 'store' | 'today'> & { readonly tasks: readonly Task[] }

/** Own work under way has the one main button; everything else is opened. */
const isUnderWay = ({ kind, isMine }: Task): boolean =>
  isMine && (kind.startsWith('assessment-') || kind.startsWith('audit-'))

const TaskList = ({ tasks, store, today }: TaskListProps) => {
  const { t } = useText('today')
  const running = tasks.find((task) => task.kind === 'assessment-running' && task.isMine)
  const next = useNextQuestion(store, running?.kind === 'assessment-running' ? running.round : undefined)
  const main = tasks.find(isUnderWay)
  if (tasks.length === 0) {
    const action = <ButtonLink href={PROGRESS_PATH}>{t('pilot.open')}</ButtonLink>
    return <EmptyState icon="check" title={t('empty.commune')} text={t('empty.communeText')} action={action} />
  }
  return (
    <Rows label={t('title.commune')}>
      {tasks.map((task) => (
        <TaskRow
          key={`${task.kind} ${task.href}`}
          {...{ task, today }}
          isMain={task === main}
          href={task === running ? next : undefined}
        />
      ))}
    </Rows>
  )
}
