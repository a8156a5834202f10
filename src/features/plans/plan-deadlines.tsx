// Deadlines by their day. One whose text names no day stands last with a day near it on offer: it counts for nothing
// until the department decided, and the words of the paper stay beside the decision (PLN-8).
import { formatLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Plan, PlanDeadline } from '#domain/pilot/plan.ts'
import {
  deadlineDay,
  deadlinesOf,
  type DeadlineState,
  deadlineState,
  suggestedDay,
} from '#domain/plan/plan-deadline.ts'
import { CalendarFileButton } from '#features/calendar-file-button.tsx'
import { deadlineEvents } from '#features/calendar-events.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Tone } from '#ui/tone.ts'
import { usePlanWords } from './use-plan-words.ts'

const tones: Readonly<Record<DeadlineState, Tone>> = { flagged: 'bad', passed: 'idle', due: 'warn', ahead: 'note' }

type PlanDeadlinesProps = { readonly plan: Plan; readonly screen: ScreenProps }

export const PlanDeadlines = ({ plan, screen }: PlanDeadlinesProps) => {
  const { t } = usePlanWords()
  const { today } = screen
  const deadlines = deadlinesOf(plan)
  if (deadlines.length === 0) return <p>{t('noDeadlines')}</p>
  return (
    <Stack gap={3}>
      <Rows label={t('deadlineRows')}>
        {deadlines.map((deadline) => (
          <DeadlineRow key={`${deadline.on.text} ${deadline.text}`} deadline={deadline} today={today} />
        ))}
      </Rows>
      {deadlines.some((deadline) => deadlineDay(deadline) !== null) && (
        <CalendarFileButton
          screen={screen}
          name={t('number', { number: plan.number })}
          fileName={`ke-hoach-${plan.id}`}
          eventsOf={() => deadlineEvents(plan.id, deadlines)}
        />
      )}
    </Stack>
  )
}

const DeadlineRow = ({ deadline, today }: { readonly deadline: PlanDeadline; readonly today: LocalDate }) => {
  const { t, formats } = usePlanWords()
  const state = deadlineState(deadline, today)
  const day = deadlineDay(deadline)
  const suggestion = suggestedDay(deadline)
  const { text } = deadline.on
  return (
    <Row
      title={deadline.text}
      detail={
        <>
          {day === null && t('asWrittenAlone', { text })}
          {day !== null && t(deadline.on.date ? 'deadlineOn' : 'deadlineDecided', { day: formats.day(day), text })}
          {day === null && suggestion !== null && (
            <>
              <br />
              {t('suggested', { day: formatLocalDate(suggestion) })}
            </>
          )}
        </>
      }
      trailing={<Tag tone={tones[state]}>{t(`deadlineState.${state}`)}</Tag>}
    />
  )
}
