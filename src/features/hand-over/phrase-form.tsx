// The phrase of somebody's locked parts, typed as it was told. A wrong one costs nothing but another try.
import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { PasswordInput } from '#ui/password-input.tsx'
import { useText } from '#ui/text/text-context.tsx'

type PhraseFormProps = { readonly onPhrase: (phrase: string) => Promise<void> }

export const PhraseForm = ({ onPhrase }: PhraseFormProps) => {
  const { t } = useText('hand-over')
  const [phrase, setPhrase] = useState('')
  const [isBusy, setBusy] = useState(false)
  const submit = async () => {
    setBusy(true)
    await onPhrase(phrase)
    setBusy(false)
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy && phrase.trim() !== '') void submit()
      }}
    >
      <Stack gap={3}>
        <Field label={t('phrase.ask')} hint={t('phrase.askHint')}>
          <PasswordInput
            value={phrase}
            autoComplete="off"
            showLabel={t('phrase.show')}
            hideLabel={t('phrase.hide')}
            onChange={(event) => setPhrase(event.target.value)}
          />
        </Field>
        <div>
          <Button type="submit" icon="lock" busy={isBusy} disabled={phrase.trim() === ''}>
            {t('phrase.open')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
