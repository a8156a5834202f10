// Moving on the calendar, by pointer and by keyboard alike: something is picked up, goes from day to day, and is put down
// or let go. Every step is told; where it may not be put down the reason is told before it is tried.
import { useRef, useState } from 'react'
import type { PlanningBoard } from '#data/contract/audit-planning-contract.ts'
import { moveSession, shiftPlan } from '#domain/audit-planning/session-move.ts'
import type { AuditSession } from '#domain/audit-planning/audit-session.ts'
import { addDays, daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import type { Picked } from './calendar-week.ts'
import { usePlanningWords } from './use-planning-words.ts'

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
}

export interface CalendarMove {
  readonly picked: Picked | null
  /** Said to a screen reader and shown below the calendar. */
  readonly said: string
  readonly problem: Problem | null
  readonly pick: (session: AuditSession) => void
  readonly go: (to: LocalDate) => void
  /** Puts down where it is, or on this day. */
  readonly put: (on?: LocalDate) => Promise<void>
  readonly cancel: () => void
  /** Refused by where it was dropped, not by a rule. */
  readonly refuse: (sentence: string) => void
  /** True where the key was one of moving. */
  readonly onKey: (key: string, session: AuditSession) => boolean
}

/** What speaks against putting it down there; null where nothing does. */
function against(board: PlanningBoard, { session: id, isWholePlan, to }: Picked): Problem | null {
  const session = board.sessions.find((one) => one.id === id)
  const plan = board.plans.find((one) => one.id === session?.plan)
  if (session === undefined || plan === undefined) return { code: 'audit-plan.not-possible' }
  const moved = isWholePlan
    ? shiftPlan(plan, daysBetween(session.on, to), board)
    : moveSession(session, to, plan, board)
  return moved.ok ? null : moved.error
}

type Parts = {
  readonly board: PlanningBoard
  readonly isWholePlan: boolean
  readonly screen: Pick<ScreenProps, 'store'>
  /** The day has to be seen. */
  readonly onDay: (day: LocalDate) => void
}

export function useCalendarMove({ board, isWholePlan, screen: { store }, onDay }: Parts): CalendarMove {
  const { t, formats } = usePlanningWords()
  const textOf = useProblemText()
  const [picked, setPicked] = useState<Picked | null>(null)
  /** As the hand has it. What is drawn follows later: a quick drag is over before, and a held key comes again before. */
  const held = useRef<Picked | null>(null)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const dayText = (day: LocalDate): string => formats.dayWithWeekday(day)
  const hold = (next: Picked | null): void => {
    held.current = next
    setPicked(next)
  }
  const pick = (session: AuditSession): void => {
    hold({ session: session.id, isWholePlan, to: session.on })
    setProblem(null)
    setSaid(t('calendar.said.picked', { day: dayText(session.on) }))
  }
  const goFrom = (from: Picked, to: LocalDate): void => {
    const next = { ...from, to }
    const speaks = against(board, next)
    hold(next)
    setProblem(null)
    setSaid(speaks === null ? t('calendar.said.over', { day: dayText(to) }) : `${dayText(to)}. ${textOf(speaks)}`)
    onDay(to)
  }
  const put = async (on?: LocalDate): Promise<void> => {
    const at = held.current && on !== undefined ? { ...held.current, to: on } : held.current
    const session = board.sessions.find(({ id }) => id === at?.session)
    if (at === null || session === undefined) return
    // Put down once: it is drawn where it went until the store has answered.
    held.current = null
    const days = daysBetween(session.on, at.to)
    const saved = at.isWholePlan
      ? await store.auditPlanning.shiftPlan(session.unit, session.plan, days)
      : await store.auditPlanning.moveSession(session.unit, session.id, at.to)
    // What was taken up meanwhile is still in the hand.
    if (held.current === null) setPicked(null)
    setProblem(saved.ok ? null : saved.error)
    setSaid(saved.ok ? t('calendar.said.put', { day: dayText(at.to) }) : textOf(saved.error))
    onDay(saved.ok ? at.to : session.on)
  }
  const cancel = (): void => {
    const session = board.sessions.find(({ id }) => id === held.current?.session)
    hold(null)
    setSaid(t('calendar.said.cancelled'))
    if (session) onDay(session.on)
  }
  const onKey = (key: string, session: AuditSession): boolean => {
    const days = steps[key]
    const isHeld = picked?.session === session.id
    // The space bar, and whatever else presses a button, comes as a click.
    if (key === 'Enter') {
      if (isHeld) void put()
      else pick(session)
      return true
    }
    if (!isHeld || held.current === null) return false
    if (key === 'Escape') cancel()
    else if (days !== undefined) goFrom(held.current, addDays(held.current.to, days))
    return key === 'Escape' || days !== undefined
  }
  const refuse = (sentence: string): void => {
    hold(null)
    setSaid(sentence)
  }
  const go = (to: LocalDate): void => {
    if (held.current !== null && held.current.to !== to) goFrom(held.current, to)
  }
  return { picked, said, problem, pick, go, put, cancel, refuse, onKey }
}
