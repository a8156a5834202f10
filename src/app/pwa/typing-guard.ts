// Nothing is swapped or reloaded under a person who is writing: while the cursor stands in a text field, within a few
// seconds of the last key, or while a form holds what is stored nowhere else.
import { hasUnsavedWork } from '#ui/unsaved-work.ts'

const TEXT_FIELD =
  'textarea, select, [contenteditable="true"], input:not([type=button], [type=submit], [type=checkbox], [type=radio], [type=file])'
/** A pause of 1.5 s writes the change (decision D15); twice that is safe. */
const QUIET_MS = 3000
const LOOK_AGAIN_MS = 500

let lastInputAt = Number.NEGATIVE_INFINITY

/** Call once at the start. */
export function watchTyping(page: Document): void {
  page.addEventListener('input', () => (lastInputAt = performance.now()), { capture: true })
}

export function isTyping(page: Document): boolean {
  const isInField = page.activeElement?.matches(TEXT_FIELD) ?? false
  return isInField || hasUnsavedWork() || performance.now() - lastInputAt < QUIET_MS
}

/** Runs at once, or as soon as nobody is typing. Returns how to give up waiting. */
export function whenNotTyping(page: Document, run: () => void): () => void {
  if (!isTyping(page)) {
    run()
    return () => {}
  }
  const timer = setInterval(() => {
    if (isTyping(page)) return
    clearInterval(timer)
    run()
  }, LOOK_AGAIN_MS)
  return () => clearInterval(timer)
}
