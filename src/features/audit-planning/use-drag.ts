// Dragging a session over the days of its commune. The listeners are the window's, because the handle that was gripped is
// drawn anew in each cell it comes to. A finger that only taps has dragged nothing.
import { type PointerEvent as ReactPointerEvent, useLayoutEffect, useRef } from 'react'
import type { AuditSession } from '#domain/audit-planning/audit-session.ts'
import { isLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import type { CalendarMove } from './use-calendar-move.ts'

const FAR_ENOUGH = 6

type Gripped = { readonly session: AuditSession; readonly x: number; readonly y: number; isMoving: boolean }

type Cell = { readonly unit: string; readonly day: LocalDate }

function cellAt({ clientX, clientY }: PointerEvent): Cell | null {
  const cell = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-day]')
  const { unit = '', day = '' } = cell?.dataset ?? {}
  return isLocalDate(day) ? { unit, day } : null
}

export interface Drag {
  readonly start: (event: ReactPointerEvent, session: AuditSession) => void
  /** True once after a drag: the click that follows it is none. */
  readonly tookClick: () => boolean
}

export function useDrag(move: CalendarMove, elsewhere: string): Drag {
  const latest = useRef({ move, elsewhere })
  const gripped = useRef<Gripped | null>(null)
  const hasDragged = useRef(false)
  // Before the page is seen: what is seen can be gripped.
  useLayoutEffect(() => {
    latest.current = { move, elsewhere }
  })
  useLayoutEffect(() => {
    const over = (event: PointerEvent) => follow(event, gripped.current, latest.current.move)
    const up = (event: PointerEvent) => {
      hasDragged.current = gripped.current?.isMoving === true
      drop(event, gripped.current, latest.current)
      gripped.current = null
    }
    const away = () => {
      if (gripped.current?.isMoving) latest.current.move.cancel()
      gripped.current = null
    }
    window.addEventListener('pointermove', over)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', away)
    return () => {
      window.removeEventListener('pointermove', over)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', away)
    }
  }, [])
  return {
    start: ({ clientX, clientY, button }, session) => {
      hasDragged.current = false
      if (button === 0) gripped.current = { session, x: clientX, y: clientY, isMoving: false }
    },
    tookClick: () => {
      const took = hasDragged.current
      hasDragged.current = false
      return took
    },
  }
}

function follow(event: PointerEvent, gripped: Gripped | null, move: CalendarMove): void {
  if (gripped === null) return
  if (!gripped.isMoving) {
    if (Math.hypot(event.clientX - gripped.x, event.clientY - gripped.y) < FAR_ENOUGH) return
    gripped.isMoving = true
    move.pick(gripped.session)
    return
  }
  const cell = cellAt(event)
  if (cell?.unit === gripped.session.unit) move.go(cell.day)
}

type Latest = { readonly move: CalendarMove; readonly elsewhere: string }

function drop(event: PointerEvent, gripped: Gripped | null, { move, elsewhere }: Latest): void {
  if (!gripped?.isMoving) return
  const cell = cellAt(event)
  if (cell === null) move.cancel()
  else if (cell.unit === gripped.session.unit) void move.put(cell.day)
  else move.refuse(elsewhere)
}
