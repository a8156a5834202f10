// Pages of the trail as they are asked of the server; another question begins anew, an answer that comes late is dropped.
import { useCallback, useEffect, useState } from 'react'
import type { TrailLine, TrailQuestion } from '#data/contract/trail-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Platform } from '#features/screen-props.ts'

/** What was answered to one question; a problem leaves what was seen before. */
interface Seen {
  readonly key: string
  readonly lines: readonly TrailLine[]
  readonly next: string | null
  readonly problem: Problem | undefined
}

const nothing = (key: string): Seen => ({ key, lines: [], next: null, problem: undefined })

async function ask(platform: Platform, key: string, known: Seen | undefined): Promise<Seen> {
  const before = known?.next ?? undefined
  const trail = await platform.trail?.()
  const answer = await trail?.page({ ...(JSON.parse(key) as TrailQuestion), ...(before !== undefined && { before }) })
  if (!answer) return nothing(key)
  if (!answer.ok) return { ...(known ?? nothing(key)), problem: answer.error }
  const { entries, next } = answer.value
  return { key, lines: [...(known?.lines ?? []), ...entries], next, problem: undefined }
}

export function useTrail(platform: Platform, question: TrailQuestion) {
  const key = JSON.stringify(question)
  const [answered, setAnswered] = useState<Seen>()
  const [isAsking, setAsking] = useState(false)
  const seen = answered?.key === key ? answered : undefined
  const again = useCallback(async (): Promise<Seen> => ask(platform, key, undefined), [platform, key])
  useEffect(() => {
    let isWanted = true
    const show = async (): Promise<void> => {
      const next = await again()
      if (isWanted) setAnswered(next)
    }
    void show()
    return () => {
      isWanted = false
    }
  }, [again])
  const show = async (next: Promise<Seen>): Promise<void> => {
    setAsking(true)
    setAnswered(await next)
    setAsking(false)
  }
  return {
    seen,
    isAsking: isAsking || seen === undefined,
    again: () => void show(again()),
    more: () => void show(ask(platform, key, seen)),
  }
}
