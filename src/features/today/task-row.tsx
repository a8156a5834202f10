// One task in words: what, how late, whose, until when, and the one button.
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { assertNever } from '#domain/kernel/result.ts'
import type { IconName } from '#ui/icon-paths.ts'
import { Mark } from '#ui/mark.tsx'
import { Row } from '#ui/rows.tsx'
import type { Tone } from '#ui/tone.ts'
import type { Task, TaskMatter } from './today-tasks.ts'
import { clip, lineOf, type TodayWords, useTodayWords } from './use-today-words.ts'

type TaskRowProps = {
  readonly task: Task
  readonly today: LocalDate
  readonly isMain: boolean
  readonly href?: string | undefined
}

/** `href` leads further than the task itself knows, e.g. to the next question. */
export const TaskRow = ({ task, today, isMain, href = task.href }: TaskRowProps) => {
  const words = useTodayWords()
  return (
    <Row
      href={href}
      mark={<Mark tone={toneOf(task)} icon={icons[task.kind]} />}
      title={titleOf(task, words)}
      detail={detailOf(task, today, words)}
      cue={words.t(`cue.${cueOf(task)}`)}
      cueIsMain={isMain}
    />
  )
}

const icons: Readonly<Record<TaskMatter['kind'], IconName>> = {
  'stage-late': 'alert',
  'stage-returned': 'refresh',
  'stage-running': 'calendar-check',
  'assessment-start': 'document',
  'assessment-running': 'document',
  'assessment-complete': 'document',
  'audit-running': 'audit-lens',
  'audit-complete': 'audit-lens',
  finding: 'wrench',
  'more-findings': 'wrench',
  quarantine: 'flag',
  conflicts: 'users',
}

function toneOf({ urgency }: Task): Tone {
  if (urgency === 'overdue') return 'bad'
  return urgency === 'waiting' || urgency === 'soon' ? 'warn' : 'act'
}

type Cue = 'open' | 'look' | 'start' | 'continue' | 'submit' | 'conclude' | 'choose'

const cues: Readonly<Partial<Record<TaskMatter['kind'], Cue>>> = {
  'assessment-start': 'start',
  'assessment-running': 'continue',
  'assessment-complete': 'submit',
  'audit-running': 'continue',
  'audit-complete': 'conclude',
  conflicts: 'choose',
  quarantine: 'look',
}

const cueOf = ({ kind, isMine }: Task): Cue => (isMine ? (cues[kind] ?? 'open') : 'look')

function titleOf(task: Task, { t, stageNamed, roundTitle }: TodayWords): string {
  switch (task.kind) {
    case 'stage-late':
    case 'stage-running':
      return stageNamed(task.stage)
    case 'stage-returned':
      return t('task.stage-returned', { stage: stageNamed(task.stage) })
    case 'assessment-start':
      return t('task.assessment-start')
    case 'assessment-running':
    case 'assessment-complete': {
      const { round, answered, total } = task.round
      return t(`task.${task.kind}`, { round: roundTitle(round), left: total - answered, total })
    }
    case 'audit-running':
    case 'audit-complete': {
      const { title, answered, total } = task.audit
      return t(`task.${task.kind}`, { title, left: total - answered, total })
    }
    case 'finding':
      return t('task.finding', { facts: clip(task.finding.facts) })
    case 'more-findings':
    case 'quarantine':
    case 'conflicts':
      return t(`task.${task.kind}`, { count: task.count })
    default:
      return assertNever(task)
  }
}

function whoOf(task: Task, { t }: TodayWords): string {
  if (task.kind === 'finding') return task.finding.department || t('who.nobody')
  if (task.kind === 'more-findings') return ''
  if (task.kind === 'quarantine' || task.kind === 'conflicts') return t('who.you')
  if (task.kind.startsWith('stage-')) return t('who.stage')
  return t(task.kind.startsWith('audit-') ? 'common:role.internal-auditor' : 'common:role.iso-secretary')
}

function detailOf(task: Task, today: LocalDate, words: TodayWords): string {
  const { t, dueText, formats } = words
  const isSubmission = task.kind === 'assessment-running' || task.kind === 'assessment-complete'
  const submitBy = isSubmission && task.due ? t('due.submit', { day: formats.day(task.due) }) : null
  return lineOf([
    task.daysLate > 0 ? t('due.late', { count: task.daysLate }) : null,
    whoOf(task, words),
    submitBy ?? (task.due && dueText(task.due, today)),
    task.kind === 'finding' ? task.finding.number : null,
    task.kind === 'stage-returned' && task.note !== '' ? t('note', { text: clip(task.note) }) : null,
    task.kind === 'quarantine' ? t('nothingLost') : null,
  ])
}
