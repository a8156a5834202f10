// Why nobody came in. What a first sign-in meets most (no network, no answer, a Wi-Fi that asks for a login) has
// sentences of its own, because there is no work yet that could be safe.
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text/text-context.tsx'

const ownSentences: Readonly<Record<string, string>> = {
  'network.offline': 'offline',
  'network.timeout': 'noAnswer',
  'network.unreadable-answer': 'noAnswer',
  'network.captive-portal': 'captivePortal',
}

export const SignInProblem = ({ problem }: { readonly problem: Problem | null }) => {
  const { t } = useText('sign-in')
  const textOf = useProblemText()
  if (problem === null) return null
  const own = ownSentences[problem.code]
  return (
    <Notice tone="bad" title={t('failedTitle')} announce>
      {own === undefined ? textOf(problem) : t(own)}
    </Notice>
  )
}
