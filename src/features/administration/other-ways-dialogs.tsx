// Linking somebody with the province's own sign-in, taking the link away, and taking all passkeys of somebody away.
import { useState } from 'react'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { DialogForm } from './dialog-form.tsx'
import type { PersonDialogProps } from './give-grant-dialog.tsx'
import { useChange } from './use-change.ts'

const LONGEST = 255

type ProviderDialogProps = PersonDialogProps & { readonly issuerName: string; readonly identifier: string }

export const LinkProviderDialog = (props: ProviderDialogProps) => {
  const { t } = useText('administration')
  const { seen, account, issuerName, onClose, onDone } = props
  const [identifier, setIdentifier] = useState(props.identifier)
  const [isAsked, setAsked] = useState(false)
  const change = useChange()
  const wanted = identifier.trim()
  const save = () => {
    setAsked(true)
    if (wanted !== '') change.run(() => seen.administration.linkProvider(account.id, wanted), onDone)
  }
  return (
    <DialogForm
      title={t('other.linkTitle', { name: issuerName })}
      doLabel={t('other.linkDo')}
      change={change}
      onDo={save}
      onClose={onClose}
    >
      <p>{t('other.linkText', { who: account.displayName, name: issuerName })}</p>
      <Field
        label={t('other.identifier')}
        hint={t('other.identifierHint')}
        error={isAsked && wanted === '' && t('mistake.missing')}
      >
        <TextInput
          name="identifier"
          value={identifier}
          maxLength={LONGEST}
          autoComplete="off"
          onChange={(event) => setIdentifier(event.target.value)}
        />
      </Field>
    </DialogForm>
  )
}

export const UnlinkProviderDialog = ({
  seen,
  account,
  issuerName,
  identifier,
  onClose,
  onDone,
}: ProviderDialogProps) => {
  const { t } = useText('administration')
  const change = useChange()
  return (
    <DialogForm
      title={t('other.unlinkTitle', { name: issuerName })}
      doLabel={t('other.unlink')}
      isDanger
      change={change}
      onDo={() => change.run(() => seen.administration.linkProvider(account.id, null), onDone)}
      onClose={onClose}
    >
      <p>{t('other.unlinkText', { who: account.displayName, identifier })}</p>
    </DialogForm>
  )
}

export const RemovePasskeysDialog = ({ seen, account, onClose, onDone }: PersonDialogProps) => {
  const { t } = useText('administration')
  const change = useChange()
  return (
    <DialogForm
      title={t('other.removePasskeysTitle')}
      doLabel={t('other.removePasskeys')}
      isDanger
      change={change}
      onDo={() => change.run(() => seen.administration.removePasskeys(account.id), onDone)}
      onClose={onClose}
    >
      <p>{t('other.removePasskeysText', { who: account.displayName, count: account.passkeys ?? 0 })}</p>
      <p>{t(account.canSignIn ? 'other.stillPassword' : 'other.needsCode')}</p>
    </DialogForm>
  )
}
