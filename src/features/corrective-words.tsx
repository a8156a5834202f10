// How a corrective action request is said everywhere: where it stands, where it comes from, what a move is called.
import type { CorrectiveView } from '#data/contract/corrective-contract.ts'
import { type Course, daysOverdue, isEffectOverdue } from '#domain/corrective-action/course.ts'
import { daysToOpen } from '#domain/corrective-action/due.ts'
import { endedAsDouble } from '#domain/corrective-action/double.ts'
import { effectWindow, type MoveName } from '#domain/corrective-action/move.ts'
import { isDayOfGrade, type RequestSource } from '#domain/corrective-action/request.ts'
import type { CorrectiveActionState } from '#domain/corrective-action/state.ts'
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import { Cluster } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'

const toneByState: Readonly<Record<CorrectiveActionState, Tone>> = {
  proposed: 'act',
  analysing: 'act',
  'awaiting-approval': 'warn',
  'in-progress': 'act',
  verifying: 'warn',
  closed: 'good',
  'carried-over': 'idle',
}

export function useCorrectiveWords() {
  const { t, language } = useText('corrective-action')
  // Why a move does not count is told in words that otherwise come some seconds after the start.
  useText('problems-online')
  const formats = useFormats()
  const dueText = ({ course }: CorrectiveView, today: LocalDate): string => {
    const { dueOn, closedOn, isEffective, state } = course
    if (state === 'carried-over') return t(endedAsDouble(course) ? 'due.endedAsDouble' : 'due.carriedOver')
    if (closedOn !== null) return effectText(closedOn, isEffective, today)
    if (dueOn === null) return t('due.none')
    const late = daysOverdue(course, today)
    if (late > 0) return t('due.overdue', { day: formats.day(dueOn), count: late })
    const left = daysBetween(today, dueOn)
    if (left < 0) return t('due.day', { day: formats.day(dueOn) })
    return left === 0
      ? t('due.today', { day: formats.day(dueOn) })
      : t('due.left', { day: formats.day(dueOn), count: left })
  }
  const effectText = (closedOn: LocalDate, isEffective: boolean | null, today: LocalDate): string => {
    if (isEffective !== null) return t(isEffective ? 'effect.yes' : 'effect.no')
    const { from, to } = effectWindow(closedOn)
    if (today > to) return t('effect.overdue', { day: formats.day(to) })
    return t(today < from ? 'effect.from' : 'effect.due', { from: formats.day(from), to: formats.day(to) })
  }
  /** Why it is this day: its grade, the request, or the move that promised it. */
  const daySource = (view: CorrectiveView): string => {
    const { promised } = view.course
    if (promised) return t('dueSource.move', { move: t(`done.${promised.name}`), day: formats.day(promised.on) })
    return t(isDayOfGrade(view) ? `dueSource.grade` : 'dueSource.request')
  }
  /** How long a finding may still wait for its request. */
  const openingText = (since: LocalDate, today: LocalDate): string => {
    const left = daysToOpen(since, today)
    if (left === 0) return t('unrequested.today')
    return t(left < 0 ? 'unrequested.late' : 'unrequested.left', { count: Math.abs(left) })
  }
  return {
    t,
    language,
    formats,
    openingText,
    dueText,
    daySource,
    stateText: (state: CorrectiveActionState): string => t(`state.${state}`),
    /** One that ended as a double is no work that was carried over. */
    standText: (course: Pick<Course, 'state' | 'taken'>): string =>
      endedAsDouble(course) ? t('done.end-double') : t(`state.${course.state}`),
    sourceText: (source: RequestSource): string => t(`source.${source}`),
    /** As a button says it. */
    moveText: (name: MoveName): string => t(`move.${name}`),
    /** The number it is known by now; the first one stays beside it. */
    numberText: ({ number, course: { officialNumber } }: CorrectiveView): string => officialNumber ?? number,
  }
}

export type CorrectiveWords = ReturnType<typeof useCorrectiveWords>

type CorrectiveTagsProps = { readonly view: CorrectiveView; readonly today: LocalDate }

export const CorrectiveTags = ({ view: { course }, today }: CorrectiveTagsProps) => {
  const { t, standText } = useCorrectiveWords()
  return (
    <Cluster gap={2}>
      {daysOverdue(course, today) > 0 && <Tag tone="bad">{t('late')}</Tag>}
      {isEffectOverdue(course, today) && <Tag tone="bad">{t('effectLate')}</Tag>}
      {course.isEffective === false && <Tag tone="warn">{t('noEffect')}</Tag>}
      <Tag tone={toneByState[course.state]}>{standText(course)}</Tag>
    </Cluster>
  )
}
