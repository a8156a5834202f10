// Marks being drawn: each finished one goes to the drafts at once, so that a killed browser costs no drawing; they stay
// there until the marked photo is stored.
import { useEffect, useRef, useState } from 'react'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { type Mark, type MarkColour, type MarkTool, type Point, readMarks } from './photo-marks.ts'

export interface Marking {
  readonly marks: readonly Mark[]
  /** The one under the finger. */
  readonly begun: Mark | null
  readonly begin: (at: Point) => void
  readonly extend: (to: Point) => void
  readonly finish: () => void
  readonly undo: () => void
  readonly drop: () => Promise<void>
}

/** An arrow has two ends, a pen stroke every point. */
const extended = (mark: Mark, to: Point): Mark => {
  const [first] = mark.points
  return { ...mark, points: mark.tool === 'arrow' && first ? [first, to] : [...mark.points, to] }
}

export function useMarking(
  { drafts }: Pick<PersonStore, 'drafts'>,
  photoId: string,
  tool: MarkTool,
  colour: MarkColour,
): Marking {
  const key = `marks:${photoId}`
  const [marks, setMarks] = useState<readonly Mark[]>([])
  const begunNow = useRef<Mark | null>(null)
  const [begun, setBegun] = useState<Mark | null>(null)
  useEffect(() => {
    void drafts.get(key).then((kept) => setMarks((drawn) => (drawn.length > 0 ? drawn : readMarks(kept))))
  }, [drafts, key])
  const hold = (mark: Mark | null): void => {
    begunNow.current = mark
    setBegun(mark)
  }
  const keep = (next: readonly Mark[]): void => {
    setMarks(next)
    if (next.length === 0) void drafts.remove(key)
    else void drafts.put(key, next as unknown as JsonValue)
  }
  return {
    marks,
    begun,
    begin: (at) => hold({ tool, colour, points: [at] }),
    extend: (to) => begunNow.current && hold(extended(begunNow.current, to)),
    finish: () => {
      const mark = begunNow.current
      hold(null)
      if (mark && mark.points.length > 1) keep([...marks, mark])
    },
    undo: () => (begunNow.current ? hold(null) : keep(marks.slice(0, -1))),
    drop: () => drafts.remove(key),
  }
}
