// The password once more, before a way in is added or taken away; left empty, a passkey one has is asked for instead.
import { Field } from '#ui/field.tsx'
import { PasswordInput } from '#ui/password-input.tsx'
import { useText } from '#ui/text/text-context.tsx'

type ProofFieldProps = {
  readonly hasPasskeys: boolean
  readonly value: string
  readonly onChange: (password: string) => void
}

export const ProofField = ({ hasPasskeys, value, onChange }: ProofFieldProps) => {
  const { t } = useText('account')
  return (
    <Field label={t('passkeys.proof')} hint={t(hasPasskeys ? 'passkeys.proofHint' : 'passkeys.proofFirst')}>
      <PasswordInput
        name="owner-password"
        showLabel={t('password.show')}
        hideLabel={t('password.hide')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
