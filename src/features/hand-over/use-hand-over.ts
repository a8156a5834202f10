// The files' side of this device for a screen: loaded when the screen opens, and a summary that is read anew after
// everything that may have changed it.
import { useCallback, useEffect, useState } from 'react'
import type { Platform } from '#features/screen-props.ts'
import type { HandOverParts } from '#sync/hand-over/hand-over-parts.ts'
import { type HandOverSummary, readSummary } from './hand-over-summary.ts'

export interface HandOverSide {
  readonly parts: HandOverParts | undefined
  readonly summary: HandOverSummary | undefined
  refresh(): Promise<void>
}

export function useHandOver(platform: Platform): HandOverSide {
  const [parts, setParts] = useState<HandOverParts>()
  const [summary, setSummary] = useState<HandOverSummary>()
  useEffect(() => {
    let isShown = true
    void platform.handOver?.().then(async (loaded) => {
      const first = await readSummary(loaded)
      if (!isShown) return
      setParts(loaded)
      setSummary(first)
    })
    return () => {
      isShown = false
    }
  }, [platform])
  const refresh = useCallback(async () => {
    if (parts) setSummary(await readSummary(parts))
  }, [parts])
  return { parts, summary, refresh }
}
