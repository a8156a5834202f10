// A device whose clock is wrong: only the time of day is, timers run as they do.
import type { Page } from '@playwright/test'

/** Holds in every page from the next one on; `shift` in milliseconds. */
export const shiftClock = (page: Page, shift: number): Promise<unknown> =>
  page.addInitScript((by) => {
    const Real = Date
    globalThis.Date = new Proxy(Real, {
      construct: (target, given) =>
        given.length === 0 ? new target(Real.now() + by) : Reflect.construct(target, given),
      get: (target, key) => (key === 'now' ? () => Real.now() + by : Reflect.get(target, key)),
    })
  }, shift)
