/** One planned moment at most: an earlier wish moves it forward, a later one does not put it off. */
import type { Timers } from './sync-edges.ts'

export interface Planner {
  /** Runs within `delay` milliseconds. */
  plan(delay: number): void
  cancel(): void
}

export function createPlanner(timers: Timers, run: () => void): Planner {
  let planned: { readonly at: number; readonly cancel: () => void } | undefined
  const cancel = (): void => {
    planned?.cancel()
    planned = undefined
  }
  return {
    cancel,
    plan(delay) {
      const at = timers.monotonicNow() + delay
      if (planned && planned.at <= at) return
      cancel()
      const stop = timers.after(delay, () => {
        planned = undefined
        run()
      })
      planned = { at, cancel: stop }
    },
  }
}
