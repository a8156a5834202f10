// Leaving a field may move the page: a note under it takes one line instead of two, a fault is told beside it. Where that
// happens between pressing a button and letting it go, the browser makes no click of it, and the person has pressed in
// vain. The click is made up for here, where the pointer itself has not moved (UI-7).
import { useEffect } from 'react'

/** Further than a finger trembles: whoever slides off a button has thought better of it. */
const MOST_MOVED = 8

const PRESSABLE = 'button, a[href], summary, label'

interface Press {
  readonly on: HTMLElement
  readonly pointer: number
  readonly x: number
  readonly y: number
}

let press: Press | undefined

function begin({ target, isPrimary, button, pointerId, clientX, clientY }: PointerEvent): void {
  const on = isPrimary && button === 0 && target instanceof Element && target.closest<HTMLElement>(PRESSABLE)
  press = on ? { on, pointer: pointerId, x: clientX, y: clientY } : undefined
}

function end({ target, pointerId, clientX, clientY }: PointerEvent): void {
  const begun = press
  press = undefined
  if (begun?.pointer !== pointerId || !(target instanceof Node) || begun.on.contains(target)) return
  const hasMoved = Math.hypot(clientX - begun.x, clientY - begun.y) > MOST_MOVED
  if (!hasMoved && begun.on.isConnected) begun.on.click()
}

let users = 0

/** As long as anything is drawn that changes when it is left. */
export function useSteadyPress(): void {
  useEffect(() => {
    users += 1
    // Added twice they stand once.
    document.addEventListener('pointerdown', begin, true)
    document.addEventListener('pointerup', end, true)
    return () => {
      users -= 1
      if (users > 0) return
      document.removeEventListener('pointerdown', begin, true)
      document.removeEventListener('pointerup', end, true)
    }
  }, [])
}
