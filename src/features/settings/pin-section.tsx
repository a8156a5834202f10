// The PIN of the person at work: setting it, changing it, taking it away, and when the app locks itself.
import { useEffect, useState } from 'react'
import type { AppControls } from '#ui/app-controls.tsx'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { PasskeyChoice } from './passkey-choice.tsx'
import { PinFields } from './pin-fields.tsx'

type Controls = { readonly controls: AppControls }

export const PinSection = ({ controls }: Controls) => {
  const { t } = useText('lock')
  return (
    <Section title={t('section.title')} detail={t('section.text')}>
      {controls.hasPin ? <PinIsSet controls={controls} /> : <SetPin controls={controls} />}
    </Section>
  )
}

const SetPin = ({ controls }: Controls) => {
  const { t } = useText('lock')
  return (
    <PinFields
      fields={['new', 'repeat']}
      action={t('section.set')}
      submit={async (values) => (await controls.pin()).setPin(values.new)}
    >
      <p>{t('section.forget')}</p>
    </PinFields>
  )
}

const PinIsSet = ({ controls }: Controls) => {
  const { t } = useText('lock')
  const toast = useToast()
  return (
    <Stack gap={4}>
      <IdleChoice controls={controls} />
      <Cluster>
        <Button icon="lock" kind="main" onClick={() => void controls.lock()}>
          {t('section.lockNow')}
        </Button>
      </Cluster>
      <PasskeyChoice controls={controls} />
      <Disclosure summary={t('section.change')}>
        <PinFields
          fields={['current', 'new', 'repeat']}
          action={t('section.change')}
          submit={async (values) => (await controls.pin()).changePin(values.current, values.new)}
          done={() => toast({ text: t('section.changed'), tone: 'good' })}
        />
      </Disclosure>
      <Disclosure summary={t('section.remove')}>
        <PinFields
          fields={['current']}
          action={t('section.remove')}
          isDanger
          submit={async (values) => (await controls.pin()).removePin(values.current)}
        >
          <p>{t('section.removeText')}</p>
        </PinFields>
      </Disclosure>
    </Stack>
  )
}

const CHOICES = [0, 1, 5, 10, 30, 60]

const IdleChoice = ({ controls }: Controls) => {
  const { t } = useText('lock')
  const [minutes, setMinutes] = useState<number>()
  useEffect(() => {
    void controls.pin().then(async (pin) => setMinutes(await pin.idleMinutes()))
  }, [controls])
  const choose = async (chosen: number): Promise<void> => {
    const kept = await (await controls.pin()).setIdleMinutes(chosen)
    if (kept.ok) setMinutes(chosen)
  }
  return (
    <SelectField
      label={t('section.idle')}
      value={String(minutes ?? '')}
      disabled={minutes === undefined}
      onChange={({ target }) => void choose(Number(target.value))}
      options={CHOICES.map((count) => ({
        value: String(count),
        label: count === 0 ? t('section.idleNever') : t('section.idleMinutes', { count }),
      }))}
    />
  )
}
