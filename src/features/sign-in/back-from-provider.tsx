// The browser came back from the province's own sign-in: what it brought is handed in once, and on failure everything
// else is still there.
import { useEffect, useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { SignInAccess } from './sign-in-access.ts'
import { SignInProblem } from './sign-in-problem.tsx'

type BackFromProviderProps = { readonly finish: SignInAccess['finishProvider']; readonly search: string }

export const BackFromProvider = ({ finish, search }: BackFromProviderProps) => {
  const { t } = useText('sign-in')
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    void finish(search).then((outcome) => {
      if (!outcome.ok) setProblem(outcome.error)
    })
  }, [finish, search])
  return problem === null ? (
    <Skeleton label={t('ways.finishing')} shape="text" count={2} />
  ) : (
    <SignInProblem problem={problem} />
  )
}
