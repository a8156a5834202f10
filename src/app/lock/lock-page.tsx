// What stands on the screen while a store is sealed, as a chunk of its own: nobody without a PIN loads it. It knows the
// positions of the people on this device and nothing of their work.
import { useMemo, useState } from 'react'
import type { DevicePerson } from '#data/contract/device-store-contract.ts'
import { ByPassword, SendWaiting } from '#features/lock/without-pin.tsx'
import { LockPanel } from '#features/lock/lock-panel.tsx'
import type { AppSession } from '#app/session/app-session.ts'
import { PlainPage } from '#app/frame/plain-page.tsx'
import { countWaiting } from '#app/session/send-waiting.ts'
import { useText } from '#ui/text/text-context.tsx'
import { pinControlOf } from './pin-control.ts'

type LockPageProps = {
  readonly app: AppSession
  readonly person: DevicePerson
  readonly people: readonly DevicePerson[]
}

export const LockPage = ({ app, person, people }: LockPageProps) => {
  const { t } = useText('lock')
  const { storeId } = person
  const control = useMemo(() => pinControlOf(app), [app])
  const [round, setRound] = useState(0)
  return (
    <PlainPage title={t('title')}>
      <LockPanel
        key={round}
        person={person}
        others={people.filter((one) => one.storeId !== storeId)}
        unlock={(pin) => control.unlock(storeId, pin)}
        waitSeconds={() => control.waitSeconds(storeId)}
        isShut={() => control.isShut(storeId)}
        open={(id) => void app.switchTo(id)}
        signInBeside={() => void app.leave()}
      >
        <SendWaiting count={() => countWaiting(storeId)} send={() => control.sendWaiting(person)} />
        <ByPassword
          tryAgain={async (password) => {
            const allowed = await control.tryAgain(person, password)
            if (allowed.ok) setRound(round + 1)
            return allowed
          }}
          beginAnew={(password) => control.beginAnew(person, password)}
        />
      </LockPanel>
    </PlainPage>
  )
}
