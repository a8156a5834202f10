// What can be done on the locked screen without the PIN: sending what waits, and getting in again by the password.
import { type FormEvent, useEffect, useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PasswordInput } from '#ui/password-input.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'

type SendWaitingProps = {
  readonly count: () => Promise<number>
  /** How many are left. */
  readonly send: () => Promise<Result<number, Problem>>
}

export const SendWaiting = ({ count, send }: SendWaitingProps) => {
  const { t } = useText('lock')
  const textOf = useProblemText()
  const [waiting, setWaiting] = useState<number>()
  const [outcome, setOutcome] = useState<Result<number, Problem>>()
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    void count().then(setWaiting)
    // oxlint-disable-next-line react/exhaustive-deps -- asked once, when the screen comes
  }, [])
  const press = async (): Promise<void> => {
    setBusy(true)
    const sent = await send()
    setBusy(false)
    setOutcome(sent)
    if (sent.ok) setWaiting(sent.value)
  }
  if (!waiting && !outcome) return null
  return (
    <Section title={t('waiting.title')} detail={t('waiting.text')}>
      <Stack gap={3}>
        <Notice tone={waiting ? 'warn' : 'good'} announce>
          {waiting ? t('waiting.count', { count: waiting }) : t('waiting.none')}
        </Notice>
        {outcome && !outcome.ok && (
          <Notice tone="bad" announce>
            {textOf(outcome.error)}
          </Notice>
        )}
        {!!waiting && (
          <Cluster>
            <Button icon="upload" busy={isBusy} onClick={() => void press()}>
              {t('waiting.send')}
            </Button>
          </Cluster>
        )}
      </Stack>
    </Section>
  )
}

type Enter = (password: string) => Promise<Result<unknown, Problem>>

type ByPasswordProps = {
  /** Whether another PIN can be set and everything stays. */
  readonly canRenew: () => Promise<boolean>
  readonly renew: (password: string, next: string) => Promise<Result<unknown, Problem>>
  /** The PIN is known, and wrong ones have used it up. */
  readonly tryAgain: Enter
  /** A new store; what is in the sealed one and not in an envelope is gone. */
  readonly beginAnew: Enter
}

export const ByPassword = ({ canRenew, renew, tryAgain, beginAnew }: ByPasswordProps) => {
  const { t } = useText('lock')
  const [mayRenew, setMayRenew] = useState(false)
  useEffect(() => {
    void canRenew().then(setMayRenew)
    // oxlint-disable-next-line react/exhaustive-deps -- asked once, when the screen comes
  }, [])
  const textOf = useProblemText()
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState<Enter | null>(null)
  const enter = (by: Enter) => async (event?: FormEvent) => {
    event?.preventDefault()
    if (password === '' || busy) return
    setBusy(() => by)
    setProblem(null)
    const entered = await by(password)
    setBusy(null)
    if (!entered.ok) setProblem(entered.error)
  }
  return (
    <Disclosure summary={t('forgot.title')}>
      <form onSubmit={(event) => void enter(tryAgain)(event)} noValidate>
        <Stack gap={4}>
          <p>{t(mayRenew ? 'forgot.kept' : 'forgot.text')}</p>
          {problem && (
            <Notice tone="bad" announce>
              {textOf(problem)}
            </Notice>
          )}
          <Field label={t('forgot.password')}>
            <PasswordInput
              value={password}
              onChange={({ target }) => setPassword(target.value)}
              showLabel={t('forgot.show')}
              hideLabel={t('forgot.hide')}
            />
          </Field>
          {mayRenew && <NewPin renew={(next) => enter((typed) => renew(typed, next))()} />}
          <Cluster>
            <Button type="submit" busy={busy === tryAgain}>
              {t('forgot.tryAgain')}
            </Button>
            <Button kind="danger" busy={busy === beginAnew} onClick={() => void enter(beginAnew)()}>
              {t('forgot.beginAnew')}
            </Button>
          </Cluster>
        </Stack>
      </form>
    </Disclosure>
  )
}

/** Fields within the form of the password; its own button, so that Enter goes on doing the smaller thing. */
const NewPin = ({ renew }: { readonly renew: (next: string) => Promise<void> }) => {
  const { t } = useText('lock')
  const [next, setNext] = useState('')
  const [repeat, setRepeat] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [isDifferent, setDifferent] = useState(false)
  const press = async (): Promise<void> => {
    setDifferent(next !== repeat)
    if (next !== repeat || isBusy) return
    setBusy(true)
    await renew(next)
    setBusy(false)
  }
  const field = (label: string, value: string, change: (typed: string) => void) => (
    <Field label={label}>
      <PasswordInput
        inputMode="numeric"
        autoComplete="off"
        value={value}
        onChange={({ target }) => change(target.value)}
        showLabel={t('showPin')}
        hideLabel={t('hidePin')}
      />
    </Field>
  )
  return (
    <Stack gap={4}>
      {field(t('section.new'), next, setNext)}
      {field(t('section.repeat'), repeat, setRepeat)}
      {isDifferent && (
        <Notice tone="bad" announce>
          {t('section.different')}
        </Notice>
      )}
      <Button kind="main" wide busy={isBusy} onClick={() => void press()}>
        {t('forgot.renew')}
      </Button>
    </Stack>
  )
}
