// A choice that is written at once: what the store answered, in one place per screen.
import { useState } from 'react'
import type { Receipt } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'

export interface Write {
  readonly problem: Problem | null
  readonly savedAt: number | null
  readonly isBusy: boolean
  /** True once it is on this device. */
  readonly run: (save: Promise<Result<Receipt, Problem>>) => Promise<boolean>
}

export function useWrite(): Write {
  const [state, setState] = useState<Omit<Write, 'run'>>({ problem: null, savedAt: null, isBusy: false })
  const run: Write['run'] = async (save) => {
    setState((before) => ({ ...before, isBusy: true }))
    const saved = await save
    setState(({ savedAt }) => ({
      problem: saved.ok ? null : saved.error,
      savedAt: saved.ok ? saved.value.savedAt : savedAt,
      isBusy: false,
    }))
    return saved.ok
  }
  return { ...state, run }
}
