// One change asked of the endpoint: busy while it is on its way, its refusal in words, and nothing said before the answer.
import { useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'

export interface Change {
  readonly busy: boolean
  readonly problem: Problem | null
  readonly run: <T>(ask: () => Promise<Result<T, Problem>>, done: (value: T) => void) => void
}

export function useChange(): Change {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = async <T>(ask: () => Promise<Result<T, Problem>>, done: (value: T) => void): Promise<void> => {
    setBusy(true)
    setProblem(null)
    const answer = await ask()
    setBusy(false)
    if (answer.ok) done(answer.value)
    else setProblem(answer.error)
  }
  return { busy, problem, run: (ask, done) => void run(ask, done) }
}
