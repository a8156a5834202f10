// What a list can do for the screen it leads to while it is being read: fetch its code, its
// words, and whatever else takes a while. React holds a screen that has to wait for any of them up for 300 ms at least,
// however soon it is there; so a list asks beforehand. Which code is behind an address only the app knows, and it says so here.
import { useEffect } from 'react'
import { useTextSource } from '#ui/text/text-context.tsx'

type FetchScreen = (path: string) => void

let fetchScreen: FetchScreen = () => {}

/** Told by the app once its table of screens is there. */
export function fetchScreensWith(fetch: FetchScreen): void {
  fetchScreen = fetch
}

/** Not later than this, however busy the device is. */
const LATEST_MS = 1000

/** Runs one piece after another, each when nothing else is to be done. Returns how to stop. */
function whenIdle(pieces: readonly (() => unknown)[]): () => void {
  let isOver = false
  const later = (run: () => void): unknown =>
    typeof requestIdleCallback === 'function' ? requestIdleCallback(run, { timeout: LATEST_MS }) : setTimeout(run, 100)
  const next = async (at: number): Promise<void> => {
    if (isOver) return
    await pieces[at]?.()
    if (at + 1 < pieces.length) later(() => void next(at + 1))
  }
  if (pieces.length > 0) later(() => void next(0))
  return () => {
    isOver = true
  }
}

interface Ahead {
  /** Addresses whose code is wanted. */
  readonly paths: readonly string[]
  /** Namespaces that those screens need beside the one of the list. */
  readonly words: readonly string[]
  /** What else takes a while, one piece after another. */
  readonly prepare?: readonly (() => Promise<unknown>)[]
}

/** Fetches once the screen that asks for it has been drawn and nothing else is to be done. */
export function useFetchAhead({ paths, words, prepare = [] }: Ahead): void {
  const source = useTextSource()
  const wanted = paths.join('\n')
  useEffect(() => {
    const pieces = [...words.map((namespace) => () => source.load(namespace)), ...prepare]
    // What could not be prepared is fetched, and told about, when the screen is opened.
    const quietly = pieces.map((run) => () => run().catch(() => {}))
    return whenIdle([() => wanted.split('\n').forEach(fetchScreen), ...quietly])
    // oxlint-disable-next-line react/exhaustive-deps -- what is prepared goes with the addresses
  }, [wanted])
}
