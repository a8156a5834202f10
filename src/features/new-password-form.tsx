// Choosing a password: what it has to be is told before anybody types, how good it is while they type, and what was
// refused afterwards. It may be shown and pasted; nobody has to type it twice.
import { type ReactNode, useState } from 'react'
import { PASSWORD_LENGTH, type PasswordOwner } from '#domain/access/password-policy.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { PasswordInput } from '#ui/password-input.tsx'
import { Tag } from '#ui/tag.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'
import { type PasswordStrength, passwordStrength } from './password-strength.ts'
import { ProblemNotice } from './problem-notice.tsx'

type NewPasswordFormProps = {
  readonly owner: PasswordOwner
  readonly label: string
  readonly action: string
  readonly failedTitle: string
  readonly save: (password: string) => Promise<Result<unknown, Problem>>
  /** Fields above the new password, e.g. the one before. */
  readonly children?: ReactNode
}

const tones: Readonly<Record<PasswordStrength, Tone>> = {
  'too-short': 'idle',
  'too-long': 'bad',
  'has-name': 'bad',
  weak: 'warn',
  fair: 'note',
  strong: 'good',
}

export const NewPasswordForm = ({ owner, label, action, failedTitle, save, children }: NewPasswordFormProps) => {
  const { t } = useText('password')
  const [password, setPassword] = useState('')
  const [state, setState] = useState<{ readonly problem?: Problem; readonly isBusy?: boolean }>({})
  const strength = passwordStrength(password, owner)
  const submit = async (): Promise<void> => {
    setState({ isBusy: true })
    const outcome = await save(password)
    setState(outcome.ok ? {} : { problem: outcome.error })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!state.isBusy) void submit()
      }}
    >
      <Stack gap={4}>
        <ProblemNotice problem={state.problem} title={failedTitle} />
        {children}
        <Field label={label} hint={t('policy', PASSWORD_LENGTH)}>
          <PasswordInput
            name="new-password"
            autoComplete="new-password"
            showLabel={t('show')}
            hideLabel={t('hide')}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <output>{password !== '' && <Tag tone={tones[strength]}>{t(`strength.${strength}`)}</Tag>}</output>
        <Button kind="main" type="submit" wide busy={state.isBusy === true}>
          {action}
        </Button>
      </Stack>
    </form>
  )
}
