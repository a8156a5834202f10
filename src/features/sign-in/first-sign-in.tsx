// The first sign-in, or a forgotten password: a one-time code from the administrator, photographed or typed, and then a
// password of one's own. The code is used up only together with a good password.
import { useEffect, useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { NewPasswordForm } from '#features/new-password-form.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { OpenInvitation, SignInAccess } from './sign-in-access.ts'
import { SignInProblem } from './sign-in-problem.tsx'

type FirstSignInProps = {
  readonly access: Pick<SignInAccess, 'invitation' | 'redeem'>
  /** Out of the address, where it was photographed. */
  readonly code: string | undefined
  readonly back: () => void
}

export const FirstSignIn = ({ access, code, back }: FirstSignInProps) => {
  const { t } = useText('sign-in')
  const [invitation, setInvitation] = useState<OpenInvitation | null>(null)
  return (
    <Stack gap={5}>
      {invitation === null ? (
        <CodeForm access={access} code={code} onOpen={setInvitation} />
      ) : (
        <ChoosePassword access={access} invitation={invitation} />
      )}
      <Button kind="plain" icon="chevron-left" onClick={back}>
        {t('code.back')}
      </Button>
    </Stack>
  )
}

type CodeFormProps = Pick<FirstSignInProps, 'access' | 'code'> & {
  readonly onOpen: (invitation: OpenInvitation) => void
}

const CodeForm = ({ access, code, onOpen }: CodeFormProps) => {
  const { t } = useText('sign-in')
  const [typed, setTyped] = useState(code ?? '')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(code !== undefined)
  const look = async (text: string): Promise<void> => {
    setBusy(true)
    const opened = await access.invitation(text)
    if (opened.ok) return onOpen(opened.value)
    setProblem(opened.error)
    setBusy(false)
  }
  useEffect(() => {
    if (code !== undefined) void look(code)
    // Once, for the code the address brought.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  if (isBusy && problem === null && code !== undefined)
    return <Skeleton label={t('code.looking')} shape="text" count={3} />
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void look(typed)
      }}
    >
      <Stack gap={4}>
        <SignInProblem problem={problem} />
        <p>{t('code.intro')}</p>
        <Field label={t('code.label')} hint={t('code.hint')}>
          <TextInput
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <Button kind="main" type="submit" wide busy={isBusy}>
          {t('code.next')}
        </Button>
      </Stack>
    </form>
  )
}

type ChoosePasswordProps = { readonly access: Pick<SignInAccess, 'redeem'>; readonly invitation: OpenInvitation }

const ChoosePassword = ({ access, invitation }: ChoosePasswordProps) => {
  const { t } = useText('sign-in')
  const { username, displayName, isFirst } = invitation
  return (
    <Stack gap={4}>
      <p>{t(isFirst ? 'code.welcome' : 'code.again', { name: displayName })}</p>
      <NewPasswordForm
        owner={invitation}
        label={t('code.password')}
        action={t('code.enter')}
        failedTitle={t('failedTitle')}
        save={(password) => access.redeem(invitation, password)}
      >
        <Field label={t('username')} hint={t('code.keepName')}>
          <TextInput name="username" autoComplete="username" readOnly value={username} />
        </Field>
      </NewPasswordForm>
    </Stack>
  )
}
