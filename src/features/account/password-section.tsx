// Changing one's password: the one before is asked for, so that nobody does it on a tablet left open.
import { useState } from 'react'
import type { AccountAccess } from '#data/contract/account-contract.ts'
import type { PasswordOwner } from '#domain/access/password-policy.ts'
import { NewPasswordForm } from '#features/new-password-form.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster } from '#ui/layout.tsx'
import { PasswordInput } from '#ui/password-input.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useToast } from '#ui/toast-provider.tsx'

type PasswordSectionProps = { readonly access: () => Promise<AccountAccess>; readonly owner: PasswordOwner }

export const PasswordSection = ({ access, owner }: PasswordSectionProps) => {
  const { t } = useText('account')
  const toast = useToast()
  const [isOpen, setOpen] = useState(false)
  const [current, setCurrent] = useState('')
  const save = async (next: string) => {
    const outcome = await (await access()).changePassword(current, next)
    if (outcome.ok) {
      setOpen(false)
      setCurrent('')
      toast({ text: t('password.done'), tone: 'good' })
    }
    return outcome
  }
  return (
    <Section title={t('password.title')} detail={t('password.text')}>
      {isOpen ? (
        <NewPasswordForm
          owner={owner}
          label={t('password.next')}
          action={t('password.save')}
          failedTitle={t('notDone')}
          save={save}
        >
          <Field label={t('password.current')}>
            <PasswordInput
              name="current-password"
              showLabel={t('password.show')}
              hideLabel={t('password.hide')}
              value={current}
              onChange={(event) => setCurrent(event.target.value)}
            />
          </Field>
        </NewPasswordForm>
      ) : (
        <Cluster>
          <Button icon="lock" onClick={() => setOpen(true)}>
            {t('password.change')}
          </Button>
        </Cluster>
      )}
    </Section>
  )
}
