// Naming a passkey anew, and removing one: the only question asked here, because it cannot be undone.
import { useState } from 'react'
import type { OwnPasskey } from '#data/contract/account-contract.ts'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { Change } from './passkey-section.tsx'
import { ProofField } from './proof-field.tsx'
import { Question } from './question.tsx'

const LONGEST = 60

type PasskeyDialogProps = { readonly passkey: OwnPasskey; readonly change: Change; readonly onClose: () => void }

export const RenamePasskey = ({ passkey, change, onClose }: PasskeyDialogProps) => {
  const { t } = useText('account')
  const [label, setLabel] = useState(passkey.label)
  const name = label.trim() === '' ? passkey.label : label.trim()
  return (
    <Question
      title={t('passkeys.renameTitle')}
      action={t('passkeys.renameAction')}
      kind="main"
      run={() => change(t('passkeys.renamed'), (own) => own.renamePasskey(passkey.id, name))}
      onClose={onClose}
    >
      <Field label={t('passkeys.label')}>
        <TextInput maxLength={LONGEST} value={label} onChange={(event) => setLabel(event.target.value)} />
      </Field>
    </Question>
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
