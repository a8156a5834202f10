// The way in by fingerprint or face, where the person set it up on this device. The PIN above stays: a browser may lose
// such a key, and a finger may be in a glove.
import { useEffect, useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text/text-context.tsx'

export type PasskeyProps = {
  readonly isSet: () => Promise<boolean>
  readonly unlock: () => Promise<Result<unknown, Problem>>
}

export const ByPasskey = ({ isSet, unlock }: PasskeyProps) => {
  const { t } = useText('lock')
  const textOf = useProblemText()
  const [isThere, setThere] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    void isSet().then(setThere)
    // oxlint-disable-next-line react/exhaustive-deps -- asked once, when the screen comes
  }, [])
  if (!isThere) return null
  const press = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    const opened = await unlock()
    setBusy(false)
    if (!opened.ok) setProblem(opened.error)
  }
  return (
    <Stack gap={3}>
      {problem && (
        <Notice tone="bad" announce>
          {textOf(problem)}
        </Notice>
      )}
      <Button icon="user" wide busy={isBusy} onClick={() => void press()}>
        {t('byPasskey.open')}
      </Button>
    </Stack>
  )
}
