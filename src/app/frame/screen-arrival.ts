// What a browser does on a real page change and an app must do itself: the title, the focus on the new heading so that a
// screen reader says where it is, and the scroll position, at the top on a new screen and as it was on Back.
import { useEffect, useRef } from 'react'

const HEADING = '#main h1'
const PATIENCE_MS = 3000

const headingOf = (): HTMLElement | null => document.querySelector<HTMLElement>(HEADING)

/** Calls back with the heading, at once or as soon as the screen has drawn it. Returns how to stop. */
function whenHeading(found: (heading: HTMLElement) => void, isNew: (heading: HTMLElement) => boolean): () => void {
  const look = (): boolean => {
    const heading = headingOf()
    if (heading === null || !isNew(heading)) return false
    found(heading)
    return true
  }
  if (look()) return () => {}
  const observer = new MutationObserver(() => look() && observer.disconnect())
  observer.observe(document.body, { childList: true, subtree: true })
  const timer = setTimeout(() => observer.disconnect(), PATIENCE_MS)
  return () => {
    clearTimeout(timer)
    observer.disconnect()
  }
}

/** The title follows the heading, also when the heading changes later (a name that arrives from the store). */
export function useTitleOfHeading(titleOf: (heading: string) => string): void {
  useEffect(() => {
    const write = () => {
      const heading = headingOf()?.textContent
      const title = heading ? titleOf(heading) : undefined
      if (title !== undefined && title !== document.title) document.title = title
    }
    write()
    const observer = new MutationObserver(write)
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [titleOf])
}

/** Focuses the heading of each screen but the first: on a cold start the reader begins at the top of the page. */
export function useFocusOnArrival(path: string): void {
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    return whenHeading(focusQuietly, (heading) => heading.isConnected)
  }, [path])
}

/** Somebody who is typing already (a field that takes the focus itself) is left alone. */
function focusQuietly(heading: HTMLElement): void {
  const focused = document.activeElement
  const isTyping =
    focused instanceof HTMLElement && focused.matches('#main input, #main textarea, #main select, dialog *')
  if (isTyping) return
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
