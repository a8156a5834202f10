/**
 * What the engine needs from the machine it runs on, as interfaces: a simulated device has a virtual clock, a network
 * that fails on purpose and tabs that compete, and the code in between is the one that runs in the browser.
 */

export interface Timers {
  /** Milliseconds on a clock that never jumps; only differences mean something. */
  monotonicNow(): number
  /** Runs once after a delay in milliseconds. Returns how to cancel. */
  after(delay: number, run: () => void): () => void
}

export interface Locks {
  /** Runs while holding the lock and answers true, or answers false at once where somebody else holds it. */
  tryRun(name: string, run: () => Promise<void>): Promise<boolean>
}

export interface Environment {
  /** False only where the machine knows that it has no network. */
  isOnline(): boolean
  isVisible(): boolean
  /** Calls back when the network returns and when the app is looked at again. Returns how to stop. */
  onWake(listener: () => void): () => void
}

/** A number from 0 up to, not including, 1. */
export type Random = () => number
