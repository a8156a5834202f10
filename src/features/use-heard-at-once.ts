// What somebody types into is listened to as soon as it stands in the page. `useSyncExternalStore` listens only after the
// painting: a letter typed before is not drawn, React puts the field back, and the next letter writes over it (DAT-9).
import { useLayoutEffect, useReducer } from 'react'

/** `read` gives the same object as long as nothing changed. */
export function useHeardAtOnce<T>(subscribe: (listener: () => void) => () => void, read: () => T): T {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0)
  const drawn = read()
  useLayoutEffect(() => subscribe(redraw), [subscribe])
  // What changed while the page was being drawn told nobody.
  useLayoutEffect(() => {
    if (!Object.is(read(), drawn)) redraw()
  }, [read, drawn])
  return drawn
}
