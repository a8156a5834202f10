// The administrator's overview, asked of the endpoint when a screen opens and again on request. What was seen before,
// here or on another screen, stays while a new answer is on its way, and where none comes.
import { useCallback, useEffect, useState } from 'react'
import type { Administration, AdminOverview } from '#data/contract/administration-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Platform } from './screen-props.ts'

export interface OverviewState {
  readonly overview: AdminOverview | null
  readonly problem: Problem | null
  readonly isAsking: boolean
  /** Asks again. */
  readonly ask: () => void
  /** Null until its code is there. */
  readonly administration: Administration | null
}

const unasked = { overview: null, problem: null, isAsking: true, administration: null } as const

export function useOverview({ administration: open }: Platform): OverviewState {
  const [state, setState] = useState<Omit<OverviewState, 'ask'>>(unasked)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let isGone = false
    const show = (next: Partial<OverviewState>) => !isGone && setState((before) => ({ ...before, ...next }))
    const run = async () => {
      const administration = await open?.()
      if (!administration) return show({ isAsking: false, problem: { code: 'access.forbidden' } })
      show({ administration, overview: administration.last(), isAsking: true })
      const answer = await administration.overview()
      show({ isAsking: false, ...(answer.ok ? { overview: answer.value, problem: null } : { problem: answer.error }) })
    }
    run().catch(() => show({ isAsking: false, problem: { code: 'network.offline' } }))
    return () => {
      isGone = true
    }
    // oxlint-disable-next-line react/exhaustive-deps -- `turn` asks again
  }, [open, turn])
  const ask = useCallback(() => setTurn((count) => count + 1), [])
  return { ...state, ask }
}
