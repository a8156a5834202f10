// The rounds before one, for comparison. The instruments are fetched outside the live query, which must not wait for them.
import { useEffect, useState } from 'react'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { earlierMeans } from './earlier-means.ts'
import { useLive } from './use-live.ts'

type Earlier = Awaited<ReturnType<typeof earlierMeans>>

/** Empty while they are on their way. */
export function useEarlierMeans(
  store: Pick<PersonStore, 'assessments'>,
  unit: string,
  assessment: string,
  round: string,
): Earlier {
  const [earlier, setEarlier] = useState<Earlier>([])
  const submissions = useLive(() => store.assessments.submissions(unit), [store, unit])
  useEffect(() => {
    let isCurrent = true
    const read = async (): Promise<void> => {
      const means = await earlierMeans(submissions ?? [], { assessment, round })
      if (isCurrent) setEarlier(means)
    }
    void read()
    return () => {
      isCurrent = false
    }
  }, [submissions, assessment, round])
  return earlier
}
