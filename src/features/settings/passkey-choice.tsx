// Opening by fingerprint or face beside the PIN: turned on by whoever has just given the PIN, turned off by a press.
import { useEffect, useState } from 'react'
import type { AppControls } from '#ui/app-controls.tsx'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { PinFields } from './pin-fields.tsx'

type PasskeyState = 'on' | 'off' | 'none'

export const PasskeyChoice = ({ controls }: { readonly controls: AppControls }) => {
  const { t } = useText('lock')
  const toast = useToast()
  const [state, setState] = useState<PasskeyState>()
  useEffect(() => {
    void controls.pin().then(async (pin) => setState(await pin.passkey()))
  }, [controls])
  if (state === undefined) return null
  const become = (next: PasskeyState, said: string): void => {
    setState(next)
    toast({ text: said, tone: 'good' })
  }
  const remove = async (): Promise<void> => {
    const removed = await (await controls.pin()).removePasskey()
    if (removed.ok) become('off', t('section.passkey.removed'))
  }
  if (state === 'on')
    return (
      <Stack gap={3}>
        <Notice tone="good">{`${t('section.passkey.title')}: ${t('section.passkey.on')}`}</Notice>
        <Cluster>
          <Button onClick={() => void remove()}>{t('section.passkey.remove')}</Button>
        </Cluster>
        <Disclosure summary={t('section.passkey.forgot')}>
          <PinFields
            fields={['new', 'repeat']}
            action={t('section.passkey.renew')}
            submit={async (values) => (await controls.pin()).renewPin(values.new)}
            done={() => toast({ text: t('section.changed'), tone: 'good' })}
          >
            <p>{t('section.passkey.forgotText')}</p>
          </PinFields>
        </Disclosure>
      </Stack>
    )
  return (
    <Disclosure summary={t('section.passkey.title')}>
      {state === 'none' ? (
        <p>{t('section.passkey.none')}</p>
      ) : (
        <PinFields
          fields={['current']}
          action={t('section.passkey.add')}
          submit={async ({ current }) => (await controls.pin()).addPasskey(current, nameFor(controls, t))}
          done={() => become('on', t('section.passkey.added'))}
        >
          <p>{t('section.passkey.text')}</p>
        </PinFields>
      )}
    </Disclosure>
  )
}

const nameFor = ({ people }: AppControls, t: ReturnType<typeof useText>['t']): string =>
  t('section.passkey.name', { name: people.find(({ isCurrent }) => isCurrent)?.name ?? '' })
