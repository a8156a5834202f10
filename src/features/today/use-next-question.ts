// Where "Làm tiếp" leads: straight to the first question without an answer. Finding it takes the questions and all the
// answers, so it is done when the first screen is painted and idle; until then the link leads to the list of what is
// unanswered, which is right as well.
import { useEffect, useState } from 'react'
import type { AssessmentListItem } from '#data/contract/self-assessment-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { questionPath } from './paths.ts'

const WAIT_AT_MOST_MS = 2000
const WITHOUT_IDLE_MS = 500

/** Safari has no idle callback. */
function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(run, { timeout: WAIT_AT_MOST_MS })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(run, WITHOUT_IDLE_MS)
  return () => clearTimeout(timer)
}

export function useNextQuestion(
  store: Pick<PersonStore, 'assessments' | 'drafts'>,
  round: AssessmentListItem | undefined,
): string | undefined {
  const [found, setFound] = useState<{ readonly of: string; readonly href: string }>()
  const id = round?.id
  const of = round && `${round.id} ${round.answered}`
  useEffect(() => {
    if (id === undefined || of === undefined) return undefined
    let isGone = false
    const look = async () => {
      const { nextQuestion } = await import('./next-question.ts')
      const question = await nextQuestion(store, id)
      if (!isGone && question !== undefined) setFound({ of, href: questionPath(id, question) })
    }
    const cancel = whenIdle(() => void look())
    return () => {
      isGone = true
      cancel()
    }
  }, [store, id, of])
  return found?.of === of ? found?.href : undefined
}
