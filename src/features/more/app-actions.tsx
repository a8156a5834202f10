// Installing the app, and the people on this device: what belongs to the device rather than to one screen.
import { useState } from 'react'
import { type AppControls, useAppControls } from '#ui/app-controls.tsx'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'

export const AppActions = () => {
  const controls = useAppControls()
  if (controls === undefined) return null
  return (
    <Stack gap={5}>
      <InstallCard />
      <PeopleSection />
    </Stack>
  )
}

const InstallCard = () => {
  const { t } = useText('more')
  const controls = useAppControls()
  const state = controls?.installState
  if (controls === undefined || state === 'installed' || state === 'unavailable') return null
  return (
    <Card title={t('install.title')}>
      <p>{t(state === 'by-hand' ? 'install.byHand' : 'install.text')}</p>
      {state === 'available' && (
        <Button kind="main" icon="download" onClick={() => void controls.install()}>
          {t('install.action')}
        </Button>
      )}
    </Card>
  )
}

const PeopleSection = () => {
  const { t } = useText('more')
  const controls = useAppControls()
  if (controls === undefined) return null
  const others = controls.people.filter(({ isCurrent }) => !isCurrent)
  return (
    <Section title={t('people.title')} detail={t('people.text')}>
      {others.length > 0 && (
        <Rows label={t('people.title')}>
          {others.map(({ id, name }) => (
            <Row
              key={id}
              mark={<Mark tone="idle" icon="user" />}
              title={name}
              cue={t('people.switch')}
              onPress={() => void controls.switchPerson(id)}
            />
          ))}
        </Rows>
      )}
      <Cluster>
        {controls.hasPin && (
          <Button icon="lock" kind="main" onClick={() => void controls.lock()}>
            {t('people.lock')}
          </Button>
        )}
        <Leave controls={controls} />
      </Cluster>
    </Section>
  )
}

/** Asks where something has not been sent: it stays on this device, and nobody else sends it. */
const Leave = ({ controls }: { readonly controls: AppControls }) => {
  const { t } = useText('more')
  const [unsent, setUnsent] = useState<number>()
  const [isSending, setSending] = useState(false)
  const press = async (): Promise<void> => {
    setSending(true)
    const count = await controls.unsent().finally(() => setSending(false))
    if (count > 0) setUnsent(count)
    else await controls.leave()
  }
  return (
    <>
      <Button icon={controls.hasPin ? 'user' : 'lock'} busy={isSending} onClick={() => void press()}>
        {t('people.leave')}
      </Button>
      <Dialog
        open={unsent !== undefined}
        onClose={() => setUnsent(undefined)}
        title={t('people.leave')}
        closeLabel={t('people.stay')}
        actions={
          <Button kind="main" onClick={() => void controls.leave()}>
            {t('people.leaveAnyway')}
          </Button>
        }
      >
        <p>{t(controls.hasPin ? 'people.unsentSealed' : 'people.unsent', { count: unsent ?? 0 })}</p>
      </Dialog>
    </>
  )
}
