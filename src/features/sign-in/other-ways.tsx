// The ways in besides the password, below it: they come with an answer of the endpoint and must not move what is above.
import { useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { Outcome, SignInAccess, SignInWays } from './sign-in-access.ts'
import { SignInProblem } from './sign-in-problem.tsx'

type OtherWaysProps = {
  readonly access: Pick<SignInAccess, 'knowsPasskeys' | 'byPasskey' | 'toProvider'>
  readonly ways: SignInWays | null
  readonly useCode: () => void
}

export const OtherWays = ({ access, ways, useCode }: OtherWaysProps) => {
  const { t } = useText('sign-in')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const go = async (way: () => Outcome): Promise<void> => {
    setProblem(null)
    setBusy(true)
    const outcome = await way()
    setBusy(false)
    if (!outcome.ok) setProblem(outcome.error)
  }
  const provider = ways?.provider?.address === ways?.here ? ways?.provider : null
  return (
    <Stack gap={3}>
      <SignInProblem problem={problem} />
      <Button wide icon="lock" onClick={useCode}>
        {t('ways.code')}
      </Button>
      {access.knowsPasskeys && ways?.passkeys?.address === ways?.here && ways?.passkeys && (
        <Button wide icon="device-check" busy={isBusy} onClick={() => void go(access.byPasskey)}>
          {t('ways.passkey')}
        </Button>
      )}
      {provider && (
        <Button wide icon="building" busy={isBusy} onClick={() => void go(access.toProvider)}>
          {t('ways.provider', { name: provider.name })}
        </Button>
      )}
    </Stack>
  )
}
