// Naming a passkey anew, and removing one: the only question asked here, because it cannot be undone.
import { useState } from 'react'
import type { OwnPasskey } from '#data/contract/account-contract.ts'
import { useText } from '#ui/text/text-context.tsx'
import { type Change, Rename } from './own-list.tsx'
import { ProofField } from './proof-field.tsx'
import { Question } from './question.tsx'

const LONGEST = 60

type PasskeyDialogProps = { readonly passkey: OwnPasskey; readonly change: Change; readonly onClose: () => void }

export const RenamePasskey = ({ passkey, change, onClose }: PasskeyDialogProps) => {
  const { t } = useText('account')
  return (
    <Rename
      title={t('passkeys.renameTitle')}
      label={t('passkeys.label')}
      longest={LONGEST}
      current={passkey.label}
      change={change}
      rename={(own, name) => own.renamePasskey(passkey.id, name)}
      onClose={onClose}
    />
  )
}

export const RemovePasskey = ({ passkey, change, onClose }: PasskeyDialogProps) => {
  const { t } = useText('account')
  const [password, setPassword] = useState('')
  return (
    <Question
      title={t('passkeys.removeTitle')}
      action={t('passkeys.removeAction')}
      kind="danger"
      run={() => change(t('passkeys.removed'), (own) => own.removePasskey(passkey.id, password))}
      onClose={onClose}
    >
      <p>{t('passkeys.removeText', { label: passkey.label })}</p>
      <ProofField hasPasskeys value={password} onChange={setPassword} />
    </Question>
  )
}
