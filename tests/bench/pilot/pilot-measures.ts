// What is timed inside the page, as texts of scripts: whoever looks from outside interrupts it.

/** What is not drawn within this is not drawn at all. */
const PATIENCE_MS = 60_000

/** From the press on a link until so many different lines are drawn that were not there before, in milliseconds; a text where they never are. */
export const timeOpening = (link: string, line: string, least: number): string => `(async () => {
  const until = performance.now() + ${PATIENCE_MS}
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }))
  while (!document.querySelector('${link}')) {
    if (performance.now() > until) return 'no link on ' + location.pathname
    await idle()
  }
  for (let turn = 0; turn < 5; turn++) await idle()
  const before = new Set(document.querySelectorAll('${line}'))
  const begin = performance.now()
  document.querySelector('${link}').click()
  const drawn = () => [...document.querySelectorAll('${line}')].filter((a) => !before.has(a))
  const lines = () => new Set(drawn().map((a) => a.getAttribute('href'))).size
  while (lines() < ${least}) {
    if (performance.now() > until) return lines() + ' lines on ' + location.pathname
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return performance.now() - begin
})()`

/** Milliseconds from navigation start until the frame after so many lines are there. */
export const noteWhenDrawn = (line: string, least: number): string => `new MutationObserver(() => {
  if (window.benchAsked || document.querySelectorAll('${line}').length < ${least}) return
  window.benchAsked = true
  requestAnimationFrame(() => setTimeout(() => { window.benchSeen = performance.now() }))
}).observe(document, { childList: true, subtree: true })`
