// Where each page of the history was scrolled to. The browser's own memory gives up when a page is still short, because
// its rows are read a moment later; this one tries until the rows are there or the person moves.
import { useLayoutEffect } from 'react'

type HistoryEntryKeys = { readonly currentEntry?: { readonly key: string } | null }

const positions = new Map<string, number>()
const PATIENCE_MS = 1500

/** One key per entry of the history where the browser tells it, else the address. */
const keyNow = (): string =>
  (window as { readonly navigation?: HistoryEntryKeys }).navigation?.currentEntry?.key ??
  location.pathname + location.search

let isGoingBack = false

/** Call once at the start. */
export function rememberScrolling(): void {
  history.scrollRestoration = 'manual'
  let key = keyNow()
  const note = () => positions.set(key, window.scrollY)
  addEventListener('scroll', note, { passive: true })
  addEventListener('popstate', () => {
    isGoingBack = true
    key = keyNow()
  })
  for (const moved of ['pushState', 'replaceState']) {
    addEventListener(moved, () => {
      isGoingBack = false
      key = keyNow()
    })
  }
}

export function useScrollMemory(path: string): void {
  useLayoutEffect(() => {
    const wanted = isGoingBack ? (positions.get(keyNow()) ?? 0) : 0
    window.scrollTo(0, wanted)
    return wanted > 0 ? insist(wanted) : undefined
  }, [path])
}

function insist(wanted: number): () => void {
  const until = performance.now() + PATIENCE_MS
  let frame = 0
  const stop = () => cancelAnimationFrame(frame)
  const step = () => {
    if (Math.abs(window.scrollY - wanted) > 1) window.scrollTo(0, wanted)
    else return
    if (performance.now() < until) frame = requestAnimationFrame(step)
  }
  frame = requestAnimationFrame(step)
  for (const act of ['wheel', 'touchstart', 'keydown']) addEventListener(act, stop, { once: true, passive: true })
  return stop
}
