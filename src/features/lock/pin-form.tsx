// One field and one button. After several wrong PINs the button counts the seconds down; what was typed is cleared, as
// nobody mends a PIN they cannot see.
import { type FormEvent, useEffect, useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PasswordInput } from '#ui/password-input.tsx'
import { useText } from '#ui/text/text-context.tsx'

export type PinFormProps = {
  readonly unlock: (pin: string) => Promise<Result<unknown, Problem>>
  readonly waitSeconds: () => Promise<number>
  readonly isShut: () => Promise<boolean>
}

/** Seconds left until a PIN may be tried; asked anew whenever `asked` changes. */
function useWait(waitSeconds: () => Promise<number>, asked: unknown): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const look = () => void waitSeconds().then(setLeft)
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- the question is the same at every drawing
  }, [asked])
  return left
}

export const PinForm = ({ unlock, waitSeconds, isShut }: PinFormProps) => {
  const { t } = useText('lock')
  const textOf = useProblemText()
  const [pin, setPin] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const wait = useWait(waitSeconds, problem)
  useEffect(() => {
    void isShut().then((shut) => shut && setProblem({ code: 'lock.too-many' }))
    // oxlint-disable-next-line react/exhaustive-deps -- asked once, when the screen comes
  }, [])
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (pin === '' || isBusy || wait > 0) return
    setBusy(true)
    const opened = await unlock(pin)
    setBusy(false)
    if (opened.ok) return
    setPin('')
    setProblem(opened.error)
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={4}>
        {problem && (
          <Notice tone="bad" announce>
            {textOf(problem)}
          </Notice>
        )}
        <Field label={t('pin')}>
          <PasswordInput
            inputMode="numeric"
            autoComplete="off"
            value={pin}
            onChange={(event) => setPin(event.target.value)}
            showLabel={t('showPin')}
            hideLabel={t('hidePin')}
          />
        </Field>
        <Button kind="main" type="submit" icon="lock" wide busy={isBusy} disabled={wait > 0}>
          {wait > 0 ? t('wait', { seconds: wait }) : t('unlock')}
        </Button>
      </Stack>
    </form>
  )
}
