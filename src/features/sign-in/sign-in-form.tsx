// The password form. What was typed stays after a refusal, except the password of a refused pair is kept too: it may be
// only the account name that was mistyped.
import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { PasswordInput } from '#ui/password-input.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { SignInProblem } from './sign-in-problem.tsx'

const text = (missing: string, most: number, long: string) =>
  z.string().check(z.minLength(1, missing), z.maxLength(most, long))

const schema = z.object({
  username: text('usernameMissing', 80, 'usernameLong'),
  password: text('passwordMissing', 200, 'passwordLong'),
})

export type SignIn = (username: string, password: string) => Promise<Result<unknown, Problem>>

type SignInFormProps = { readonly signIn: SignIn; readonly username?: string }

export const SignInForm = ({ signIn, username = '' }: SignInFormProps) => {
  const { t } = useText('sign-in')
  const [problem, setProblem] = useState<Problem | null>(null)
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { username, password: '' } })
  const { errors, isSubmitting } = form.formState
  const submit = form.handleSubmit(async (values) => {
    setProblem(null)
    const outcome = await signIn(values.username.trim(), values.password)
    if (!outcome.ok) setProblem(outcome.error)
  })
  const wrong = (key: string | undefined) => (key === undefined ? {} : { error: t(key) })
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={4}>
        <SignInProblem problem={problem} />
        <Field label={t('username')} {...wrong(errors.username?.message)}>
          <TextInput autoComplete="username" autoCapitalize="none" spellCheck={false} {...form.register('username')} />
        </Field>
        <Field label={t('password')} {...wrong(errors.password?.message)}>
          <PasswordInput showLabel={t('showPassword')} hideLabel={t('hidePassword')} {...form.register('password')} />
        </Field>
        <Button kind="main" type="submit" wide busy={isSubmitting}>
          {t('submit')}
        </Button>
      </Stack>
    </form>
  )
}
