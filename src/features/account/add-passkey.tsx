// Makes a passkey on this device; the browser asks for finger, face or PIN.
import { useState } from 'react'
import type { AccountAccess } from '#data/contract/account-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { Change } from './own-list.tsx'
import { ProofField } from './proof-field.tsx'

const LONGEST = 60

type AddPasskeyProps = {
  readonly access: () => Promise<AccountAccess>
  readonly hasPasskeys: boolean
  readonly change: Change
}

export const AddPasskey = ({ access, hasPasskeys, change }: AddPasskeyProps) => {
  const { t } = useText('account')
  const [label, setLabel] = useState('')
  const [password, setPassword] = useState('')
  const [state, setState] = useState<{ readonly problem?: Problem | null; readonly isBusy?: boolean }>({})
  const add = async (): Promise<void> => {
    setState({ isBusy: true })
    const name = label.trim() === '' ? (await access()).deviceLabel : label.trim()
    const problem = await change(t('passkeys.added'), (own) => own.addPasskey(name.slice(0, LONGEST), password))
    setState({ problem })
    if (problem !== null) return
    setLabel('')
    setPassword('')
  }
  return (
    <Stack gap={3}>
      <ProblemNotice problem={state.problem} title={t('notDone')} />
      <Field label={t('passkeys.label')} hint={t('passkeys.labelHint')} note={t('common:optional')}>
        <TextInput maxLength={LONGEST} value={label} onChange={(event) => setLabel(event.target.value)} />
      </Field>
      <ProofField hasPasskeys={hasPasskeys} value={password} onChange={setPassword} />
      <Button wide icon="plus" busy={state.isBusy === true} onClick={() => void add()}>
        {t('passkeys.add')}
      </Button>
    </Stack>
  )
}
