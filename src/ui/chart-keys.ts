// Arrow keys among the lines of a drawing: fifty communes are fifty steps with Tab, and one key held down with arrows.
// Every line stays in the Tab order, so nothing has to be learnt to use it.
import type { KeyboardEvent } from 'react'

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/** On the element around all lines; each line has one link. */
export function moveAmongLines(event: KeyboardEvent<HTMLElement>): void {
  const move = moves[event.key]
  if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  const links = Array.from(event.currentTarget.querySelectorAll('a'))
  const at = links.findIndex((link) => link === event.target)
  const next = at < 0 ? undefined : links[move(at, links.length - 1)]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
