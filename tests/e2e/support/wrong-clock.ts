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

/** From the next page on the clock can be moved while the page runs. */
export const makeClockMovable = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const Real = Date
    const shift = (): number => (globalThis as { clockShift?: number }).clockShift ?? 0
    globalThis.Date = new Proxy(Real, {
      construct: (target, given) =>
        given.length === 0 ? new target(Real.now() + shift()) : Reflect.construct(target, given),
      get: (target, key) => (key === 'now' ? () => Real.now() + shift() : Reflect.get(target, key)),
    })
  })

/** The clock of the running page is now off by so many milliseconds; 0 is right again. */
export const jumpClock = (page: Page, shift: number): Promise<void> =>
  page.evaluate((by) => {
    ;(globalThis as { clockShift?: number }).clockShift = by
  }, shift)
