// One to three PINs and a button: for setting, changing and taking away, and to prove oneself before a second way in is added.
import { type FormEvent, type ReactNode, useState } from 'react'
import type { AppControls } from '#ui/app-controls.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PasswordInput } from '#ui/password-input.tsx'
import { useText } from '#ui/text/text-context.tsx'

type PinOutcome = Awaited<ReturnType<Awaited<ReturnType<AppControls['pin']>>['setPin']>>

export type PinField = 'current' | 'new' | 'repeat'

type PinFieldsProps = {
  readonly fields: readonly PinField[]
  readonly action: string
  readonly isDanger?: boolean
  readonly submit: (values: Readonly<Record<PinField, string>>) => Promise<PinOutcome>
  readonly done?: () => void
  readonly children?: ReactNode
}

const nothing = { current: '', new: '', repeat: '' }

export const PinFields = ({ fields, action, isDanger = false, submit, done, children }: PinFieldsProps) => {
  const { t } = useText('lock')
  const [values, setValues] = useState<Readonly<Record<PinField, string>>>(nothing)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    if (fields.includes('repeat') && values.new !== values.repeat) return setProblem(t('section.different'))
    setBusy(true)
    setProblem(null)
    const outcome = await submit(values)
    setBusy(false)
    if (!outcome.ok) return setProblem(t(`problems:${outcome.error.code}`, outcome.error.params))
    setValues(nothing)
    done?.()
  }
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack gap={4}>
        {children}
        {fields.map((name) => (
          <Field key={name} label={t(`section.${name}`)} {...(name === 'new' && { hint: t('section.newHint') })}>
            <PasswordInput
              inputMode="numeric"
              autoComplete="off"
              value={values[name]}
              onChange={({ target }) => setValues({ ...values, [name]: target.value })}
              showLabel={t('showPin')}
              hideLabel={t('hidePin')}
            />
          </Field>
        ))}
        {problem !== null && (
          <Notice tone="bad" announce>
            {problem}
          </Notice>
        )}
        <Cluster>
          <Button type="submit" kind={isDanger ? 'danger' : 'main'} icon="lock" busy={isBusy}>
            {action}
          </Button>
        </Cluster>
      </Stack>
    </form>
  )
}
