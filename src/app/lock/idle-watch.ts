// Locks after some minutes without a touch. A sleeping device stops timers and some browsers' forward clock, and the
// other clock can be set back: whichever says that more time has passed is believed.
const SIGNS = ['pointerdown', 'keydown', 'scroll', 'input'] as const
const LOOK_MS = 5_000

/** Returns how to stop. */
export function watchIdle(page: Document, minutes: number, lock: () => void): () => void {
  if (minutes <= 0) return () => {}
  let touchedAt = performance.now()
  let touchedOn = Date.now()
  const touch = (): void => {
    touchedAt = performance.now()
    touchedOn = Date.now()
  }
  const look = (): void => {
    const idleMs = Math.max(performance.now() - touchedAt, Date.now() - touchedOn)
    if (idleMs >= minutes * 60_000) lock()
  }
  const timer = setInterval(look, LOOK_MS)
  for (const sign of SIGNS) page.addEventListener(sign, touch, { capture: true, passive: true })
  page.addEventListener('visibilitychange', look)
  return () => {
    clearInterval(timer)
    for (const sign of SIGNS) page.removeEventListener(sign, touch, { capture: true })
    page.removeEventListener('visibilitychange', look)
  }
}
