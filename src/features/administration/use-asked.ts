// One question to the endpoint beside the overview: asked when a screen opens, and again after a change.
import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'

export interface Asked<T> {
  /** Undefined while it is asked for the first time. */
  readonly answer: Result<T, Problem> | undefined
  readonly again: () => void
}

/** `question` keeps its identity while the same is asked. */
export function useAsked<T>(question: () => Promise<Result<T, Problem>>): Asked<T> {
  const [answer, setAnswer] = useState<Result<T, Problem>>()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let isGone = false
    const run = async (): Promise<void> => {
      const next = await question()
      if (!isGone) setAnswer(next)
    }
    void run()
    return () => {
      isGone = true
    }
    // oxlint-disable-next-line react/exhaustive-deps -- `turn` asks again
  }, [question, turn])
  return { answer, again: useCallback(() => setTurn((count) => count + 1), []) }
}
