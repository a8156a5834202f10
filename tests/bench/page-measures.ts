// What is timed inside the page, as texts of scripts: whoever looks from outside interrupts it.

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const noteWhenSeen = (selector: string): string => `new MutationObserver(() => {
  if (window.benchSeen !== undefined || window.benchAsked || !document.querySelector('${selector}')) return
  window.benchAsked = true
  requestAnimationFrame(() => setTimeout(() => { window.benchSeen = performance.now() }))
}).observe(document, { childList: true, subtree: true })`

/** Milliseconds from navigation start until the frame after the first row of Today is there, as the text of a script. */
export const NOTE_WHEN_SEEN = noteWhenSeen('main ul li a')

/** The same until a PIN can be typed. */
export const NOTE_WHEN_LOCKED = noteWhenSeen('main form input')

/** Notes when each transaction that writes an own operation has completed: from then on the answer is on the disk. */
export const WATCH_STORING = `(() => {
  const begin = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (...parts) {
    const made = begin.apply(this, parts)
    if (made.mode === 'readwrite' && made.objectStoreNames.contains('own')) {
      made.addEventListener('complete', () => { window.benchStored = performance.now() })
    }
    return made
  }
})()`

/** From the press until both are true: the chosen row was painted, and the transaction with its operation completed. */
export const timeAnswer = (choice: number): string => `(async () => {
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve))
  while (document.querySelectorAll('main input[type=radio]').length < 4) await idle()
  for (let turn = 0; turn < 5; turn++) await idle()
  const radio = document.querySelectorAll('main input[type=radio]')[${choice}]
  const painted = new Promise((resolve) => {
    const look = () => {
      if (radio.checked) setTimeout(() => resolve(performance.now()))
      else requestAnimationFrame(look)
    }
    radio.addEventListener('click', () => requestAnimationFrame(look), { once: true })
  })
  window.benchStored = 0
  const begin = performance.now()
  radio.click()
  const paintedAt = await painted
  while (window.benchStored === 0) await new Promise((resolve) => setTimeout(resolve, 1))
  return Math.max(paintedAt, window.benchStored) - begin
})()`

/** Settles when the screen "More" stands and the browser has been idle for a moment. */
export const GO_TO_MORE = `(async () => {
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve))
  while (!document.querySelector('nav a[href="/more"]')) await idle()
  document.querySelector('nav a[href="/more"]').click()
  while (!document.querySelector('main a[href="/sync"]')) await idle()
  for (let turn = 0; turn < 5; turn++) await idle()
})()`

/** Milliseconds from the press until the frame with the fiftieth line was drawn. */
export const TIME_LIST = `(async () => {
  const begin = performance.now()
  document.querySelector('nav a[href="/communes"]').click()
  const rows = () =>
    new Set([...document.querySelectorAll('main a[href^="/communes/ls25-"]')].map((a) => a.pathname)).size
  while (rows() < 50) await new Promise((resolve) => requestAnimationFrame(resolve))
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return performance.now() - begin
})()`
