// The administrator's overview, asked of the endpoint when a screen opens and again on request. What was shown before
// stays while a new answer is on its way.
import { useCallback, useEffect, useState } from 'react'
import type { AdminOverview } from '#data/contract/administration-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Platform } from './screen-props.ts'

export interface OverviewState {
  readonly overview: AdminOverview | null
  readonly problem: Problem | null
  readonly isAsking: boolean
  readonly ask: () => void
}

export function useOverview({ administration }: Platform): OverviewState {
  const [state, setState] = useState<Omit<OverviewState, 'ask'>>({ overview: null, problem: null, isAsking: true })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let isGone = false
    const show = (next: Partial<OverviewState>) =>
      !isGone && setState((before) => ({ ...before, isAsking: false, ...next }))
    setState((before) => ({ ...before, isAsking: true }))
    const answer =
      administration?.overview() ?? Promise.resolve({ ok: false, error: { code: 'access.forbidden' } } as const)
    void answer.then((result) =>
      show(result.ok ? { overview: result.value, problem: null } : { problem: result.error }),
    )
    return () => {
      isGone = true
    }
    // oxlint-disable-next-line react/exhaustive-deps -- `turn` asks again
  }, [administration, turn])
  const ask = useCallback(() => setTurn((count) => count + 1), [])
  return { ...state, ask }
}
